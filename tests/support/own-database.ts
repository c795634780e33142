/** A PostgreSQL of a test's own, behind an address that stays when it is started anew. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterPaths } from '../../src/platform/database/data-folder.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { stopPostmaster } from '../../src/platform/database/postmaster.ts';
import { cutLineTo } from './cut-line.ts';

export interface OwnDatabase {
  readonly url: string;
  /** As an operator stops it: whoever is connected is cut off, and nobody gets in. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function startOwnDatabase(): Promise<OwnDatabase> {
  const home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'database-'));
  const first = await startEmbedded({ home, durable: false });
  const line = await cutLineTo(first.port);
  const { folder } = clusterPaths(home);
  const url = new URL(first.url);
  url.port = String(line.port);
  return {
    url: url.href,
    stop: () => stopPostmaster(folder),
    async start() {
      line.lead((await startEmbedded({ home, durable: false })).port);
    },
    async remove() {
      await line.close();
      await stopPostmaster(folder);
      await rm(await realpath(folder), { recursive: true, force: true });
      await rm(home, { recursive: true, force: true });
    },
  };
}
