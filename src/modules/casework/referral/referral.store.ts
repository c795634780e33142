/** Referrals in the database, and for whom they last. */
import type { Day } from '../../../kernel/day.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import { withinDivisions } from '../../household/index.ts';
import { unanswered } from './deadline.store.ts';
import { lasts } from './reach.store.ts';
import type {
  Referral,
  ReferralAnswer,
  ReferralEnd,
  ReferralOrder,
  ReferralPage,
  ReferralQuery,
  ReferralReach,
} from './referral.ts';

const COLUMNS = `r.id, r.case_id AS "caseId", r.household_id AS "householdId", r.organisation, r.need, r.note, r.visit_id AS "visitId",
  (SELECT v.visited_on FROM visit v WHERE v.id = r.visit_id) AS "assessedOn", r.state,
  r.answer_by AS "answerBy", r.passed_up_on AS "passedUpOn", r.starts_on AS "startsOn", r.lasts_until AS "lastsUntil", r.sent_at AS "sentAt", r.sent_by AS "sentBy",
  r.ended_at AS "endedAt", r.end_reason AS "endReason", r.version`;

/** `$1` divisions, `$2` organisation, `$3` day. */
const REACH = `(EXISTS (SELECT FROM case_file c WHERE c.id = r.case_id AND ${withinDivisions('c', '$1')})
  OR (r.organisation = $2 AND ${lasts('$3')}))`;

const reachOf = ({ divisions, organisation, day }: ReferralReach): unknown[] => [divisions, organisation, day];

/** The referral, locked until the transaction ends; null where it is out of reach. */
export async function lockReferral(tx: Transaction, id: number, reach: ReferralReach): Promise<Referral | null> {
  const text = `SELECT ${COLUMNS} FROM referral r WHERE ${REACH} AND r.id = $4 FOR UPDATE`;
  return (await tx.query<Referral>(text, [...reachOf(reach), id]))[0] ?? null;
}

/** A visit of the household: the one that is named, else the newest; undefined: the one named is none of its visits. */
export async function findAssessment(
  tx: Transaction,
  householdId: number,
  named: number | null,
): Promise<number | null | undefined> {
  const [visit] = await tx.query<{ id: number }>(
    `SELECT id FROM visit WHERE household_id = $1 AND ($2::bigint IS NULL OR id = $2) ORDER BY visited_on DESC, id DESC LIMIT 1`,
    [householdId, named],
  );
  return visit?.id ?? (named === null ? null : undefined);
}

export interface Sending extends ReferralOrder {
  readonly answerBy: Day;
  readonly caseId: number;
  readonly householdId: number;
  readonly by: string;
  readonly at: Date;
}

export async function insertReferral(tx: Transaction, sending: Sending): Promise<Referral> {
  const { caseId, householdId, organisation, need, note, visitId, startsOn, lastsUntil, at, by, answerBy } = sending;
  const [sent] = await tx.query<Referral>(
    `INSERT INTO referral AS r (case_id, household_id, organisation, need, note, starts_on, lasts_until, sent_at, sent_by, visit_id,
       answer_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING ${COLUMNS}`,
    [caseId, householdId, organisation, need, note, startsOn, lastsUntil, at, by, visitId, answerBy],
  );
  if (sent === undefined) throw new Error('a referral was not recorded');
  return sent;
}

async function changed(tx: Transaction, text: string, params: readonly unknown[]): Promise<Referral> {
  const [held] = await tx.query<Referral>(
    `UPDATE referral r SET ${text}, version = version + 1 WHERE id = $1 RETURNING ${COLUMNS}`,
    params,
  );
  if (held === undefined) throw new Error('a locked referral is gone');
  return held;
}

export function moveReferral(tx: Transaction, id: number, state: ReferralAnswer): Promise<Referral> {
  return changed(tx, 'state = $2', [id, state]);
}

export interface Ending {
  readonly state: 'DECLINED' | 'CLOSED';
  readonly reason: ReferralEnd | null;
  readonly by: string;
  readonly at: Date;
}

export function endReferral(tx: Transaction, id: number, { state, reason, by, at }: Ending): Promise<Referral> {
  const text = 'state = $2, end_reason = $3, ended_by = $4, ended_at = $5';
  return changed(tx, text, [id, state, reason, by, at]);
}

/** A referral of the case that lasts or is still to begin on the day; null: none. */
export async function findRunning(tx: Transaction, caseId: number, day: Day): Promise<number | null> {
  const [running] = await tx.query<{ id: number }>(
    `SELECT id FROM referral r WHERE case_id = $1 AND ended_at IS NULL AND coalesce(lasts_until, 'infinity') >= $2::date`,
    [caseId, day],
  );
  return running?.id ?? null;
}

/** Every parameter stands in each statement, a null one asks nothing. */
const WANTED = `${REACH} AND CASE WHEN $4::text[] IS NOT NULL THEN r.state = ANY($4) ELSE $8 IS TRUE OR ${lasts('$3')} END
  AND ($5::text IS NULL OR r.organisation = $5) AND ($6::text IS NULL OR r.need = $6)
  AND ($7::bigint[] IS NULL OR r.id = ANY($7)) AND ($8::boolean IS NULL OR ${unanswered('$3')} = $8)`;

/** One page in the order of ids, and how many there are in all. */
export async function listReferrals(db: Queryable, query: ReferralQuery): Promise<ReferralPage> {
  const { filter, reach, first, after } = query;
  const { ids, states, organisation, need, overdue } = filter;
  const asked = [states ?? null, organisation ?? null, need ?? null, ids ?? null, overdue ?? null];
  const params = [...reachOf(reach), ...asked];
  const [page, counted] = await Promise.all([
    db.query<Referral>(`SELECT ${COLUMNS} FROM referral r WHERE ${WANTED} AND r.id > $9 ORDER BY r.id LIMIT $10`, [
      ...params,
      after ?? 0,
      first + 1,
    ]),
    db.query<{ count: number }>(`SELECT count(*)::int AS count FROM referral r WHERE ${WANTED}`, params),
  ]);
  return {
    referrals: page.slice(0, first),
    hasNextPage: page.length > first,
    totalCount: counted[0]?.count ?? 0,
  };
}

/** Referrals of cases, within reach, in order. */
export function listReferralsOf(db: Queryable, caseIds: readonly number[], reach: ReferralReach): Promise<Referral[]> {
  const text = `SELECT ${COLUMNS} FROM referral r WHERE ${REACH} AND r.case_id = ANY($4::bigint[]) ORDER BY r.id`;
  return db.query<Referral>(text, [...reachOf(reach), caseIds]);
}

/** A referral by its id, within reach; null: none to see. */
export async function findReferral(db: Queryable, id: number, reach: ReferralReach): Promise<Referral | null> {
  const text = `SELECT ${COLUMNS} FROM referral r WHERE ${REACH} AND r.id = $4`;
  return (await db.query<Referral>(text, [...reachOf(reach), id]))[0] ?? null;
}
