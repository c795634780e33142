/** Sends again what was sent or given up. The messages keep their ids, so that a receiver knows them. */
import type { Database } from '../../platform/database/database.ts';

const AGAIN = `UPDATE webhook_delivery SET state = 'PENDING', attempts = 0, planned_at = $3, next_attempt_at = $3,
    ended_at = NULL WHERE endpoint_id = $1 AND position = $2 AND state <> 'PENDING'`;

/** Where the feed of that moment begins; null: nothing changed since. */
const BEFORE = `SELECT min(position) - 1 AS position FROM change WHERE changed_at >= $1`;
const FORGET = `DELETE FROM webhook_delivery WHERE endpoint_id = $1 AND position > $2 AND state <> 'PENDING'`;
const RETURN = `UPDATE webhook_endpoint SET position = least(position, $2) WHERE id = $1`;

/** Sends one message again; false: there is none at that position, or it waits already. */
export async function replayOne(db: Database, endpointId: number, position: number, now: Date): Promise<boolean> {
  return (await db.execute(AGAIN, [endpointId, position, now])) === 1;
}

/** Sends everything again that changed since a moment, as far back as the feed reaches. */
export function replaySince(db: Database, endpointId: number, since: Date): Promise<void> {
  return db.tx(async (tx) => {
    const [found] = await tx.query<{ position: number | null }>(BEFORE, [since]);
    if (found?.position == null) return;
    await tx.execute(RETURN, [endpointId, found.position]);
    await tx.execute(FORGET, [endpointId, found.position]);
  });
}
