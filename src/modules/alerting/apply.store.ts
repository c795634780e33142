/** Brings the open alerts in line with the hits of discovery, all marked households together. */
import type { Day } from '../../kernel/day.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { lookUpOneByOne } from '../../platform/database/few.ts';
import { foldTally } from '../../platform/database/tally.ts';
import { SEVERITIES, type Severity } from '../discovery/index.ts';
import type { AlertingPack } from './alerting-pack.ts';
import type { Roster } from './roster/roster.ts';
import { routeAlerts } from './route.store.ts';
import { rankByShownHits } from './shown-rank.store.ts';
import { KEEP_BEFORE, TELL_APPLIED, TELLING_TABLES } from './told-changes.ts';

export interface AlertCounts {
  readonly raised: number;
  readonly changed: number;
  readonly closed: number;
}

const UNCHANGED: AlertCounts = { raised: 0, changed: 0, closed: 0 };

/** From so many new alerts on, the planner's picture of them is out of date until they are analysed. */
const MANY_ALERTS = 300;
const MANY_HOUSEHOLDS = 300;

export interface Moment {
  readonly day: Day;
  readonly now: Date;
  readonly due: ReadonlyMap<Severity, Date>;
  readonly roster: Roster;
  readonly pack: AlertingPack;
}

const RANKED = `ARRAY[${SEVERITIES.map((severity) => `'${severity}'`).join(', ')}]`;
const rank = (severity: string): string => `array_position(${RANKED}, ${severity})`;

const TABLES = [
  'CREATE TEMP TABLE IF NOT EXISTS alerting (household_id bigint PRIMARY KEY) ON COMMIT DELETE ROWS',
  'CREATE TEMP TABLE IF NOT EXISTS alert_change (alert_id bigint, kind text) ON COMMIT DELETE ROWS',
  ...TELLING_TABLES,
];

/**
 * What was marked, and where a person's word no longer holds: what still stands is raised again. Alerts whose members came
 * or left, closed ones too, are not what they were.
 */
const TAKE = `WITH taken AS (DELETE FROM alert_mark RETURNING household_id, persons),
  resettled AS (INSERT INTO alert_rewritten SELECT DISTINCT t.alert_id FROM taken k
    JOIN alert a ON a.household_id = k.household_id JOIN alert_hit t ON t.alert_id = a.id AND t.members && k.persons
    WHERE k.persons <> '{}'),
  cooled AS (UPDATE alert SET cooling_until = NULL WHERE cooling_until <= $1::date RETURNING household_id)
  INSERT INTO alerting SELECT household_id FROM taken UNION SELECT household_id FROM cooled`;

/** A hit stays while a feed that its rule rests on is out of date: no word is not the word none. */
const STANDS = `EXISTS (SELECT FROM rule_result r WHERE r.household_id = a.household_id AND r.rule_id = t.rule_id
  AND (r.result = 'HIT' OR r.gap = 'FEED'))`;

/**
 * Hits to be told. One that a person closed says nothing for a while, unless it became graver. A household's alerts are looked
 * up first: by the rule, every hit that the same statement wrote before would be looked at again.
 */
const HITS = `(SELECT r.* FROM rule_result r JOIN alerting USING (household_id) WHERE r.result = 'HIT' AND NOT EXISTS (
    SELECT FROM (SELECT id FROM alert WHERE household_id = r.household_id AND cooling_until > $1::date OFFSET 0) c
      JOIN alert_hit t ON t.alert_id = c.id AND t.rule_id = r.rule_id
    WHERE ${rank('t.severity')} <= ${rank('r.severity')}))`;

/** `$1` is the hub's day, `$2` the moment. */
const note = (kind: string, from: string): string =>
  `INSERT INTO alert_event (alert_id, at, "on", kind, details) SELECT alert_id, $2::timestamptz, $1::date, ${kind}, details FROM ${from} ORDER BY alert_id, details ->> 'rule'`;

const OPEN = `alert a JOIN alerting k ON k.household_id = a.household_id AND a.state <> 'CLOSED'`;

/** Why a hit ended by itself stays to be read: the rule says no, a value went missing, the household is no more. */
const END_HITS = `WITH ended AS (
    UPDATE alert_hit t SET ended_on = $1::date FROM ${OPEN}
    WHERE t.alert_id = a.id AND t.ended_on IS NULL AND NOT ${STANDS}
    RETURNING t.alert_id, jsonb_build_object('rule', t.rule_id, 'version', t.rule_version, 'severity', t.severity, 'why',
      CASE WHEN NOT EXISTS (SELECT FROM household_fact h WHERE h.household_id = a.household_id
          AND h.valid_from <= $1::date AND h.valid_to > $1::date) THEN 'HOUSEHOLD_GONE'
        WHEN EXISTS (SELECT FROM rule_result r WHERE r.household_id = a.household_id AND r.rule_id = t.rule_id)
        THEN 'VALUE_MISSING' ELSE 'NO_LONGER_TRUE' END) AS details),
  noted AS (${note("'HIT_LEFT'", 'ended')})
  INSERT INTO alert_change SELECT DISTINCT alert_id, 'CHANGED' FROM ended`;

