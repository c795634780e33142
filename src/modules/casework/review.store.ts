/** The review calendar in one statement: last review and cadence give the day; nothing is stored that could go stale. */
import type { Day } from '../../kernel/day.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { ReviewRules } from './cadence.ts';
import type { Review, ReviewPage, ReviewQuery, StreetReviews } from './review.ts';

/** `$1` the day, `$2` the cadences in order, `$3` the divisions, `$4` days announced ahead. */
const CALENDAR = `WITH cadence AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb)
      AS c (position int, id text, classes text[], "incomeStability" text, "ableBodied" boolean, "everyMonths" int)),
  registered AS (
    SELECT h.* FROM household_fact h
    WHERE h.valid_from <= $1::date AND h.valid_to > $1::date AND h.class_code IS NOT NULL
      AND (h.class_until IS NULL OR h.class_until >= $1::date)),
  periodic AS (
    SELECT h.household_id, h.street_code, h.committee_code, c.id AS cadence,
      greatest(h.recognised_on, h.last_reviewed_on, v.visited_on) AS last_on, c."everyMonths" AS months
    FROM registered h
    CROSS JOIN LATERAL (SELECT * FROM cadence c WHERE h.class_code = ANY(c.classes)
      AND (c."incomeStability" IS NULL OR c."incomeStability" = h.income_stability)
      AND (c."ableBodied" IS NULL OR c."ableBodied" = EXISTS (SELECT FROM member_fact m
        WHERE m.household_id = h.household_id AND m.valid_from <= $1::date AND m.valid_to > $1::date
          AND m.counted AND m.died_on IS NULL AND m.work_capacity = '1'))
      ORDER BY c.position LIMIT 1) c
    LEFT JOIN LATERAL (SELECT max(v.visited_on) AS visited_on FROM visit v WHERE v.household_id = h.household_id
      AND v.purpose IN ('REVIEW', 'ELIGIBILITY') AND v.visited_on <= $1::date) v ON true),
  calendar AS (
    SELECT household_id, street_code, committee_code, 'PERIODIC' AS kind, cadence, last_on,
      (last_on + make_interval(months => months))::date AS due_on
    FROM periodic
    UNION ALL
    SELECT s.household_id, h.street_code, h.committee_code, 'SPOT_CHECK', NULL, NULL, s.due_on
    FROM spot_check s JOIN registered h USING (household_id)
    WHERE s.drawn_on <= $1::date AND NOT EXISTS (SELECT FROM visit v WHERE v.household_id = s.household_id
      AND v.purpose IN ('REVIEW', 'SPOT_CHECK', 'ELIGIBILITY') AND v.visited_on BETWEEN s.drawn_on AND $1::date)),
  review AS (
    SELECT c.*, CASE WHEN due_on < $1::date THEN 'OVERDUE' WHEN due_on <= $1::date + $4::int THEN 'DUE' ELSE 'PLANNED' END AS state
    FROM calendar c
    WHERE EXISTS (SELECT FROM unnest($3::text[]) AS division
      WHERE starts_with(c.street_code, division) OR starts_with(c.committee_code, division)))`;

const WANTED = `($5::text[] IS NULL OR r.state = ANY($5)) AND ($6::text IS NULL OR r.kind = $6)
  AND ($7::text IS NULL OR r.street_code = $7)`;

const PAGE = `${CALENDAR}
  SELECT r.household_id AS "householdId", r.kind, r.street_code AS "streetCode", r.cadence, r.last_on AS "lastReviewedOn",
    r.due_on AS "dueOn", r.state, a.id AS "alertId"
  FROM review r LEFT JOIN alert a ON a.household_id = r.household_id AND a.state <> 'CLOSED'
  WHERE ${WANTED} AND ($8::date IS NULL OR (r.due_on, r.household_id, r.kind) > ($8::date, $9::bigint, $10::text))
  ORDER BY r.due_on, r.household_id, r.kind LIMIT $11`;

const COUNT = `${CALENDAR} SELECT count(*)::int AS count FROM review r WHERE ${WANTED}`;

const BY_STREET = `${CALENDAR}
  SELECT r.street_code AS "streetCode", count(*) FILTER (WHERE r.state = 'OVERDUE')::int AS overdue,
    count(*) FILTER (WHERE r.state = 'DUE')::int AS due, count(*) FILTER (WHERE r.state = 'PLANNED')::int AS planned
  FROM review r GROUP BY r.street_code ORDER BY r.street_code`;

function basis(rules: ReviewRules, day: Day, divisions: readonly string[]): unknown[] {
  const cadences = rules.cadences.map((cadence, position) => ({ ...cadence, position }));
  return [day, JSON.stringify(cadences), divisions, rules.dueAheadDays];
}

export async function listReviews(db: Queryable, rules: ReviewRules, query: ReviewQuery): Promise<ReviewPage> {
  const { filter, divisions, day, first, after } = query;
  const wanted = [filter.states ?? null, filter.kind ?? null, filter.streetCode ?? null];
  const params = [...basis(rules, day, divisions), ...wanted];
  const place = [after?.dueOn ?? null, after?.householdId ?? null, after?.kind ?? null, first + 1];
  const [found, counted] = await Promise.all([
    db.query<Review>(PAGE, [...params, ...place]),
    db.query<{ count: number }>(COUNT, params),
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
  { day, divisions }: Pick<ReviewQuery, 'day' | 'divisions'>,
): Promise<StreetReviews[]> {
  return db.query<StreetReviews>(BY_STREET, basis(rules, day, divisions));
}
