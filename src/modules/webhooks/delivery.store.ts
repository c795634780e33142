/** Messages to be sent, in the database: planned from the feed, taken in hand by one dispatcher at a time, ended. */
import type { Database } from '../../platform/database/database.ts';
import type { ChangeSpan } from '../delivery/index.ts';
import type { Endpoint } from './endpoint.ts';
import { isHeld } from './patience.ts';

/** How a message stands. WITHHELD: the caller was never to know. DEAD: given up, waits for a replay. */
export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'WITHHELD', 'DEAD'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A message in hand. */
export interface Claimed {
  readonly position: number;
  readonly attempts: number;
  readonly plannedAt: Date;
}

/** Messages of one endpoint that wait before no more are planned. */
const BACKLOG = 10_000;
/** A dispatcher that dies is followed by another after this. */
const LEASE_MS = 5 * 60_000;

const PLAN = `INSERT INTO webhook_delivery (endpoint_id, position, lane, planned_at, next_attempt_at)
  SELECT $1, c.position, coalesce(c.household_id::text, c.type || ' ' || c.entity_id), $3, $3
  FROM change c WHERE c.position = ANY($2) ON CONFLICT DO NOTHING`;

/** The first message of each lane; the ones behind it wait for it. A held endpoint is asked with one message. */
const CLAIM = `WITH heads AS MATERIALIZED (
    SELECT DISTINCT ON (lane) position, next_attempt_at, leased_until FROM webhook_delivery
    WHERE endpoint_id = $1 AND state = 'PENDING' ORDER BY lane, position),
  due AS (SELECT position FROM heads
    WHERE next_attempt_at <= $2 AND (leased_until IS NULL OR leased_until <= $2) ORDER BY position LIMIT $4)
  UPDATE webhook_delivery d SET leased_until = $3, attempts = attempts + 1 FROM due
  WHERE d.endpoint_id = $1 AND d.position = due.position AND d.state = 'PENDING'
    AND (d.leased_until IS NULL OR d.leased_until <= $2)
  RETURNING d.position, d.attempts, d.planned_at AS "plannedAt"`;

const SETTLE = `UPDATE webhook_delivery d SET state = r.state, status = r.status, error = r.error, leased_until = NULL,
    next_attempt_at = coalesce(r.again, d.next_attempt_at), ended_at = CASE WHEN r.state <> 'PENDING' THEN $7::timestamptz END
  FROM unnest($2::bigint[], $3::text[], $4::int[], $5::text[], $6::timestamptz[]) AS r(position, state, status, error, again)
  WHERE d.endpoint_id = $1 AND d.position = r.position`;

const RELEASE = `UPDATE webhook_delivery SET leased_until = NULL, attempts = attempts - 1
  WHERE endpoint_id = $1 AND position = ANY($2)`;

/** What became of an attempt. */
export interface Attempted {
  readonly position: number;
  readonly state: DeliveryState;
  /** Status of the answer; null: there was none. */
  readonly status: number | null;
  /** Why there was none: a code of the catalogue. */
  readonly error: string | null;
  /** When it is tried again. */
  readonly again: Date | null;
}

export interface DeliveryStore {
  /** Plans what `read` finds after the endpoint's position; whether there may be more. */
  plan(endpoint: Endpoint, now: Date, read: (after: number) => Promise<ChangeSpan>): Promise<boolean>;
  claim(endpoint: Endpoint, now: Date, limit: number): Promise<Claimed[]>;
  /** Gives back what was taken in hand and not tried. */
  release(endpointId: number, claimed: readonly Claimed[]): Promise<void>;
  settle(endpointId: number, attempted: readonly Attempted[], now: Date): Promise<void>;
}

export function createDeliveryStore(db: Database): DeliveryStore {
  return {
    plan: ({ id }, now, read) =>
      db.tx(async (tx) => {
        const [row] = await tx.query<{ position: number; waiting: number }>(
          `SELECT position, (SELECT count(*)::int FROM webhook_delivery d WHERE d.endpoint_id = e.id
             AND d.state = 'PENDING') AS waiting
           FROM webhook_endpoint e WHERE id = $1 FOR UPDATE SKIP LOCKED`,
          [id],
        );
        if (row === undefined || row.waiting >= BACKLOG) return false;
        const { changes, upTo, feed } = await read(row.position);
        if (changes.length > 0) await tx.execute(PLAN, [id, changes.map(({ position }) => position), now]);
        if (upTo > row.position)
          await tx.execute('UPDATE webhook_endpoint SET position = $2 WHERE id = $1', [id, upTo]);
        return upTo < feed.head;
      }),
    claim: ({ id, failures }, now, limit) =>
      db.query<Claimed>(CLAIM, [id, now, new Date(now.getTime() + LEASE_MS), isHeld(failures) ? 1 : limit]),
    async release(endpointId, claimed) {
      if (claimed.length > 0) await db.execute(RELEASE, [endpointId, claimed.map(({ position }) => position)]);
    },
    async settle(endpointId, attempted, now) {
      const column = <K extends keyof Attempted>(name: K) => attempted.map((one) => one[name]);
      const columns = [column('position'), column('state'), column('status'), column('error'), column('again')];
      await db.execute(SETTLE, [endpointId, ...columns, now]);
    },
  };
}
