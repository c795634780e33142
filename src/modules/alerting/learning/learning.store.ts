/** Counts what alerts came to, group by group, in one statement each. */
import type { Day } from '../../../kernel/day.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import { withinDivisions } from '../../household/index.ts';
import { type CoverageCounts, DATA_CHANNEL, type LearningCounts, type LearningKey, VERDICTS } from './learning.ts';

/** The divisions in `$1`, as a condition on `alert a`. */
const SCOPE = withinDivisions('a', '$1');

/** Alerts that people closed in the period, within the divisions. */
export interface LearningPeriod {
  readonly divisions: readonly string[];
  readonly from: Day;
  readonly to: Day;
}

const listed = (outcomes: readonly string[]): string => outcomes.map((outcome) => `'${outcome}'`).join(', ');

const CLOSED = `WITH closed AS (
    SELECT a.id, a.household_id, a.street_code, a.committee_code, a.outcome, v.first_on,
      extract(epoch FROM a.contacted_at - a.raised_at) / 3600 AS hours
    FROM alert a LEFT JOIN LATERAL (SELECT min(v.visited_on) AS first_on FROM visit v WHERE v.alert_id = a.id) v ON true
    WHERE a.state = 'CLOSED' AND a.outcome IS NOT NULL AND a.closed_on BETWEEN $2::date AND $3::date AND ${SCOPE})`;

/** Hits that stood when the household was visited: others nobody looked at. */
const HITS = `JOIN alert_hit t ON t.alert_id = c.id AND (t.ended_on IS NULL OR t.ended_on > c.first_on)`;

/** Whether a clue of a kind that the hit's rule asks of was there when it was first seen. */
const TOLD = `EXISTS (SELECT FROM unnest($4::text[], $5::text[]) AS s (rule_id, kind) JOIN clue k ON k.kind = s.kind
  WHERE s.rule_id = t.rule_id AND k.recorded_on <= t.first_seen_on AND (k.household_id = c.household_id
    OR k.area_code IN (c.street_code, c.committee_code) OR k.person_id IN (
      SELECT m.person_id FROM member_fact m WHERE m.household_id = c.household_id
        AND m.valid_from <= t.first_seen_on AND m.valid_to > t.first_seen_on)))`;

const GROUPS: Readonly<Record<LearningKey, string>> = {
  RULE: `SELECT t.rule_id AS key, c.* FROM closed c ${HITS}`,
  STREET: 'SELECT c.street_code AS key, c.* FROM closed c',
  SOURCE: `SELECT DISTINCT s.agency AS key, c.* FROM closed c ${HITS}
    JOIN unnest($4::text[], $5::text[]) AS s (rule_id, agency) USING (rule_id)`,
  CHANNEL: `SELECT DISTINCT '${DATA_CHANNEL}' AS key, c.* FROM closed c ${HITS} WHERE NOT ${TOLD}`,
};

const verdict = (name: keyof typeof VERDICTS): string =>
  `count(*) FILTER (WHERE first_on IS NOT NULL AND outcome IN (${listed(VERDICTS[name])}))::int`;

const COUNTS = `key, count(*)::int AS closed,
  count(*) FILTER (WHERE first_on IS NOT NULL AND outcome NOT IN (${listed(VERDICTS.unreached)}))::int AS decided,
  ${verdict('confirmed')} AS confirmed, ${verdict('alreadyServed')} AS "alreadyServed", ${verdict('refuted')} AS refuted,
  ${verdict('unreached')} AS unreached, percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS "hoursToContact"`;

/** What each rule rests on, by rule and word, as two lists of equal length. */
export interface RuleWords {
  readonly rules: readonly string[];
  readonly words: readonly string[];
}

/** `words`: the agencies of each rule by SOURCE, the kinds of its clues by CHANNEL; absent: none are asked for. */
export function countLearning(
  db: Queryable,
  by: LearningKey,
  { divisions, from, to }: LearningPeriod,
  words?: RuleWords,
): Promise<LearningCounts[]> {
  const params = [divisions, from, to, ...(words === undefined ? [] : [words.rules, words.words])];
  return db.query<LearningCounts>(
    `${CLOSED}, grouped AS (${GROUPS[by]}) SELECT ${COUNTS} FROM grouped GROUP BY key ORDER BY key`,
    params,
  );
}

const COVERAGE = `WITH registered AS (
    SELECT a.household_id, a.street_code FROM household_fact a WHERE a.valid_from <= $2::date AND a.valid_to > $2::date
      AND a.class_code IS NOT NULL AND (a.class_until IS NULL OR a.class_until >= $2::date) AND ${SCOPE}),
  judged AS (
    SELECT DISTINCT ON (a.household_id) a.household_id, a.street_code, a.outcome,
      EXISTS (SELECT FROM visit v WHERE v.alert_id = a.id) AS visited
    FROM alert a WHERE a.state = 'CLOSED' AND a.outcome IS NOT NULL AND a.closed_on <= $2::date AND ${SCOPE}
    ORDER BY a.household_id, a.closed_at DESC),
  served AS (
    SELECT household_id, street_code FROM registered
    UNION SELECT household_id, street_code FROM judged
      WHERE outcome IN ('GRANTED', 'ALREADY_SERVED') AND household_id NOT IN (SELECT household_id FROM registered)),
  unserved AS (
    SELECT household_id, street_code FROM judged
    WHERE outcome = 'REFERRED' AND visited AND household_id NOT IN (SELECT household_id FROM served))
  SELECT street_code AS "streetCode", count(*) FILTER (WHERE is_served)::int AS served,
    count(*) FILTER (WHERE NOT is_served)::int AS "confirmedUnserved"
  FROM (SELECT street_code, TRUE AS is_served FROM served UNION ALL SELECT street_code, FALSE FROM unserved) h
  GROUP BY street_code ORDER BY street_code`;

export function countCoverage(db: Queryable, divisions: readonly string[], day: Day): Promise<CoverageCounts[]> {
  return db.query<CoverageCounts>(COVERAGE, [divisions, day]);
}