const RAISE = `WITH wanted AS (
    SELECT r.household_id, min(${rank('r.severity')}) AS level FROM ${HITS} r GROUP BY r.household_id),
  raised AS (
    INSERT INTO alert (household_id, state, severity, severity_rank, raised_at, raised_on, due_at, street_code, committee_code)
    SELECT w.household_id, 'OPEN', (${RANKED})[w.level], w.level, $2::timestamptz, $1::date, ($3::timestamptz[])[w.level],
      h.street_code, h.committee_code
    FROM wanted w JOIN household_fact h ON h.household_id = w.household_id AND h.valid_from <= $1::date AND h.valid_to > $1::date
    WHERE NOT EXISTS (SELECT FROM alert a WHERE a.household_id = w.household_id AND a.state <> 'CLOSED')
    RETURNING id AS alert_id, jsonb_build_object('severity', severity) AS details),
  noted AS (${note("'RAISED'", 'raised')})
  INSERT INTO alert_change SELECT alert_id, 'RAISED' FROM raised`;

const NOTE_JOINED = `WITH joined AS (
    SELECT a.id AS alert_id, CASE WHEN t.rule_id IS NULL THEN 'HIT_JOINED' ELSE 'HIT_CHANGED' END AS kind,
      jsonb_build_object('rule', r.rule_id, 'version', r.rule_version, 'severity', r.severity) AS details
    FROM ${OPEN} JOIN ${HITS} r ON r.household_id = a.household_id
    LEFT JOIN alert_hit t ON t.alert_id = a.id AND t.rule_id = r.rule_id AND t.ended_on IS NULL
    WHERE (t.severity, t.rule_version) IS DISTINCT FROM (r.severity, r.rule_version)),
  noted AS (${note('kind', 'joined')})
  INSERT INTO alert_change SELECT DISTINCT alert_id, 'CHANGED' FROM joined`;

const JOIN_HITS = `WITH written AS (INSERT INTO alert_hit AS t (alert_id, rule_id, rule_version, severity, first_seen_on, members, evidence)
  SELECT a.id, r.rule_id, r.rule_version, r.severity, r.first_seen_on, r.members, r.evidence
  FROM ${OPEN} JOIN ${HITS} r ON r.household_id = a.household_id
  ON CONFLICT (alert_id, rule_id) DO UPDATE SET ended_on = NULL, rule_version = excluded.rule_version,
    severity = excluded.severity, members = excluded.members, evidence = excluded.evidence,
    first_seen_on = CASE WHEN t.ended_on IS NULL THEN t.first_seen_on ELSE excluded.first_seen_on END
  WHERE t.ended_on IS NOT NULL OR (t.rule_version, t.severity, t.members, t.evidence)
    IS DISTINCT FROM (excluded.rule_version, excluded.severity, excluded.members, excluded.evidence)
  RETURNING t.alert_id)
  INSERT INTO alert_rewritten SELECT alert_id FROM written`;

const WEIGHED = `(SELECT a.id, a.household_id, min(${rank('t.severity')}) AS level
  FROM ${OPEN} JOIN alert_hit t ON t.alert_id = a.id AND t.ended_on IS NULL GROUP BY a.id, a.household_id)`;

const NOTE_WEIGHT = `WITH weighed AS (
    SELECT a.id AS alert_id, CASE WHEN w.level < a.severity_rank THEN 'ESCALATED' ELSE 'EASED' END AS kind,
      jsonb_build_object('from', a.severity, 'to', (${RANKED})[w.level]) AS details
    FROM ${WEIGHED} w JOIN alert a ON a.id = w.id AND a.severity_rank <> w.level)
  ${note('kind', 'weighed')}`;

/** Severity is that of the gravest hit; a clock only gets shorter, and starts again when an alert escalates. */
const WEIGH = `UPDATE alert a SET severity = (${RANKED})[w.level], severity_rank = w.level,
    due_at = CASE WHEN w.level < a.severity_rank THEN least(a.due_at, ($2::timestamptz[])[w.level]) ELSE a.due_at END,
    turn_ends_at = CASE WHEN w.level < a.severity_rank AND a.level <> 'DISTRICT'
      THEN least(a.turn_ends_at, ($2::timestamptz[])[w.level]) ELSE a.turn_ends_at END,
    street_code = coalesce(h.street_code, a.street_code),
    committee_code = CASE WHEN h.street_code IS NULL THEN a.committee_code ELSE h.committee_code END,
    version = a.version + w.changed
  FROM (SELECT g.*, (EXISTS (SELECT FROM alert_change c WHERE c.alert_id = g.id)
        AND NOT EXISTS (SELECT FROM alert_change c WHERE c.alert_id = g.id AND c.kind = 'RAISED'))::int AS changed
    FROM ${WEIGHED} g) w
  LEFT JOIN household_fact h ON h.household_id = w.household_id AND h.valid_from <= $1::date AND h.valid_to > $1::date
  WHERE a.id = w.id AND (w.changed > 0 OR a.severity_rank <> w.level
    OR (h.street_code IS NOT NULL AND (a.street_code, a.committee_code) IS DISTINCT FROM (h.street_code, h.committee_code)))`;

