import { mkdir, statfs } from 'node:fs/promises';
import type { Database } from '../../platform/database/database.ts';
import { pendingMigrations } from '../../platform/database/migrate.ts';
import type { Queue } from '../../platform/queue/queue.ts';
import { type Check, check } from './check.ts';

const LEAST_NODE = [20, 19] as const;
const LEAST_FREE_BYTES = 2 * 1024 ** 3;
const MOST_CLOCK_DIFFERENCE_MS = 5_000;
const GB = 1024 ** 3;

export function checkNode(version = process.versions.node): Promise<Check> {
  return check('node', 'Install the current LTS release of Node.js.', async () => {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
    return { ok, detail: `Node.js ${version}, needed ${LEAST_NODE.join('.')} or newer` };
  });
}

export function checkDisk(home: string): Promise<Check> {
  return check('disk', 'Free some room, or point WANJIA_HOME to a larger disk.', async () => {
    await mkdir(home, { recursive: true });
    const { bavail, bsize } = await statfs(home);
    const free = bavail * bsize;
    return { ok: free >= LEAST_FREE_BYTES, detail: `${(free / GB).toFixed(1)} GB free in ${home}` };
  });
}

export function checkDatabase(db: Database): Promise<Check> {
  return check('database', 'Check DATABASE_URL; run npx wanjia migrate.', async () => {
    const [server] = await db.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
    const pending = await pendingMigrations(db);
    const state = pending.length === 0 ? 'up to date' : `${pending.length} migrations to apply`;
    return { ok: pending.length === 0, detail: `PostgreSQL ${server?.version}, ${state}` };
  });
}

export function checkQueue(queue: Queue): Promise<Check> {
  const fix = 'Look at the reasons of the dead letters; retry them when the cause is gone.';
  return check('queue', fix, async () => {
    const { waiting, active, delayed, dead } = await queue.counts();
    const detail = `${queue.backend}: ${waiting} waiting, ${active} active, ${delayed} delayed, ${dead} dead`;
    return { ok: dead === 0, detail };
  });
}

/** A signed request or a token with a wrong time is refused, so this machine must agree with the database's. */
export function checkClock(db: Database): Promise<Check> {
  return check('clock', 'Synchronise the clocks of both machines (NTP).', async () => {
    const before = Date.now();
    const [server] = await db.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const middle = (before + Date.now()) / 2;
    const difference = Math.abs((server?.now.getTime() ?? 0) - middle);
    return { ok: difference <= MOST_CLOCK_DIFFERENCE_MS, detail: `${Math.round(difference)} ms from the database's` };
  });
}
