import { spawn } from 'node:child_process';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { WanjiaError } from '../../kernel/errors.ts';
import { freePort } from '../process/free-port.ts';
import type { Binaries } from './binaries.ts';
import type { ClusterPaths } from './data-folder.ts';
import type { OsUser } from './os-user.ts';
import { awaitReady, type Postmaster } from './postmaster.ts';
import { serverSettings } from './server-settings.ts';

const PATIENCE_MS = 120_000;
const ATTEMPTS = 5;
const PAUSE_MS = 300;
const MAX_LOG_BYTES = 10 * 1024 * 1024;

interface Launch {
  readonly paths: ClusterPaths;
  readonly user: OsUser;
  readonly binaries: Binaries;
  readonly durable: boolean;
}

async function attempt({ paths, user, binaries, durable }: Launch): Promise<Postmaster | null> {
  const settings = Object.entries(serverSettings(await freePort(), durable));
  const overgrown = ((await stat(paths.log).catch(() => null))?.size ?? 0) > MAX_LOG_BYTES;
  const log = await open(paths.log, overgrown ? 'w' : 'a', 0o600);
  // The server's account may not be able to follow a link that stands in the home folder.
  const folder = await realpath(paths.folder);
  const flags = ['-D', folder, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // A session of its own: the terminal's Ctrl-C must not reach the server before its clients have finished.
  const server = spawn(binaries.postgres, flags, {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const failed = new Promise<null>((resolve) => {
    server.once('exit', () => resolve(null));
    server.once('error', () => resolve(null));
  });
  server.unref();
  await log.close();
  if (server.pid === undefined) return failed;
  return Promise.race([failed, awaitReady(folder, server.pid, PATIENCE_MS)]);
}

async function lastWords(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-3).join(' | ');
}

/**
 * Starts the server on a free port. Another program may take the port in between, and after a kill the old server's
 * helpers may need a moment to let go of the data: hence more than one attempt.
 */
export async function launch(settings: Launch): Promise<Postmaster> {
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    const postmaster = await attempt(settings);
    if (postmaster) return postmaster;
    await sleep(PAUSE_MS);
  }
  throw new WanjiaError('DATABASE_NOT_STARTED', {
    log: settings.paths.log,
    detail: await lastWords(settings.paths.log),
  });
}
