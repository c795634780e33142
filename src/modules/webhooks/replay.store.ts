/** Sends everything again that changed since a moment. The messages keep their ids, so that a receiver knows them. */
import type { Database } from '../../platform/database/database.ts';

/** Where the feed of that moment begins; null: nothing changed since. */
const BEFORE = `SELECT min(position) - 1 AS position FROM change WHERE changed_at >= $1`;
const FORGET = `DELETE FROM webhook_delivery WHERE endpoint_id = $1 AND position > $2 AND state <> 'PENDING'`;
const RETURN = `UPDATE webhook_endpoint SET position = least(position, $2) WHERE id = $1`;

/** As far back as the feed reaches. */
export function replaySince(db: Database, endpointId: number, since: Date): Promise<void> {
  return db.tx(async (tx) => {
    const [found] = await tx.query<{ position: number | null }>(BEFORE, [since]);
    if (found?.position == null) return;
    await tx.execute(RETURN, [endpointId, found.position]);
    await tx.execute(FORGET, [endpointId, found.position]);
  });
}
