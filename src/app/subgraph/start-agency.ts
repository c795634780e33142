/** `subgraph`: an agency's own process, from its records to its part of the graph. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config/index.ts';
import type { AgencyId } from '../../kernel/agency.ts';
import { beijingDay, type Clock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Log } from '../../platform/log.ts';
import { createShutdown } from '../../platform/process/shutdown.ts';
import { openQueue } from '../../platform/queue/open-queue.ts';
import { handler, type JobKind, type Queue } from '../../platform/queue/queue.ts';
import type { Terminal } from '../../platform/terminal/terminal.ts';
import { connectionsOf } from '../connections.ts';
import { SYNC, syncTiming } from '../jobs.ts';
import { syncAgency } from '../sync.ts';
import { type AgencyProcess, openAgency } from './agency.ts';
import { type HubAddress, tokenIn } from './hub-links.ts';

export interface StartAgencyDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly terminal: Terminal;
  readonly agency: AgencyId;
}

/** Asks the hub for news of its links, and builds what they and new records change. */
const FOLLOW: JobKind<Record<string, never>> = {
  name: 'follow-hub',
  payload: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
};
const FOLLOW_MS = 10_000;

function hubOf({ hub }: Config): HubAddress {
  const { url, tokenFile } = hub;
  if (tokenFile === undefined) throw new WanjiaError('HUB_NOT_CONFIGURED', { missing: 'WANJIA_HUB_TOKEN_FILE' });
  return { url: new URL(url), token: tokenIn(tokenFile) };
}

/** What the process keeps apart from a hub that has the same home. */
export const homeOf = ({ home }: Config, agency: AgencyId): string => join(home, 'subgraphs', agency);

async function sync(process: AgencyProcess, { config, clock, agency }: StartAgencyDeps): Promise<number> {
  const settings = (await connectionsOf(config))[agency];
  if (settings === undefined) return 0;
  const { batches, error } = await syncAgency(process, { agency, settings, today: beijingDay(clock.now()) });
  if (error !== null) throw new WanjiaError('SYNC_FAILED', { source: agency, detail: error.code });
  return batches.reduce((rows, batch) => rows + batch.rows, 0);
}

async function keepUp(
  queue: Queue,
  process: AgencyProcess,
  deps: StartAgencyDeps,
): Promise<{ close(): Promise<void> }> {
  const { agency } = deps;
  const worker = await queue.work(
    [
      handler(SYNC, async () => {
        await sync(process, deps);
        await process.build();
      }),
      handler(FOLLOW, async () => {
        await process.follow();
        await process.build();
      }),
    ],
    { concurrency: 1 },
  );
  await queue.schedule(SYNC.name, SYNC, { agency }, syncTiming(agency));
  await queue.schedule(FOLLOW.name, FOLLOW, {}, { everyMs: FOLLOW_MS });
  return worker;
}

/** Starts everything; what had been opened is closed again if a stage fails. */
export async function startAgency(deps: StartAgencyDeps): Promise<{ close(): Promise<void> }> {
  const { config, log, terminal, agency } = deps;
  const shutdown = createShutdown(log);
  try {
    const hub = hubOf(config);
    const own = { ...config, home: homeOf(config, agency) };
    const process = await terminal.stage(`Database of ${agency}`, () => openAgency({ ...deps, config: own, hub }));
    shutdown.add('agency', () => process.close());
    await terminal.stage(
      `Records of ${agency}`,
      () => sync(process, deps),
      (rows) => `${rows} rows`,
    );
    await terminal.stage(
      'Links of the hub and sections',
      async () => {
        await process.follow();
        return process.build();
      },
      (sections) => `${sections} sections`,
    );
    const server = await process.serve();
    const port = await server.listen(config.port, config.host);
    shutdown.add('server', () => server.close());
    const queue = await openQueue({ databaseUrl: process.db.url, redisUrl: config.redisUrl });
    shutdown.add('queue', () => queue.close());
    const worker = await keepUp(queue, process, deps);
    shutdown.add('jobs', () => worker.close());
    terminal.line(`  The part of ${agency} is served on http://${config.host}:${port}/graphql`);
    return { close: () => shutdown.run() };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}
