/** What waits for an endpoint and what was given up, and the upkeep of what is over. */
import type { Queryable } from '../../platform/database/database.ts';
import type { DeliveryState } from './delivery.store.ts';

/** A message as its owner looks at it. */
export interface Delivery {
  readonly position: number;
  readonly state: DeliveryState;
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
  readonly latest: readonly Delivery[];
}

const COUNTS = `SELECT count(*) FILTER (WHERE state = 'PENDING')::int AS pending,
    count(*) FILTER (WHERE state = 'DEAD')::int AS dead FROM webhook_delivery WHERE endpoint_id = $1`;
const LATEST = `SELECT position, state, planned_at AS "plannedAt", attempts, next_attempt_at AS "nextAttemptAt", status,
    error, ended_at AS "endedAt" FROM webhook_delivery WHERE endpoint_id = $1 ORDER BY position DESC LIMIT 100`;

export async function readBacklog(db: Queryable, endpointId: number): Promise<Backlog> {
  const [counts] = await db.query<{ pending: number; dead: number }>(COUNTS, [endpointId]);
  const latest = await db.query<Delivery>(LATEST, [endpointId]);
  return { pending: counts?.pending ?? 0, dead: counts?.dead ?? 0, latest };
}

/** Removes messages that ended before that moment; returns their number. */
export function removeEnded(db: Queryable, before: Date): Promise<number> {
  return db.execute(`DELETE FROM webhook_delivery WHERE state <> 'PENDING' AND ended_at < $1`, [before]);
}
