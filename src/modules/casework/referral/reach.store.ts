/** For whom referrals last, and telling followers when that begins, changes or ends: by deed or by the day. */
import type { Day } from '../../../kernel/day.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import { appendSelected, scopeKeys } from '../../../platform/outbox/outbox.ts';

/** While a referral lasts, as a condition on `referral r`; the placeholder is a day. */
export const lasts = (day: string): string =>
  `(r.ended_at IS NULL AND r.starts_on <= ${day}::date AND coalesce(r.lasts_until, 'infinity') >= ${day}::date)`;

const STREETS = scopeKeys('c.street_code', 'c.committee_code');
const receiver = (reached: string): string => scopeKeys(`CASE WHEN ${reached} THEN 'org:' || organisation END`);

/** What may have to be told when the day turns; what has ended and was told is left aside. */
const TURNING = `(r.ended_at IS NULL OR r.reached) AND r.reached <> ${lasts('$1')}`;

/** `$1` the day, `$2` the referral that was worked on; null: those for which the day turned. */
const settle = (which: string): string => `WITH turning AS (
    SELECT r.id, r.reached AS was, ${lasts('$1')} AS reaches, ${STREETS} AS streets
    FROM referral r JOIN case_file c ON c.id = r.case_id
    WHERE ${which}
    FOR UPDATE OF r),
  turned AS (
    UPDATE referral r SET reached = t.reaches FROM turning t WHERE r.id = t.id
    RETURNING r.id, r.household_id, r.organisation, r.version, t.was, t.reaches, t.streets),
  rows AS (
    SELECT id, 1 AS place, 'SERVICE' AS type, id AS entity, household_id,
      CASE WHEN reaches AND NOT was THEN 'BEGUN' WHEN was AND NOT reaches THEN 'ENDED' ELSE 'CHANGED' END AS kind, version,
      CASE WHEN version = 1 AND $2::bigint IS NOT NULL THEN '{}' ELSE streets || ${receiver('was')} END AS before,
      streets || ${receiver('reaches')} AS after
    FROM turned
    UNION ALL
    SELECT t.id, 2, 'HOUSEHOLD', v.household_id, v.household_id, NULL, v.version, ${receiver('was')}, ${receiver('reaches')}
    FROM turned t JOIN profile_version v ON v.household_id = t.household_id AND v.valid_to = 'infinity'
    WHERE t.was <> t.reaches),
  told AS (${appendSelected(`SELECT type, entity::text, household_id, 'UPSERT', kind, version, before, after
    FROM rows ORDER BY id, place`)})
  SELECT count(*)::int AS count FROM turned`;

/** Follows a deed, or the turn of the day: who receives what is told; answers how many referrals it concerned. */
export async function settleReach(tx: Transaction, day: Day, referralId: number | null): Promise<number> {
  const text = settle(referralId === null ? TURNING : 'r.id = $2');
  const [settled] = await tx.query<{ count: number }>(text, [day, referralId]);
  return settled?.count ?? 0;
}

/** Households referred to an organisation, while it lasts: the rows a receiver reaches. */
export async function householdsReferredTo(
  db: Queryable,
  { organisation, day }: { readonly organisation: string; readonly day: Day },
): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ household_id: number }>(
    `SELECT DISTINCT household_id FROM referral r WHERE r.organisation = $1 AND ${lasts('$2')}`,
    [organisation, day],
  );
  return new Set(rows.map(({ household_id }) => household_id));
}
