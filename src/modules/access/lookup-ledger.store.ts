/**
 * What callers have taken of their hour of lookups, by all processes together. A process takes a share of what is left
 * at once, so that few lookups ask the database; the shares shrink towards the limit, which is never passed.
 */
import type { Database } from '../../platform/database/database.ts';

/** What one caller may look up in an hour. */
export interface LookupLimits {
  readonly perHour: number;
  readonly missesPerHour: number;
}

/** A share of an hour: so many new numbers, and so many that may lead nowhere. None left: 0. */
export interface LookupShare {
  readonly until: Date;
  readonly numbers: number;
  readonly misses: number;
}

export interface LookupLedger {
  /** Takes a share for a caller; the hour begins with the first lookup of any process. */
  take(caller: string, limits: LookupLimits, now: Date): Promise<LookupShare>;
}

const HOUR_MS = 3_600_000;
/** A share is this part of what is left, and one at least while anything is. */
const PART = 8;

/** `least(left, greatest(1, left / PART))`, of a limit and what was taken of it. */
const share = (limit: string, taken: string): string =>
  `greatest(0, least(${limit}::int - ${taken}, greatest(1, (${limit}::int - ${taken}) / ${PART})))`;

/** `$1` caller, `$2` now, `$3` an hour from now, `$4` numbers and `$5` misses an hour. Hours that are over go. */
const TAKE = `WITH over AS (
    DELETE FROM lookup_hour WHERE caller IN (
      SELECT caller FROM lookup_hour WHERE until <= $2 AND caller <> $1 FOR UPDATE SKIP LOCKED)),
  held AS (
    INSERT INTO lookup_hour AS h (caller, until, numbers, misses) VALUES ($1, $3, 0, 0)
    ON CONFLICT (caller) DO UPDATE SET
      until = CASE WHEN h.until <= $2 THEN $3 ELSE h.until END,
      numbers = CASE WHEN h.until <= $2 THEN 0 ELSE h.numbers END,
      misses = CASE WHEN h.until <= $2 THEN 0 ELSE h.misses END
    RETURNING until, numbers, misses)
  SELECT until, ${share('$4', 'numbers')} AS numbers, ${share('$5', 'misses')} AS misses FROM held`;

const KEEP = 'UPDATE lookup_hour SET numbers = numbers + $2, misses = misses + $3 WHERE caller = $1';

export function createLookupLedger({ db }: { readonly db: Database }): LookupLedger {
  return {
    take: (caller, { perHour, missesPerHour }, now) =>
      db.tx(async (tx) => {
        // The row stays locked from the first statement to the second: shares of two processes never overlap.
        const hourOn = new Date(now.getTime() + HOUR_MS);
        const [taken] = await tx.query<LookupShare>(TAKE, [caller, now, hourOn, perHour, missesPerHour]);
        if (taken === undefined) throw new Error('an hour was not kept');
        await tx.execute(KEEP, [caller, taken.numbers, taken.misses]);
        return taken;
      }),
  };
}
