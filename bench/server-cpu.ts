/** Processor time of the embedded server in a home folder: of the server and of every process it started. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const TICKS_PER_SECOND = 100;

interface Spent {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

/** As proc(5) has it: what follows the name, which may hold anything, begins after the last parenthesis. */
async function spentBy(pid: number): Promise<Spent> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  const cells = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map((at) => cells[at]);
  return { parent, own: user + system, ended: endedUser + endedSystem };
}

/** Seconds so far; null where there is no /proc. */
export async function serverCpuSeconds(home: string): Promise<number | null> {
  try {
    const server = Number.parseInt(await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
    // A process may end between the listing and the reading; its time is then its parent's.
    const spent = await Promise.all(pids.map((pid) => spentBy(pid).catch(() => null)));
    const whole = await spentBy(server);
    const children = spent.reduce((sum, one) => sum + (one?.parent === server ? one.own : 0), 0);
    return (whole.own + whole.ended + children) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}
