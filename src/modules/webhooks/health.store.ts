/** How an endpoint bears up: failures in a row, held back, disabled, well again. */
import type { Queryable } from '../../platform/database/database.ts';
import type { Endpoint } from './endpoint.ts';
import { holdAfter, PATIENCE_MS } from './patience.ts';

/** What a round of attempts says of the endpoint. */
export interface Round {
  readonly succeeded: number;
  readonly failed: number;
  /** It answered 410: it does not want to be told any more. */
  readonly gone: boolean;
  /** The longest pause it asked for, in milliseconds. */
  readonly retryAfter: number;
}

const WELL = `UPDATE webhook_endpoint SET failures = 0, failing_since = NULL, held_until = NULL
  WHERE id = $1 AND failures > 0`;
const FAILING = `UPDATE webhook_endpoint SET failures = failures + $2, failing_since = coalesce(failing_since, $3),
    held_until = $4 WHERE id = $1`;
const DISABLE = `UPDATE webhook_endpoint SET state = 'DISABLED', state_reason = $2, version = version + 1
  WHERE id = $1 AND state = 'ACTIVE'`;

function heldUntil({ failures }: Endpoint, { succeeded, failed, retryAfter }: Round, now: Date): Date | null {
  const wait = Math.max(retryAfter, succeeded > 0 ? 0 : holdAfter(failures + failed));
  return wait === 0 ? null : new Date(now.getTime() + wait);
}

/** Keeps what a round of attempts said; tells the reason if the endpoint was disabled for it. */
export async function keepHealth(
  db: Queryable,
  endpoint: Endpoint,
  round: Round,
  now: Date,
): Promise<'GONE' | 'UNREACHABLE' | null> {
  const { id, failingSince } = endpoint;
  if (round.succeeded > 0) await db.execute(WELL, [id]);
  if (round.failed > 0 && (round.succeeded === 0 || round.retryAfter > 0)) {
    await db.execute(FAILING, [id, round.succeeded > 0 ? 0 : round.failed, now, heldUntil(endpoint, round, now)]);
  }
  const given = failingSince !== null && now.getTime() - failingSince.getTime() >= PATIENCE_MS;
  const reason = round.gone ? 'GONE' : given && round.succeeded === 0 ? 'UNREACHABLE' : null;
  if (reason !== null) await db.execute(DISABLE, [id, reason]);
  return reason;
}
