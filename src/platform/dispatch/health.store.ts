/** How a party bears up: failures in a row, held back, disabled, well again. */
import type { Queryable } from '../database/database.ts';
import { holdAfter, PATIENCE_MS } from './patience.ts';
import type { DispatchTables } from './tables.ts';

/** What a round of tries says of the party. */
export interface Round {
  readonly succeeded: number;
  readonly failed: number;
  /** It does not want to be told any more. */
  readonly gone: boolean;
  /** The longest pause it asked for, in milliseconds. */
  readonly retryAfter: number;
}

export interface PartyHealth {
  readonly id: number;
  readonly failures: number;
  readonly failingSince: Date | null;
}

const well = ({ parties }: DispatchTables): string => `UPDATE ${parties}
  SET failures = 0, failing_since = NULL, held_until = NULL WHERE id = $1 AND failures > 0`;
const failing = ({ parties }: DispatchTables): string => `UPDATE ${parties}
  SET failures = failures + $2, failing_since = coalesce(failing_since, $3), held_until = $4 WHERE id = $1`;
const disable = ({ parties }: DispatchTables): string => `UPDATE ${parties}
  SET state = 'DISABLED', state_reason = $2, version = version + 1 WHERE id = $1 AND state = 'ACTIVE'`;

function heldUntil({ failures }: PartyHealth, { succeeded, failed, retryAfter }: Round, now: Date): Date | null {
  const wait = Math.max(retryAfter, succeeded > 0 ? 0 : holdAfter(failures + failed));
  return wait === 0 ? null : new Date(now.getTime() + wait);
}

/** Keeps what a round of tries said; tells the reason if the party was disabled for it. */
export async function keepHealth(
  { db, tables, now }: { readonly db: Queryable; readonly tables: DispatchTables; readonly now: Date },
  party: PartyHealth,
  round: Round,
): Promise<'GONE' | 'UNREACHABLE' | null> {
  const { id, failingSince } = party;
  if (round.succeeded > 0) await db.execute(well(tables), [id]);
  if (round.failed > 0 && (round.succeeded === 0 || round.retryAfter > 0)) {
    const failures = round.succeeded > 0 ? 0 : round.failed;
    await db.execute(failing(tables), [id, failures, now, heldUntil(party, round, now)]);
  }
  const given = failingSince !== null && now.getTime() - failingSince.getTime() >= PATIENCE_MS;
  const reason = round.gone ? 'GONE' : given && round.succeeded === 0 ? 'UNREACHABLE' : null;
  if (reason !== null) await db.execute(disable(tables), [id, reason]);
  return reason;
}
