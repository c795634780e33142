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

/** What became of a try. */
export interface Attempted {
  readonly item: number;
  readonly state: ItemState;
  /** Status of the answer; null: there was none. */
  readonly status: number | null;
  /** Why there was none: a code. */
  readonly error: string | null;
  /** When it is tried again. */
  readonly again: Date | null;
}

/** A dispatcher that dies is followed by another after this. */
const LEASE_MS = 5 * 60_000;

/** Of a try that ended without an answer, though the other side may have taken it. */
const NO_ANSWER = 'TARGET_TIMED_OUT';

/** The first item of each lane; the ones behind it wait for it. A held party is asked with one item. */
const claimStatement = ({ items, party, item }: DispatchTables): string => `WITH heads AS MATERIALIZED (
    SELECT DISTINCT ON (lane) ${item}, next_attempt_at, leased_until, error FROM ${items}
    WHERE ${party} = $1 AND state = 'PENDING' ORDER BY lane, ${item}),
  due AS (SELECT ${item}, leased_until IS NOT NULL OR error IS NOT DISTINCT FROM '${NO_ANSWER}' AS doubtful FROM heads
    WHERE next_attempt_at <= $2 AND (leased_until IS NULL OR leased_until <= $2) ORDER BY ${item} LIMIT $4)
  UPDATE ${items} d SET leased_until = $3, attempts = attempts + 1, doubtful = d.doubtful OR due.doubtful FROM due
  WHERE d.${party} = $1 AND d.${item} = due.${item} AND d.state = 'PENDING'
    AND (d.leased_until IS NULL OR d.leased_until <= $2)
  RETURNING d.${item} AS item, d.attempts, d.planned_at AS "plannedAt", d.doubtful`;

const settleStatement = ({ items, party, item }: DispatchTables): string => `UPDATE ${items} d
  SET state = r.state, status = r.status, error = r.error, leased_until = NULL,
    next_attempt_at = coalesce(r.again, d.next_attempt_at), ended_at = CASE WHEN r.state <> 'PENDING' THEN $7::timestamptz END
  FROM unnest($2::bigint[], $3::text[], $4::int[], $5::text[], $6::timestamptz[]) AS r(item, state, status, error, again)
  WHERE d.${party} = $1 AND d.${item} = r.item`;

const releaseStatement = ({ items, party, item }: DispatchTables): string =>
  `UPDATE ${items} SET leased_until = NULL, attempts = attempts - 1 WHERE ${party} = $1 AND ${item} = ANY($2)`;

export interface ItemStore {
  claim(
    party: { readonly id: number; readonly failures: number },
    now: Date,
    limit: number,
  ): Promise<readonly Claimed[]>;
  /** Gives back what was taken in hand and not tried. */
  release(partyId: number, claimed: readonly Claimed[]): Promise<void>;
  settle(partyId: number, attempted: readonly Attempted[], now: Date): Promise<void>;
}

export function createItemStore(db: Queryable, tables: DispatchTables): ItemStore {
  const [claim, settle, release] = [claimStatement(tables), settleStatement(tables), releaseStatement(tables)];
  return {
    claim: ({ id, failures }, now, limit) =>
      db.query<Claimed>(claim, [id, now, new Date(now.getTime() + LEASE_MS), isHeld(failures) ? 1 : limit]),
    async release(partyId, claimed) {
      if (claimed.length > 0) await db.execute(release, [partyId, claimed.map(({ item }) => item)]);
    },
    async settle(partyId, attempted, now) {
      const column = <K extends keyof Attempted>(name: K) => attempted.map((one) => one[name]);
      const columns = [column('item'), column('state'), column('status'), column('error'), column('again')];
      // What is settled late is not tried again; what is lost with a restart of the database would be.
      await steadily(() => db.execute(settle, [partyId, ...columns, now]));
    },
  };
}
