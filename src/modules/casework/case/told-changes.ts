/** Tells followers what became of cases and referrals, in the transaction that changed them. */
import type { ChangeKind } from '../../../kernel/change.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { appendSelected, scopeKeys } from '../../../platform/outbox/outbox.ts';

const STREETS = scopeKeys('c.street_code', 'c.committee_code');

const TELL_CASE = appendSelected(`SELECT 'CASE', c.id::text, c.household_id, 'UPSERT', $2::text, c.version,
    CASE WHEN $2 = 'OPENED' THEN '{}' ELSE ${STREETS} END, ${STREETS}
  FROM case_file c WHERE c.id = $1`);

/** What may be seen of a household differs while it has a case: whoever follows it reads it again. */
const TELL_CASE_HOUSEHOLD =
  appendSelected(`SELECT 'HOUSEHOLD', c.household_id::text, c.household_id, 'UPSERT', NULL, v.version, ${STREETS}, ${STREETS}
  FROM case_file c JOIN profile_version v ON v.household_id = c.household_id AND v.valid_to = 'infinity' WHERE c.id = $1`);

/** A case that was opened, changed or closed where it stands. */
export async function tellCase(tx: Transaction, id: number, kind: ChangeKind<'CASE'>): Promise<void> {
  await tx.execute(TELL_CASE, [id, kind]);
  if (kind !== 'CHANGED') await tx.execute(TELL_CASE_HOUSEHOLD, [id]);
}

/** Cases go where their households moved, the closed ones too: who was left reads of the family no longer. `$1` the day; households whose profile changed are marked. */
const FOLLOW = `WITH moving AS (
    SELECT c.id, ${STREETS} AS before, h.street_code, h.committee_code
    FROM case_file c JOIN household_fact h ON h.household_id = c.household_id AND h.valid_from <= $1::date AND h.valid_to > $1::date
    WHERE c.household_id IN (SELECT household_id FROM judgement_mark)
      AND (c.street_code, c.committee_code) IS DISTINCT FROM (h.street_code, h.committee_code)),
  moved AS (
    UPDATE case_file c SET street_code = m.street_code, committee_code = m.committee_code, version = version + 1
    FROM moving m WHERE c.id = m.id
    RETURNING c.id, c.household_id, c.version, m.before, ${STREETS} AS after),
  told AS (${appendSelected(`SELECT 'CASE', id::text, household_id, 'UPSERT', 'CHANGED', version, before, after FROM moved`)}),
  served AS (${appendSelected(`SELECT 'SERVICE', r.id::text, r.household_id, 'UPSERT', 'CHANGED', r.version,
      before || ${scopeKeys("CASE WHEN r.reached THEN 'org:' || r.organisation END")},
      after || ${scopeKeys("CASE WHEN r.reached THEN 'org:' || r.organisation END")}
    FROM moved m JOIN referral r ON r.case_id = m.id`)})
  SELECT count(*)::int AS count FROM moved`;

/** Tells how many cases moved. */
export async function followMoves(tx: Transaction, day: Day): Promise<number> {
  const [moved] = await tx.query<{ count: number }>(FOLLOW, [day]);
  return moved?.count ?? 0;
}
