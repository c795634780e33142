/** What clues came to, by the channel they came by (S0 四(一)1): counted beside what the data found. */
import type { Queryable } from '../../../platform/database/database.ts';
import type { LearningCounts, LearningPeriod } from '../../alerting/index.ts';

/**
 * A clue is settled when it is answered and the case it was taken up in is closed. Taken up, it is confirmed or refuted
 * by the case's outcome where somebody visited; else the word of whoever answered it stands.
 */
const SETTLED = `WITH settled AS (
    SELECT k.channel, p.answer, c.outcome, p.reported_at, v.first_at
    FROM clue_report p JOIN clue k ON k.id = p.clue_id LEFT JOIN case_file c ON c.id = p.case_id
    LEFT JOIN LATERAL (SELECT min(v.recorded_at) AS first_at FROM visit v
      WHERE v.household_id = coalesce(c.household_id, k.household_id) AND v.recorded_at >= p.reported_at
        AND v.recorded_at <= coalesce(c.closed_at, 'infinity')) v ON true
    WHERE p.answer IS NOT NULL AND p.withdrawn_at IS NULL AND (c.id IS NULL OR c.closed_on IS NOT NULL)
      AND coalesce(c.closed_on, (p.answered_at AT TIME ZONE 'Asia/Shanghai')::date) BETWEEN $2::date AND $3::date
      AND EXISTS (SELECT FROM unnest($1::text[]) AS division WHERE starts_with(p.place_code, division))),
  judged AS (
    SELECT *, extract(epoch FROM first_at - reported_at) / 3600 AS hours, CASE
      WHEN answer = 'UNFOUNDED' OR (first_at IS NOT NULL AND outcome = 'NOT_NEEDED') THEN 'refuted'
      WHEN answer = 'ALREADY_KNOWN' THEN 'alreadyServed'
      WHEN first_at IS NOT NULL AND outcome IN ('NEED_MET', 'HANDED_OVER') THEN 'confirmed'
      WHEN first_at IS NOT NULL AND outcome = 'CANNOT_REACH' THEN 'unreached' END AS verdict
    FROM settled)`;

const COUNTS = `SELECT channel AS key, count(*)::int AS closed,
    count(*) FILTER (WHERE verdict <> 'unreached')::int AS decided,
    count(*) FILTER (WHERE verdict = 'confirmed')::int AS confirmed,
    count(*) FILTER (WHERE verdict = 'alreadyServed')::int AS "alreadyServed",
    count(*) FILTER (WHERE verdict = 'refuted')::int AS refuted,
    count(*) FILTER (WHERE verdict = 'unreached')::int AS unreached,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS "hoursToContact"
  FROM judged GROUP BY channel ORDER BY channel`;

/** Clues settled in the period within the divisions, by channel. */
export function countClues(db: Queryable, { divisions, from, to }: LearningPeriod): Promise<LearningCounts[]> {
  return db.query<LearningCounts>(`${SETTLED} ${COUNTS}`, [divisions, from, to]);
}
