/** Does what the database is needed for again while it is away. Only for what may be done twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from './away.ts';

export interface Steadiness {
  /** Whether the same may succeed in a moment; unless said: while the database is away. */
  mayPass?(error: unknown): boolean;
  /** Whether it is still worth trying; unless said, it is. */
  isWanted?(): boolean;
}

const PATIENCE_MS = 60_000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [100, 2_000];

/** Tries until it succeeds, fails for good, is not wanted any more, or a minute is over. */
export async function steadily<T>(
  work: () => Promise<T>,
  { mayPass = isDatabaseAway, isWanted = () => true }: Steadiness = {},
): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || !isWanted() || performance.now() > until) throw error;
      await sleep(wait);
    }
  }
}
