/** The review calendar in one statement: last review and cadence give the day; nothing is stored that could go stale. */
import type { Queryable } from '../../platform/database/database.ts';
import { householdConditions, numberOn, parameterValuesOn, shifted } from '../discovery/index.ts';
import { announcedAhead, type ReviewRules } from './cadence.ts';
import type { Review, ReviewPage, ReviewQuery, StreetReviews } from './review.ts';

/** `$1` the day, `$2` ids and `$3` months of the cadences in order, `$4` the divisions, `$5` days announced ahead. */
const calendarOf = (place: string): string => `WITH registered AS (
    SELECT h.* FROM household_fact h
    WHERE h.valid_from <= $1::date AND h.valid_to > $1::date AND h.class_code IS NOT NULL
      AND (h.class_until IS NULL OR h.class_until >= $1::date)),
  placed AS (SELECT h.*, ${place} AS place FROM registered h),
  periodic AS (
    SELECT h.household_id, h.street_code, h.committee_code, ($2::text[])[h.place] AS cadence,
      greatest(h.recognised_on, h.last_reviewed_on, v.visited_on) AS last_on, ($3::int[])[h.place] AS months
    FROM placed h
    LEFT JOIN LATERAL (SELECT max(v.visited_on) AS visited_on FROM visit v WHERE v.household_id = h.household_id
      AND v.purpose IN ('REVIEW', 'ELIGIBILITY') AND v.visited_on <= $1::date) v ON true
    WHERE h.place IS NOT NULL),
  calendar AS (
    SELECT household_id, street_code, committee_code, 'PERIODIC' AS kind, cadence, months, last_on,
      (last_on + make_interval(months => months))::date AS due_on
    FROM periodic
    UNION ALL
    SELECT s.household_id, h.street_code, h.committee_code, 'SPOT_CHECK', NULL, NULL, NULL, s.due_on
    FROM spot_check s JOIN registered h USING (household_id)
    WHERE s.drawn_on <= $1::date AND NOT EXISTS (SELECT FROM visit v WHERE v.household_id = s.household_id
      AND v.purpose IN ('REVIEW', 'SPOT_CHECK', 'ELIGIBILITY') AND v.visited_on BETWEEN s.drawn_on AND $1::date)),
  review AS (
    SELECT c.*, CASE WHEN due_on < $1::date THEN 'OVERDUE' WHEN due_on <= $1::date + $5::int THEN 'DUE' ELSE 'PLANNED' END AS state
    FROM calendar c
    WHERE EXISTS (SELECT FROM unnest($4::text[]) AS division
      WHERE starts_with(c.street_code, division) OR starts_with(c.committee_code, division)))`;

const WANTED = `($6::text[] IS NULL OR r.state = ANY($6)) AND ($7::text IS NULL OR r.kind = $7)
  AND ($8::text IS NULL OR r.street_code = $8)`;

const PAGE = `SELECT r.household_id AS "householdId", r.kind, r.street_code AS "streetCode", r.cadence,
    r.months AS "everyMonths", r.last_on AS "lastReviewedOn", r.due_on AS "dueOn", r.state, a.id AS "alertId"
  FROM review r LEFT JOIN alert a ON a.household_id = r.household_id AND a.state <> 'CLOSED'
  WHERE ${WANTED} AND ($9::date IS NULL OR (r.due_on, r.household_id, r.kind) > ($9::date, $10::bigint, $11::text))
  ORDER BY r.due_on, r.household_id, r.kind LIMIT $12`;

const COUNT = `SELECT count(*)::int AS count FROM review r WHERE ${WANTED}`;

const BY_STREET = `SELECT r.street_code AS "streetCode", count(*) FILTER (WHERE r.state = 'OVERDUE')::int AS overdue,
    count(*) FILTER (WHERE r.state = 'DUE')::int AS due, count(*) FILTER (WHERE r.state = 'PLANNED')::int AS planned
  FROM review r GROUP BY r.street_code ORDER BY r.street_code`;

/** Asks the calendar of a day; the conditions of the cadences bring values of their own, after those of the question. */
function ask<Row extends object>(
  db: Queryable,
  rules: ReviewRules,
  { day, divisions }: Pick<ReviewQuery, 'day' | 'divisions'>,
  question: { readonly text: string; readonly values: readonly unknown[] },
): Promise<Row[]> {
  const { cadences, language, parameters } = rules;
  const months = cadences.map(({ every }) => numberOn(parameters, every, day));
  const values = [day, cadences.map(({ id }) => id), months, divisions, announcedAhead(rules, day), ...question.values];
  const moment = { day, language, parameters: parameterValuesOn(parameters, day) };
  const conditions = householdConditions(
    cadences.map(({ when }) => when),
    moment,
  );
  const places = conditions.texts.map((text, place) => `WHEN ${shifted(text, values.length)} THEN ${place + 1}`);
  const calendar = calendarOf(`CASE ${places.join(' ')} END`);
  return db.query<Row>(`${calendar} ${question.text}`, [...values, ...conditions.values]);
}

export async function listReviews(db: Queryable, rules: ReviewRules, query: ReviewQuery): Promise<ReviewPage> {
  const { filter, first, after } = query;
  const wanted = [filter.states ?? null, filter.kind ?? null, filter.streetCode ?? null];
  const place = [after?.dueOn ?? null, after?.householdId ?? null, after?.kind ?? null, first + 1];
  const [found, counted] = await Promise.all([
    ask<Review>(db, rules, query, { text: PAGE, values: [...wanted, ...place] }),
    ask<{ count: number }>(db, rules, query, { text: COUNT, values: wanted }),
  ]);
  return {
    reviews: found.slice(0, first),
    hasNextPage: found.length > first,
    totalCount: counted[0]?.count ?? 0,
  };
}

export function countByStreet(
  db: Queryable,
  rules: ReviewRules,
  query: Pick<ReviewQuery, 'day' | 'divisions'>,
): Promise<StreetReviews[]> {
  return ask<StreetReviews>(db, rules, query, { text: BY_STREET, values: [] });
}
