/** Tells followers what became of alerts, in the transaction that changed them. */
import { appendSelected, scopeKeys } from '../../platform/outbox/outbox.ts';

/** Under which keys the alert that `alert` names is reached. */
const reachedBy = (alert: string): string => scopeKeys(`${alert}.street_code`, `${alert}.committee_code`);

/** Alerts that stand where they stood; `from` names rows of `alert`. */
export function tellWorked(from: string): string {
  return appendSelected(`SELECT 'ALERT', w.id::text, w.household_id, 'UPSERT',
    CASE w.state WHEN 'CLOSED' THEN 'CLOSED' ELSE 'CHANGED' END, w.version, ${reachedBy('w')}, ${reachedBy('w')}
    FROM ${from} w ORDER BY w.id`);
}

export const TELLING_TABLES = [
  `CREATE TEMP TABLE IF NOT EXISTS alert_before (alert_id bigint PRIMARY KEY, state text, severity_rank smallint, version int,
    scope text[], recipient text, recipient_at text) ON COMMIT DELETE ROWS`,
  'CREATE TEMP TABLE IF NOT EXISTS alert_rewritten (alert_id bigint) ON COMMIT DELETE ROWS',
];

/** How the alerts of the households taken stood before anything was done to them. */
export const KEEP_BEFORE = `INSERT INTO alert_before
  SELECT a.id, a.state, a.severity_rank, a.version, ${reachedBy('a')}, a.recipient, a.recipient_at
  FROM alert a JOIN alerting k ON k.household_id = a.household_id`;

/**
 * Raised, escalated, closed, moved, given to somebody else, or resting on other hits, evidence or people. Each alert is
 * looked up by its id: how many there are besides does not matter.
 */
export const TELL_APPLIED = appendSelected(`SELECT 'ALERT', a.id::text, a.household_id, 'UPSERT',
    CASE WHEN a.state = 'CLOSED' AND b.state IS DISTINCT FROM 'CLOSED' THEN 'CLOSED' WHEN b.alert_id IS NULL THEN 'RAISED'
      WHEN a.severity_rank < b.severity_rank THEN 'ESCALATED' ELSE 'CHANGED' END,
    a.version, coalesce(b.scope, '{}'), ${reachedBy('a')}
  FROM (SELECT alert_id FROM alert_change UNION SELECT alert_id FROM alert_rewritten UNION SELECT alert_id FROM alert_before) t
  CROSS JOIN LATERAL (SELECT * FROM alert n WHERE n.id = t.alert_id OFFSET 0) a
  LEFT JOIN alert_before b ON b.alert_id = a.id
  WHERE EXISTS (SELECT FROM alert_change c WHERE c.alert_id = a.id)
    OR EXISTS (SELECT FROM alert_rewritten r WHERE r.alert_id = a.id)
    OR (b.version, b.scope, b.recipient, b.recipient_at) IS DISTINCT FROM (a.version, ${reachedBy('a')}, a.recipient, a.recipient_at)
  ORDER BY a.id`);
