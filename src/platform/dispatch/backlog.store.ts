/** What waits for a party and what was given up, how it is sent again, and the upkeep of what is over. */
import type { Queryable } from '../database/database.ts';
import type { DispatchTables, ItemState } from './tables.ts';

/** An item as its owner looks at it. */
export interface DispatchedItem {
  readonly item: number;
  readonly state: ItemState;
  readonly plannedAt: Date;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly status: number | null;
  readonly error: string | null;
  readonly endedAt: Date | null;
}

export interface Backlog {
  readonly pending: number;
  readonly dead: number;
  /** The newest, at most a hundred. */
  readonly latest: readonly DispatchedItem[];
}

const itemColumns = ({ item }: DispatchTables): string => `${item} AS item, state, planned_at AS "plannedAt", attempts,
  next_attempt_at AS "nextAttemptAt", status, error, ended_at AS "endedAt"`;

export async function readBacklog(db: Queryable, tables: DispatchTables, partyId: number): Promise<Backlog> {
  const { items, party, item } = tables;
  const [counts] = await db.query<{ pending: number; dead: number }>(
    `SELECT count(*) FILTER (WHERE state = 'PENDING')::int AS pending, count(*) FILTER (WHERE state = 'DEAD')::int AS dead
     FROM ${items} WHERE ${party} = $1`,
    [partyId],
  );
  const latest = await db.query<DispatchedItem>(
    `SELECT ${itemColumns(tables)} FROM ${items} WHERE ${party} = $1 ORDER BY ${item} DESC LIMIT 100`,
    [partyId],
  );
  return { pending: counts?.pending ?? 0, dead: counts?.dead ?? 0, latest };
}

/** What was given up, of one party or of all; the newest first, at most a thousand. */
export function listDead(
  db: Queryable,
  tables: DispatchTables,
  partyId: number | null,
): Promise<(DispatchedItem & { readonly party: number })[]> {
  const { items, party } = tables;
  return db.query(
    `SELECT ${party} AS party, ${itemColumns(tables)} FROM ${items}
     WHERE state = 'DEAD' AND ($1::bigint IS NULL OR ${party} = $1) ORDER BY ended_at DESC LIMIT 1000`,
    [partyId],
  );
}

/** Sends one item again that was sent or given up; false: there is none, or it waits already. */
export async function sendAgain(
  db: Queryable,
  { items, party, item }: DispatchTables,
  again: { readonly party: number; readonly item: number; readonly now: Date },
): Promise<boolean> {
  const done = await db.execute(
    `UPDATE ${items} SET state = 'PENDING', attempts = 0, planned_at = $3, next_attempt_at = $3, ended_at = NULL,
       doubtful = doubtful OR state = 'DELIVERED'
     WHERE ${party} = $1 AND ${item} = $2 AND state <> 'PENDING'`,
    [again.party, again.item, again.now],
  );
  return done === 1;
}

/** Removes items that ended before that moment; returns their number. */
export function removeEnded(db: Queryable, { items }: DispatchTables, before: Date): Promise<number> {
  return db.execute(`DELETE FROM ${items} WHERE state <> 'PENDING' AND ended_at < $1`, [before]);
}
