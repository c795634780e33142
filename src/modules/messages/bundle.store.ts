/** Makes one message of what waits to be told: at most one in a while and so many a day, nothing in quiet hours. */
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import type { DispatchTables } from '../../platform/dispatch/index.ts';
import type { MessageKind } from './address.ts';

export const MESSAGE_TABLES: DispatchTables = {
  parties: 'message_address',
  items: 'message',
  party: 'address_id',
  item: 'id',
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface Bundling {
  readonly addressId: number;
  readonly now: Date;
  /** Ranks of severities that may leave now; null: everything may. */
  readonly passing: readonly number[] | null;
  readonly pace: { readonly everyMinutes: number; readonly perDay: number };
}

/** A digest takes with it whatever waits. */
const DIGEST = `WITH digest AS (SELECT FROM message_notice WHERE address_id = $1 AND message_id IS NULL AND kind = 'DIGEST'),
  made AS (INSERT INTO message (address_id, kind, planned_at, next_attempt_at)
    SELECT $1, 'DIGEST', $2, $2 WHERE EXISTS (SELECT FROM digest) RETURNING id)
  UPDATE message_notice SET message_id = made.id FROM made WHERE address_id = $1 AND message_id IS NULL`;

const NOTICE = `WITH waiting AS (SELECT key FROM message_notice WHERE address_id = $1 AND message_id IS NULL
    AND kind <> 'DIGEST' AND ($3::int[] IS NULL OR rank = ANY($3))),
  paced AS (SELECT count(*) FILTER (WHERE planned_at > $4) = 0 AND count(*) < $6::int AS free
    FROM message WHERE address_id = $1 AND kind = 'NOTICE' AND planned_at > $5),
  made AS (INSERT INTO message (address_id, kind, planned_at, next_attempt_at)
    SELECT $1, 'NOTICE', $2, $2 FROM paced WHERE free AND EXISTS (SELECT FROM waiting) RETURNING id)
  UPDATE message_notice n SET message_id = made.id FROM made, waiting WHERE n.address_id = $1 AND n.key = waiting.key`;

/** Quiet hours hold the digest back too: its hour may have been missed. */
export async function bundle(tx: Transaction, { addressId, now, passing, pace }: Bundling): Promise<void> {
  if (passing === null) await tx.execute(DIGEST, [addressId, now]);
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  const times = [before(pace.everyMinutes * MINUTE_MS), before(DAY_MS)];
  await tx.execute(NOTICE, [addressId, now, passing, ...times, pace.perDay]);
}

/** What a message is to tell. */
export interface Notice {
  readonly kind: MessageKind;
  readonly alertId: number | null;
  readonly rank: number | null;
  readonly plannedAt: Date;
}

/** The gravest first, and how many there are of each kind. */
export async function noticesOf(
  db: Queryable,
  messageId: number,
  limit: number,
): Promise<{ readonly notices: readonly Notice[]; readonly total: number }> {
  const notices = await db.query<Notice & { total: number }>(
    `SELECT kind, alert_id AS "alertId", rank, planned_at AS "plannedAt", count(*) OVER ()::int AS total
     FROM message_notice WHERE message_id = $1 ORDER BY rank NULLS LAST, planned_at, key LIMIT $2`,
    [messageId, limit],
  );
  return { notices, total: notices[0]?.total ?? 0 };
}

export async function kindOf(db: Queryable, messageId: number): Promise<'DIGEST' | 'NOTICE' | null> {
  const [row] = await db.query<{ kind: 'DIGEST' | 'NOTICE' }>('SELECT kind FROM message WHERE id = $1', [messageId]);
  return row?.kind ?? null;
}

export async function alertIdsOf(db: Queryable, messageId: number): Promise<readonly number[]> {
  const rows = await db.query<{ id: number }>(
    'SELECT DISTINCT alert_id AS id FROM message_notice WHERE message_id = $1 AND alert_id IS NOT NULL',
    [messageId],
  );
  return rows.map(({ id }) => id);
}

/** Forgets what was told before that moment, of alerts that are closed. */
export function forgetNotices(db: Queryable, before: Date): Promise<number> {
  return db.execute(
    `DELETE FROM message_notice n WHERE planned_at < $1
       AND NOT EXISTS (SELECT FROM alert a WHERE a.id = n.alert_id AND a.state <> 'CLOSED')`,
    [before],
  );
}
