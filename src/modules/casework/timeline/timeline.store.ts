/** The timeline of a household in one statement per page. */
import type { Queryable } from '../../../platform/database/database.ts';
import type { TimelineEntry, TimelineKind, TimelinePage, TimelineQuery } from './timeline.ts';

/** Changes of the profile are dated by days; they stand at the beginning of theirs. */
const begins = (day: string): string => `(${day}::timestamp AT TIME ZONE 'Asia/Shanghai')`;
const FIRST = '(SELECT min(valid_from) FROM household_fact WHERE household_id = $1)';

/** Columns: at, on, what, entity, actor, from, to, place. `$1` is the household. */
const PARTS: Readonly<Record<TimelineKind, string>> = {
  ALERT: `SELECT e.at, e."on", e.kind, a.id, e.actor, e.details ->> 'from',
      coalesce(e.details ->> 'to', e.details ->> 'outcome', e.details ->> 'rule', e.details ->> 'severity'), lpad(e.id::text, 19, '0')
    FROM alert_event e JOIN alert a ON a.id = e.alert_id WHERE a.household_id = $1`,
  VISIT: `SELECT v.recorded_at, v.visited_on, v.purpose, v.id, v.recorded_by, NULL, v.next_visit_on::text, lpad(v.id::text, 19, '0')
    FROM visit v WHERE v.household_id = $1`,
  CLUE: `SELECT k.recorded_at, k.recorded_on, k.kind, k.id, k.recorded_by, k.channel,
      CASE WHEN k.withdrawn_on IS NULL THEN NULL ELSE 'WITHDRAWN' END, lpad(k.id::text, 19, '0')
    FROM clue k WHERE k.household_id = $1 OR k.person_id IN (SELECT m.person_id FROM member_fact m
      WHERE m.household_id = $1 AND m.counted AND m.valid_from <= k.recorded_on AND m.valid_to > k.recorded_on)`,
  CASE: `SELECT e.at, e."on", e.kind, c.id, e.actor, e.details ->> 'from',
      coalesce(e.details ->> 'to', e.details ->> 'outcome'), lpad(e.id::text, 19, '0')
    FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.household_id = $1`,
  SPOT_CHECK: `SELECT d.drawn_at, s.drawn_on, 'DRAWN', d.id, d.drawn_by, NULL, s.due_on::text, lpad(d.id::text, 19, '0')
    FROM spot_check s JOIN spot_check_draw d ON d.id = s.draw_id WHERE s.household_id = $1`,
  CLASS: `SELECT ${begins('f.valid_from')}, f.valid_from, 'CHANGED', f.household_id, NULL, p.class_code, f.class_code,
      f.valid_from::text
    FROM household_fact f JOIN household_fact p ON p.household_id = f.household_id AND p.valid_to = f.valid_from
    WHERE f.household_id = $1 AND f.class_code IS DISTINCT FROM p.class_code`,
  MEMBER: `SELECT ${begins('m.valid_from')}, m.valid_from, 'JOINED', m.person_id, NULL, NULL, NULL, 'J' || m.person_id || ' ' || m.valid_from
    FROM member_fact m WHERE m.household_id = $1 AND m.counted AND m.valid_from > ${FIRST} AND NOT EXISTS (
      SELECT FROM member_fact p WHERE p.household_id = $1 AND p.person_id = m.person_id AND p.counted AND p.valid_to = m.valid_from)
    UNION ALL
    SELECT ${begins('m.valid_to')}, m.valid_to, 'LEFT', m.person_id, NULL, NULL, NULL, 'L' || m.person_id || ' ' || m.valid_to
    FROM member_fact m WHERE m.household_id = $1 AND m.counted AND m.valid_to <> 'infinity' AND NOT EXISTS (
      SELECT FROM member_fact n WHERE n.household_id = $1 AND n.person_id = m.person_id AND n.counted AND n.valid_from = m.valid_to)`,
};

function statement(kinds: readonly TimelineKind[]): string {
  const parts = kinds.map((kind) => `SELECT '${kind}', part.* FROM (${PARTS[kind]}) part`);
  return `WITH entry (kind, at, "on", what, entity_id, actor, "from", "to", place) AS (${parts.join(' UNION ALL ')})
    SELECT kind, at, "on", what, entity_id AS "entityId", actor, "from", "to", place FROM entry
    WHERE "on" <= $2::date AND ($3::timestamptz IS NULL OR (at, kind, place) < ($3, $4::text, $5::text))
    ORDER BY at DESC, kind DESC, place DESC LIMIT $6`;
}

export async function readTimeline(db: Queryable, query: TimelineQuery): Promise<TimelinePage> {
  const { householdId, kinds, day, first, after } = query;
  if (kinds.length === 0) return { entries: [], hasNextPage: false };
  const [at, kind, place] = after ?? [null, null, null];
  const found = await db.query<TimelineEntry>(statement(kinds), [householdId, day, at, kind, place, first + 1]);
  return { entries: found.slice(0, first), hasNextPage: found.length > first };
}
