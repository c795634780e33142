/** Messages to be sent, in the database: planned from the feed. How they are taken in hand and end is the dispatch's. */
import type { Database } from '../../platform/database/database.ts';
import type { DispatchTables } from '../../platform/dispatch/index.ts';
import type { ChangeSpan } from '../delivery/index.ts';
import type { Endpoint } from './endpoint.ts';

export const WEBHOOK_TABLES: DispatchTables = {
  parties: 'webhook_endpoint',
  items: 'webhook_delivery',
  party: 'endpoint_id',
  item: 'position',
};

/** Messages of one endpoint that wait before no more are planned. */
const BACKLOG = 10_000;

const PLAN = `INSERT INTO webhook_delivery (endpoint_id, position, lane, planned_at, next_attempt_at)
  SELECT $1, c.position, coalesce(c.household_id::text, c.type || ' ' || c.entity_id), $3, $3
  FROM change c WHERE c.position = ANY($2) ON CONFLICT DO NOTHING`;

/** Plans what `read` finds after the endpoint's position; whether there may be more. */
export function planMessages(
  db: Database,
  { id }: Pick<Endpoint, 'id'>,
  now: Date,
  read: (after: number) => Promise<ChangeSpan>,
): Promise<boolean> {
  return db.tx(async (tx) => {
    const [row] = await tx.query<{ position: number; waiting: number }>(
      `SELECT position, (SELECT count(*)::int FROM webhook_delivery d WHERE d.endpoint_id = e.id
         AND d.state = 'PENDING') AS waiting
       FROM webhook_endpoint e WHERE id = $1 FOR UPDATE SKIP LOCKED`,
      [id],
    );
    if (row === undefined || row.waiting >= BACKLOG) return false;
    const { changes, upTo, feed } = await read(row.position);
    if (changes.length > 0) await tx.execute(PLAN, [id, changes.map(({ position }) => position), now]);
    if (upTo > row.position) await tx.execute('UPDATE webhook_endpoint SET position = $2 WHERE id = $1', [id, upTo]);
    return upTo < feed.head;
  });
}
