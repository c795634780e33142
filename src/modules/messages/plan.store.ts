/** What an address is to be told of: found in the feed and by the clock, kept once per address. */
import type { Day } from '../../kernel/day.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import { type Change, listChanges } from '../delivery/index.ts';
import type { MessageAddress } from './address.ts';
import type { MessagePolicy } from './message-policy.ts';

const PAGE = 1_000;
const HOUR_MS = 3_600_000;
/** Emergency accesses older than that are told by nobody's notice. */
const EMERGENCY_MS = 48 * HOUR_MS;

/** Whose alerts: a person's by roster and assignment, a group's by place. */
export interface Turn {
  /** Null: a group. */
  readonly subject: string | null;
  readonly divisions: readonly string[];
}

/**
 * Alerts whose turn it is of `$2`, or that are worked in the places `$3`. A group of a street is told of its committees'
 * alerts, one of the district only of what was passed up to it.
 */
export const MINE = `CASE WHEN $2::text IS NOT NULL THEN a.recipient = $2 OR a.assignee = $2
  ELSE EXISTS (SELECT FROM unnest($3::text[]) AS own(place) WHERE a.recipient_at = own.place
    OR (length(own.place) >= 9 AND starts_with(a.recipient_at, own.place))) END`;

/** Urgent by severity, or passed up; told again only when it became graver or went further up. */
const ALERTS = `INSERT INTO message_notice (address_id, key, kind, alert_id, rank, planned_at)
  SELECT $1, format('%s %s %s', lower(n.kind), a.id, CASE n.kind WHEN 'URGENT' THEN a.severity_rank::text ELSE a.level END),
    n.kind, a.id, a.severity_rank, $4
  FROM alert a CROSS JOIN LATERAL (SELECT 'URGENT' AS kind WHERE a.severity = ANY($6)
    UNION ALL SELECT 'PASSED_UP' WHERE EXISTS (SELECT FROM alert_event e
      WHERE e.alert_id = a.id AND e.kind = 'PASSED_UP' AND e.details->>'to' = a.level)) n
  WHERE a.id = ANY($5::bigint[]) AND a.state <> 'CLOSED' AND ${MINE} AND n.kind = ANY($7)
    AND NOT EXISTS (SELECT FROM message_notice o WHERE n.kind = 'URGENT' AND o.address_id = $1 AND o.alert_id = a.id
      AND o.kind = 'URGENT' AND o.rank <= a.severity_rank)
  ON CONFLICT DO NOTHING`;

/** `$5` severities, `$6` moments: whoever is due before then and was not visited. */
const RUNNING_OUT = `INSERT INTO message_notice (address_id, key, kind, alert_id, rank, planned_at)
  SELECT $1, format('running_out %s %s', a.id, extract(epoch FROM a.due_at)::bigint), 'RUNNING_OUT', a.id, a.severity_rank, $4
  FROM alert a JOIN unnest($5::text[], $6::timestamptz[]) AS soon(severity, until) ON soon.severity = a.severity
  WHERE a.state <> 'CLOSED' AND a.contacted_at IS NULL AND a.due_at > $4 AND a.due_at <= soon.until AND ${MINE}
  ON CONFLICT DO NOTHING`;

const EMERGENCIES = `INSERT INTO message_notice (address_id, key, kind, planned_at)
  SELECT $1, 'emergency ' || id, 'EMERGENCY', $2 FROM emergency_access WHERE at > $3 ON CONFLICT DO NOTHING`;

const DIGEST = `INSERT INTO message_notice (address_id, key, kind, planned_at)
  VALUES ($1, 'digest ' || $2, 'DIGEST', $3) ON CONFLICT DO NOTHING`;

export interface Planning {
  readonly address: MessageAddress;
  readonly turn: Turn;
  readonly patterns: readonly string[];
  readonly policy: MessagePolicy;
  readonly now: Date;
}

const alertsOf = (changes: readonly Change[]): string[] => [...new Set(changes.map(({ entityId }) => entityId))];

/** What changed since it was last looked at. */
export async function planFromFeed(tx: Transaction, { address, turn, patterns, policy, now }: Planning): Promise<void> {
  const { id, kinds } = address;
  let after = address.position;
  for (let head = after + 1; after < head; ) {
    const { changes, upTo, feed } = await listChanges(tx, { after, types: ['ALERT'], patterns, limit: PAGE });
    const ids = alertsOf(changes);
    const values = [id, turn.subject, turn.divisions, now, ids, policy.urgent.severities, kinds];
    if (ids.length > 0) await tx.execute(ALERTS, values);
    [after, head] = [upTo, feed.head];
  }
  await tx.execute('UPDATE message_address SET position = $2 WHERE id = $1', [id, after]);
}

/** What time brings: clocks that run out, accesses in an emergency, and the day's digest (`day`, null: not now). */
export async function planFromClock(
  tx: Queryable,
  { address, turn, policy, now }: Planning,
  day: Day | null,
): Promise<void> {
  const { id, kinds } = address;
  if (kinds.includes('RUNNING_OUT')) {
    const soon = Object.entries(policy.urgent.runsOut);
    const until = soon.map(([, hours]) => new Date(now.getTime() + (hours ?? 0) * HOUR_MS));
    const severities = soon.map(([severity]) => severity);
    await tx.execute(RUNNING_OUT, [id, turn.subject, turn.divisions, now, severities, until]);
  }
  if (kinds.includes('EMERGENCY'))
    await tx.execute(EMERGENCIES, [
      id,
      now,
      new Date(Math.max(now.getTime() - EMERGENCY_MS, address.createdAt.getTime())),
    ]);
  if (kinds.includes('DIGEST') && day !== null) await tx.execute(DIGEST, [id, day, now]);
}
