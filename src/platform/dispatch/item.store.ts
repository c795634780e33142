/** Items on their way: taken in hand by one dispatcher at a time, tried, ended. */
import type { Queryable } from '../database/database.ts';
import { steadily } from '../database/steadily.ts';
import { isHeld } from './patience.ts';
import type { DispatchTables, ItemState } from './tables.ts';

/** An item in hand. */
export interface Claimed {
  readonly item: number;
  readonly attempts: number;
  readonly plannedAt: Date;
  /** It was tried before and nobody knows whether it arrived: whoever tried it died, or had no answer in time. */
  readonly doubtful: boolean;
}

/** A try of an item: the next one has another number, whoever makes it. */
type Attempt = Pick<Claimed, 'item' | 'attempts'>;

/** What became of a try. */
export interface Attempted extends Attempt {
  readonly state: ItemState;
  /** Status of the answer; null: there was none. */
  readonly status: number | null;
  /** Why there was none: a code. */
  readonly error: string | null;
  /** When it is tried again. */
  readonly again: Date | null;
  /** It failed, and may have arrived all the same. */
  readonly uncertain: boolean;
}

/** A dispatcher that dies is followed by another after this. */
export const LEASE_MS = 60_000;

/** The first item of each lane; the ones behind it wait for it. A held party is asked with one item. */
const claimStatement = ({ items, party, item }: DispatchTables): string => `WITH heads AS MATERIALIZED (
    SELECT DISTINCT ON (lane) ${item}, next_attempt_at, leased_until FROM ${items}
    WHERE ${party} = $1 AND state = 'PENDING' ORDER BY lane, ${item}),
  due AS (SELECT ${item}, leased_until IS NOT NULL AS doubtful FROM heads
    WHERE next_attempt_at <= $2 AND (leased_until IS NULL OR leased_until <= $2) ORDER BY ${item} LIMIT $4)
  UPDATE ${items} d SET leased_until = $3, attempts = attempts + 1, doubtful = d.doubtful OR due.doubtful FROM due
  WHERE d.${party} = $1 AND d.${item} = due.${item} AND d.state = 'PENDING'
    AND (d.leased_until IS NULL OR d.leased_until <= $2)
  RETURNING d.${item} AS item, d.attempts, d.planned_at AS "plannedAt", d.doubtful`;

const keepStatement = ({ items, party, item }: DispatchTables): string => `UPDATE ${items} d SET leased_until = $4
  FROM unnest($2::bigint[], $3::int[]) AS r(item, attempts)
  WHERE d.${party} = $1 AND d.${item} = r.item AND d.attempts = r.attempts AND d.state = 'PENDING'
    AND d.leased_until IS NOT NULL RETURNING d.${item} AS item`;

/** What has arrived has arrived, whoever has it in hand by now; anything else is said by that one. */
const settleStatement = ({ items, party, item }: DispatchTables): string => `UPDATE ${items} d
  SET state = r.state, status = r.status, error = r.error, leased_until = NULL, doubtful = d.doubtful OR r.uncertain,
    next_attempt_at = coalesce(r.again, d.next_attempt_at), ended_at = CASE WHEN r.state <> 'PENDING' THEN $9::timestamptz END
  FROM unnest($2::bigint[], $3::int[], $4::text[], $5::int[], $6::text[], $7::timestamptz[], $8::bool[])
    AS r(item, attempts, state, status, error, again, uncertain)
  WHERE d.${party} = $1 AND d.${item} = r.item AND (d.attempts = r.attempts OR r.state = 'DELIVERED')`;

const releaseStatement = ({ items, party, item }: DispatchTables): string =>
  `UPDATE ${items} d SET leased_until = NULL, attempts = d.attempts - 1
   FROM unnest($2::bigint[], $3::int[]) AS r(item, attempts)
   WHERE d.${party} = $1 AND d.${item} = r.item AND d.attempts = r.attempts`;

export interface ItemStore {
  claim(
    party: { readonly id: number; readonly failures: number },
    now: Date,
    limit: number,
  ): Promise<readonly Claimed[]>;
  /** Keeps in hand for another while what has not come into other hands; tells which that is. */
  keep<C extends Attempt>(partyId: number, claimed: readonly C[], now: Date): Promise<readonly C[]>;
  /** Gives back what was taken in hand and not tried. */
  release(partyId: number, claimed: readonly Attempt[]): Promise<void>;
  settle(partyId: number, attempted: readonly Attempted[], now: Date): Promise<void>;
}

export function createItemStore(db: Queryable, tables: DispatchTables): ItemStore {
  const [claim, settle, release] = [claimStatement(tables), settleStatement(tables), releaseStatement(tables)];
  const keep = keepStatement(tables);
  const leasedUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MS);
  const places = (claimed: readonly Attempt[]) => [
    claimed.map(({ item }) => item),
    claimed.map(({ attempts }) => attempts),
  ];
  return {
    claim: ({ id, failures }, now, limit) =>
      db.query<Claimed>(claim, [id, now, leasedUntil(now), isHeld(failures) ? 1 : limit]),
    async keep(partyId, claimed, now) {
      const rows = await db.query<Attempt>(keep, [partyId, ...places(claimed), leasedUntil(now)]);
      const kept = new Set(rows.map(({ item }) => item));
      return claimed.filter(({ item }) => kept.has(item));
    },
    async release(partyId, claimed) {
      if (claimed.length > 0) await db.execute(release, [partyId, ...places(claimed)]);
    },
    async settle(partyId, attempted, now) {
      const column = <K extends keyof Attempted>(name: K) => attempted.map((one) => one[name]);
      const columns = [column('state'), column('status'), column('error'), column('again'), column('uncertain')];
      // What is settled late is not tried again; what is lost with a restart of the database would be.
      await steadily(() => db.execute(settle, [partyId, ...places(attempted), ...columns, now]));
    },
  };
}
