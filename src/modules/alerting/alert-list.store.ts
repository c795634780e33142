/** Reading alerts: filtered, within the caller's scope, page by page in the order they were raised. */
import type { Queryable } from '../../platform/database/database.ts';
import { ALERT_STATES, type Alert, type AlertPage, type AlertQuery } from './alert.ts';

/** The divisions in `$1`, as a condition on `alert a`. */
export const SCOPE = `EXISTS (SELECT FROM unnest($1::text[]) AS division
  WHERE starts_with(a.street_code, division) OR starts_with(a.committee_code, division))`;

const HITS = `(SELECT coalesce(json_agg(json_build_object('ruleId', t.rule_id, 'ruleVersion', t.rule_version,
    'severity', t.severity, 'firstSeenOn', t.first_seen_on, 'endedOn', t.ended_on, 'members', t.members,
    'evidence', t.evidence) ORDER BY t.rule_id), '[]')
  FROM alert_hit t WHERE t.alert_id = a.id AND (t.ended_on IS NULL OR a.state = 'CLOSED'))`;

const COLUMNS = `a.id, a.household_id AS "householdId", a.state, a.severity, a.raised_at AS "raisedAt",
  a.raised_on AS "raisedOn", a.due_at AS "dueAt", a.street_code AS "streetCode", a.committee_code AS "committeeCode",
  a.assignee, a.outcome, a.closed_at AS "closedAt", a.version, ${HITS} AS hits`;

interface Condition {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a filter asks, as SQL with placeholders from `$1` on. */
function conditionOf({ filter, scope }: AlertQuery, now: Date): Condition {
  const values: unknown[] = [scope];
  const parts = [SCOPE];
  const ask = (value: unknown, text: (place: string) => string): void => {
    if (value !== undefined && value !== null) parts.push(text(`$${values.push(value)}`));
  };
  ask(filter.states ?? ALERT_STATES.filter((state) => state !== 'CLOSED'), (place) => `a.state = ANY(${place})`);
  ask(filter.severities, (place) => `a.severity = ANY(${place})`);
  ask(filter.streetCode, (place) => `a.street_code = ${place}`);
  ask(filter.committeeCode, (place) => `a.committee_code = ${place}`);
  ask(filter.assignee, (place) => `a.assignee = ${place}`);
  ask(
    filter.ruleIds,
    (place) => `EXISTS (SELECT FROM alert_hit t WHERE t.alert_id = a.id
    AND (t.ended_on IS NULL OR a.state = 'CLOSED') AND t.rule_id = ANY(${place}))`,
  );
  if (typeof filter.overdue === 'boolean')
    ask(now, (place) => `coalesce(a.state <> 'CLOSED' AND a.due_at < ${place}, false) = ${filter.overdue}`);
  return { text: parts.join(' AND '), values };
}

/** One page, and how many there are in all. */
export async function listAlerts(db: Queryable, query: AlertQuery, now: Date): Promise<AlertPage> {
  const { text, values } = conditionOf(query, now);
  const [page, counted] = await Promise.all([
    db.query<Alert>(
      `SELECT ${COLUMNS} FROM alert a WHERE ${text} AND a.id > $${values.length + 1} ORDER BY a.id LIMIT $${values.length + 2}`,
      [...values, query.after ?? 0, query.first + 1],
    ),
    db.query<{ count: number }>(`SELECT count(*)::int AS count FROM alert a WHERE ${text}`, values),
  ]);
  return {
    alerts: page.slice(0, query.first),
    hasNextPage: page.length > query.first,
    totalCount: counted[0]?.count ?? 0,
  };
}

/** An alert within the scope; null where there is none to see. */
export async function findAlert(db: Queryable, id: number, scope: readonly string[]): Promise<Alert | null> {
  const [alert] = await db.query<Alert>(`SELECT ${COLUMNS} FROM alert a WHERE ${SCOPE} AND a.id = $2`, [scope, id]);
  return alert ?? null;
}
