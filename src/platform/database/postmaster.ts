import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive } from './owner-lock.ts';

const run = promisify(execFile);
const STEP_MS = 10;

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const pidFile = (folder: string): string => join(folder, 'postmaster.pid');

/** The file as it stands; its writer may be gone. */
export async function readPidFile(folder: string): Promise<Postmaster | null> {
  const text = await readFile(pidFile(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** After a crash, the number of the old server may be a dead process not yet cleared away, or another program's. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'stat=,args=']).catch(() => ({ stdout: 'S postgres' }));
  return stdout.includes('postgres') && !stdout.trimStart().startsWith('Z');
}

/** The server at work in that data folder, or null; a file that a crash left behind is taken away. */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const postmaster = await readPidFile(folder);
  if (postmaster === null || (await isPostgres(postmaster.pid))) return postmaster;
  await rm(pidFile(folder), { force: true });
  return null;
}

/** Waits until the found server answers; null where it ends instead, or does not come up in time. */
export async function awaitReady(folder: string, pid: number, patienceMs: number): Promise<Postmaster | null> {
  for (let waited = 0; waited < patienceMs && isAlive(pid); waited += STEP_MS) {
    const postmaster = await readPidFile(folder);
    if (postmaster?.pid === pid && postmaster.ready) return postmaster;
    await sleep(STEP_MS);
  }
  return null;
}

/** Ends the server: fast shutdown (clients are cut off, what was committed is on disk), and waits until it is gone. */
export async function stopPostmaster(folder: string, patienceMs = 60_000): Promise<void> {
  const postmaster = await findPostmaster(folder);
  if (postmaster === null) return;
  process.kill(postmaster.pid, 'SIGINT');
  for (let waited = 0; waited < patienceMs && isAlive(postmaster.pid); waited += STEP_MS) {
    // Removing this file is the last thing a server does.
    if ((await readPidFile(folder))?.pid !== postmaster.pid) return;
    await sleep(STEP_MS);
  }
}
