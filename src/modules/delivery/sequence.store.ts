/** Moves committed changes from the outbox into the feed and gives them their positions. */
import type { Database, Transaction } from '../../platform/database/database.ts';

/** Told when new changes have their positions. */
export const CHANGE_CHANNEL = 'wanjia_change';

/** One process at a time gives positions: what it has not committed, nobody else counts on from. */
const LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended('wanjia:sequencer', 0)) AS held`;

/**
 * Only committed rows are seen, so none can appear below a position already given: a transaction held open for long
 * delays its own changes and nobody else's. Changes of one entity are written under its row's lock and keep their order.
 */
const MOVE = `WITH taken AS (
    DELETE FROM outbox WHERE id = ANY(ARRAY(SELECT id FROM outbox ORDER BY id LIMIT $1)) RETURNING *),
  head AS (UPDATE change_head SET position = position + (SELECT count(*) FROM taken)
    WHERE EXISTS (SELECT FROM taken) RETURNING position - (SELECT count(*) FROM taken) AS before),
  moved AS (INSERT INTO change (position, type, entity_id, household_id, operation, kind, version, scope_before,
      scope_after, changed_at)
    SELECT head.before + row_number() OVER (ORDER BY id), type, entity_id, household_id, operation, kind, version,
      scope_before, scope_after, changed_at FROM taken CROSS JOIN head RETURNING position),
  told AS (SELECT pg_notify('${CHANGE_CHANNEL}', '') FROM head)
  SELECT (SELECT count(*)::int FROM moved) AS moved, (SELECT count(*)::int FROM told) AS told`;

/** Gives positions to at most `limit` changes that this transaction sees; whoever calls keeps the others out. */
export async function giveCommittedPositions(tx: Transaction, limit: number): Promise<number> {
  const [done] = await tx.query<{ moved: number }>(MOVE, [limit]);
  return done?.moved ?? 0;
}

async function move(tx: Transaction, limit: number): Promise<number> {
  const [lock] = await tx.query<{ held: boolean }>(LOCK);
  return lock?.held === true ? giveCommittedPositions(tx, limit) : 0;
}

/** Gives positions to at most `limit` changes, in one transaction; tells how many. None while another process does. */
export function sequenceChanges(db: Database, limit: number): Promise<number> {
  return db.tx((tx) => move(tx, limit));
}
