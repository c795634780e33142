/**
 * What of the feed is kept: every change for a time, then each entity's newest only, and no tombstone. Whoever begins at
 * the beginning is told everything there is once; whoever stopped before that time must begin there.
 */
import type { Database } from '../../platform/database/database.ts';

/** Changes looked at per transaction. */
const STEP = 20_000;

/** Up to the last change before the first that is young. A long transaction's changes keep those before them longer. */
const MOVE_ON = `UPDATE change_head SET kept_after = greatest(kept_after,
    coalesce((SELECT min(position) FROM change WHERE changed_at >= $1), position + 1) - 1)
  RETURNING kept_after AS "keptAfter"`;

const REMOVE = `DELETE FROM change c WHERE c.position > $1 AND c.position <= $2 AND (c.operation = 'DELETE' OR EXISTS (
  SELECT FROM change n WHERE n.type = c.type AND n.entity_id = c.entity_id AND n.position > c.position))`;

/** Removes what is older than `before` and no longer needed; tells how many changes that were. */
export async function compactChanges(db: Database, before: Date): Promise<number> {
  // First readers are told, then it is taken away: nobody goes on over a hole.
  const [head] = await db.query<{ keptAfter: number }>(MOVE_ON, [before]);
  const keptAfter = head?.keptAfter ?? 0;
  let removed = 0;
  for (let from = 0; from < keptAfter; from += STEP)
    removed += await db.execute(REMOVE, [from, Math.min(from + STEP, keptAfter)]);
  return removed;
}
