/** How long a party is tried, and how long is waited in between. */

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** Pauses after the first, second, … failed attempt of one item; the last one repeats until it is given up. */
const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];

/** An item is tried for three days; a party that fails for three days is disabled. */
export const PATIENCE_MS = 72 * HOUR;

/** After this many failures in a row the party itself is held, and one item at a time asks whether it is back. */
const FAILURES_TO_HOLD = 5;
const LONGEST_HOLD = 5 * MINUTE;

/** What a party may ask for with Retry-After. */
const LONGEST_RETRY_AFTER = 24 * HOUR;

/** Spread by a tenth, so that what failed together does not come back together. `spread` is from 0 to 1. */
export function pauseAfter(attempts: number, spread: number): number {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0] ?? SECOND;
  return Math.round(pause * (0.9 + 0.2 * spread));
}

/** How long nothing is sent to a party after so many failures in a row; 0: it is not held. */
export function holdAfter(failures: number): number {
  if (failures < FAILURES_TO_HOLD) return 0;
  return Math.min(5 * SECOND * 2 ** (failures - FAILURES_TO_HOLD), LONGEST_HOLD);
}

/** A party that is held is asked with one item only. */
export function isHeld(failures: number): boolean {
  return failures >= FAILURES_TO_HOLD;
}

/** Milliseconds that a Retry-After header asks for: seconds or an HTTP date (RFC 9110, 10.2.3); null: none, or nonsense. */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  const wait = /^\d{1,9}$/.test(header.trim()) ? Number(header) * SECOND : Date.parse(header) - now.getTime();
  return Number.isFinite(wait) && wait >= 0 ? Math.min(wait, LONGEST_RETRY_AFTER) : null;
}
