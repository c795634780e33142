import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { WanjiaError } from '../../kernel/errors.ts';

const PATIENCE_MS = 90_000;
const STEP_MS = 25;

/** The locks this very process holds. */
const held = new Set<string>();

/** Whether a process of this id exists, ours or another's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function tryTake(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    held.add(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** A lock whose owner was killed is nobody's. An empty one is being written, unless it stays empty. */
function isOrphan(path: string, owner: string, since: number): boolean {
  if (owner === '') return Date.now() - since > 2_000;
  return Number(owner) === process.pid ? !held.has(path) : !isAlive(Number(owner));
}

/** Moves the orphan aside first: what was moved is looked at again, so that a newcomer's lock is given back. */
async function dropOrphan(path: string, since: number): Promise<void> {
  const owner = await readFile(path, 'utf8').catch(() => null);
  if (owner === null || !isOrphan(path, owner, since)) return;
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => owner);
  if (moved !== owner) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Runs `work` while this process alone holds the lock file, which names its owner. */
export async function withOwnerLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now();
  while (!(await tryTake(path))) {
    if (Date.now() - since > PATIENCE_MS) throw new WanjiaError('DATABASE_HOME_LOCKED', { path });
    await dropOrphan(path, since);
    await sleep(STEP_MS);
  }
  try {
    return await work();
  } finally {
    held.delete(path);
    await rm(path, { force: true });
  }
}
