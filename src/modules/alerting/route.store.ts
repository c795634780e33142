/** Gives every open alert a recipient by the roster of the day, and passes it up when nobody came in time. */
import type { Day } from '../../kernel/day.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { alertsFailing, SEVERITIES, type Severity, shifted } from '../discovery/index.ts';
import type { AlertingPack } from './alerting-pack.ts';
import type { Roster } from './roster/roster.ts';
import { tellWorked } from './told-changes.ts';

/** Where an alert can be, from below. */
export const ALERT_LEVELS = ['COMMITTEE', 'STREET', 'DISTRICT'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** `marked`: the households taken in this transaction; `all`: every open alert, when the roster turned a day. */
export type AlertScope = 'marked' | 'all';

/** As a join on `alert a`. */
export const inScope: Readonly<Record<AlertScope, string>> = {
  marked: 'JOIN alerting k ON k.household_id = a.household_id',
  all: '',
};

const DUTY = 'CREATE TEMP TABLE IF NOT EXISTS duty (division text PRIMARY KEY, holder text) ON COMMIT DELETE ROWS';
const FILL = 'INSERT INTO duty SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING';

/**
 * The nearest filled post at the alert's level or above; the top answers for whatever place has none. What is marked is
 * told with everything else that is done to it.
 */
const route = (scope: AlertScope): string => `WITH routed AS (
    SELECT a.id, d.division, d.holder, CASE length(d.division) WHEN 12 THEN 'COMMITTEE' WHEN 9 THEN 'STREET' ELSE 'DISTRICT' END AS level
    FROM alert a ${inScope[scope]} CROSS JOIN LATERAL (
      SELECT division, holder FROM duty WHERE division = $3
        OR (a.level = 'COMMITTEE' AND division = a.committee_code) OR (a.level <> 'DISTRICT' AND division = a.street_code)
      ORDER BY length(division) DESC LIMIT 1) d
    WHERE a.state <> 'CLOSED' AND (a.recipient, a.recipient_at) IS DISTINCT FROM (d.holder, d.division)),
  moved AS (UPDATE alert a SET recipient = r.holder, recipient_at = r.division, level = r.level,
      turn_ends_at = CASE WHEN r.level = 'DISTRICT' THEN NULL ELSE coalesce(a.turn_ends_at, a.due_at) END
    FROM routed r WHERE a.id = r.id RETURNING a.*)${
      scope === 'all'
        ? `,
  told AS (${tellWorked('moved')})`
        : ''
    }
  INSERT INTO alert_event (alert_id, at, "on", kind, details)
  SELECT id, $2::timestamptz, $1::date, 'ROUTED', jsonb_build_object('to', holder, 'at', division) FROM routed`;

export interface Routing {
  readonly roster: Roster;
  readonly day: Day;
  readonly now: Date;
}

/** Tells how many alerts got another recipient. */
export async function routeAlerts(tx: Transaction, scope: AlertScope, { roster, day, now }: Routing): Promise<number> {
  const recipients = roster.recipientsOn(day);
  await tx.execute(DUTY);
  await tx.execute(FILL, [[...recipients.keys()], [...recipients.values()]]);
  return tx.execute(route(scope), [day, now, roster.top]);
}

/** What the packs' check X3 finds goes one level up; the clock of its severity starts again there. */
const passUpStatement = (late: string): string => `WITH late AS (
    SELECT id, level AS was, CASE level WHEN 'COMMITTEE' THEN 'STREET' ELSE 'DISTRICT' END AS level FROM alert a
    WHERE level <> 'DISTRICT' AND (${late}) FOR UPDATE SKIP LOCKED),
  passed AS (UPDATE alert a SET level = l.level, version = a.version + 1,
      turn_ends_at = CASE l.level WHEN 'DISTRICT' THEN NULL ELSE ($3::timestamptz[])[a.severity_rank] END
    FROM late l WHERE a.id = l.id RETURNING a.*),
  told AS (${tellWorked('passed')})
  INSERT INTO alert_event (alert_id, at, "on", kind, details)
  SELECT id, $2::timestamptz, $1::date, 'PASSED_UP', jsonb_build_object('from', was, 'to', level) FROM late`;

/** Passes up what nobody answered in time and routes it; tells how many. */
export async function passUp(
  tx: Transaction,
  routing: Routing & { readonly due: ReadonlyMap<Severity, Date>; readonly pack: AlertingPack },
): Promise<number> {
  const { day, now, due, pack } = routing;
  const late = alertsFailing(pack, 'X3', { day, now });
  const levels = SEVERITIES.map((severity) => due.get(severity) ?? null);
  const text = passUpStatement(shifted(late.text, 3));
  const passed = await tx.execute(text, [day, now, levels, ...late.values]);
  await routeAlerts(tx, 'all', routing);
  return passed;
}