/** What was closed goes where its household went: whoever it has left reads of it no longer. */
const MOVE_CLOSED = `UPDATE alert a SET street_code = h.street_code, committee_code = h.committee_code, version = a.version + 1
  FROM alerting k JOIN household_fact h ON h.household_id = k.household_id AND h.valid_from <= $1::date AND h.valid_to > $1::date
  WHERE a.household_id = k.household_id AND a.state = 'CLOSED'
    AND (a.street_code, a.committee_code) IS DISTINCT FROM (h.street_code, h.committee_code)`;

/**
 * An alert that nobody works on and none of whose hits is left withdraws by itself; its hits and their end stay to be
 * seen. One that is worked on stays for its worker, who decides (社会救助法 第48条: nobody's matter ends unheard).
 */
const CLOSE = `WITH closed AS (
    UPDATE alert a SET state = 'CLOSED', closed_at = $2::timestamptz, version = a.version + 1 FROM alerting k
    WHERE k.household_id = a.household_id AND a.state = 'OPEN'
      AND NOT EXISTS (SELECT FROM alert_hit t WHERE t.alert_id = a.id AND t.ended_on IS NULL)
    RETURNING a.id AS alert_id, '{}'::jsonb AS details),
  noted AS (${note("'WITHDRAWN'", 'closed')})
  INSERT INTO alert_change SELECT alert_id, 'CLOSED' FROM closed`;

/** Alerts whose last hit ended while someone works on them: changed, not closed. */
const KEEP = `UPDATE alert a SET version = a.version + 1 FROM alerting k
  WHERE k.household_id = a.household_id AND a.state IN ('ASSIGNED', 'VISITING')
    AND EXISTS (SELECT FROM alert_change c WHERE c.alert_id = a.id)
    AND NOT EXISTS (SELECT FROM alert_hit t WHERE t.alert_id = a.id AND t.ended_on IS NULL)`;

const COUNT = `SELECT count(*) FILTER (WHERE kind = 'RAISED')::int AS raised,
    count(*) FILTER (WHERE kind = 'CHANGED')::int AS changed, count(*) FILTER (WHERE kind = 'CLOSED')::int AS closed
  FROM (SELECT DISTINCT ON (alert_id) alert_id, kind FROM alert_change
    ORDER BY alert_id, array_position(ARRAY['CLOSED', 'RAISED', 'CHANGED'], kind)) c`;

const TALLY = { table: 'alert_tally', by: ['street_code', 'committee_code', 'state', 'severity'] };

/** Takes the marked households and raises, changes and closes their alerts; tells how many of each. */
export async function applyHits(tx: Transaction, { day, now, due, roster, pack }: Moment): Promise<AlertCounts> {
  const dueByRank = SEVERITIES.map((severity) => due.get(severity) ?? null);
  for (const table of TABLES) await tx.execute(table);
  const taken = await tx.execute(TAKE, [day]);
  if (taken === 0) return UNCHANGED;
  if (taken < MANY_HOUSEHOLDS) await lookUpOneByOne(tx);
  await tx.execute('ANALYZE alerting');
  await tx.execute(KEEP_BEFORE);
  await tx.execute(END_HITS, [day, now]);
  await tx.execute(RAISE, [day, now, dueByRank]);
  await tx.execute(NOTE_JOINED, [day, now]);
  await tx.execute(JOIN_HITS, [day]);
  await tx.execute(NOTE_WEIGHT, [day, now]);
  await tx.execute(WEIGH, [day, dueByRank]);
  await rankByShownHits(tx, 'marked', pack);
  await tx.execute(KEEP);
  await tx.execute(MOVE_CLOSED, [day]);
  await tx.execute(CLOSE, [day, now]);
  await routeAlerts(tx, 'marked', { roster, day, now });
  await tx.execute(TELL_APPLIED);
  await foldTally(tx, TALLY);
  const [counts = UNCHANGED] = await tx.query<AlertCounts>(COUNT);
  if (counts.raised >= MANY_ALERTS) await tx.execute('ANALYZE alert, alert_hit');
  return counts;
}
