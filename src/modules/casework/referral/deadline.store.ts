/** By when a receiver answers, and what becomes of a referral that nobody answered (SYS-21.05). */
import type { Day } from '../../../kernel/day.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { appendSelected, scopeKeys } from '../../../platform/outbox/outbox.ts';
import { numberOn, type Pack } from '../../discovery/index.ts';
import type { ReferralOrder } from './referral.ts';

export type AnswerFigures = Pick<Pack, 'parameters' | 'workingDays'>;

/** The time runs from the day the receiver reaches the family, and is over with its last. */
export function answerByOf({ parameters, workingDays }: AnswerFigures, order: ReferralOrder, on: Day): Day {
  const from = order.startsOn > on ? order.startsOn : on;
  const by = workingDays.after(from, numberOn(parameters, 'REFERRAL_ANSWER_DAYS', on));
  return order.lastsUntil !== null && order.lastsUntil < by ? order.lastsUntil : by;
}

/** Nobody said whether the receiver takes it on, the time is over, and the case goes on; that it was seen is no answer. */
export const unanswered = (day: string): string =>
  `(r.ended_at IS NULL AND r.state IN ('SENT', 'RECEIVED') AND r.answer_by < ${day}::date
    AND EXISTS (SELECT FROM case_file k WHERE k.id = r.case_id AND k.closed_at IS NULL))`;

const STREETS = scopeKeys('c.street_code', 'c.committee_code');
const ALL = `${STREETS} || ${scopeKeys("CASE WHEN p.reached THEN 'org:' || p.organisation END")}`;

/** `$1` the day, `$2` the moment. Once per referral; the family is contacted that day. */
const PASS_UP = `WITH passed AS (
    UPDATE referral r SET passed_up_on = $1, version = version + 1
    WHERE r.passed_up_on IS NULL AND ${unanswered('$1')}
    RETURNING r.id, r.case_id, r.household_id, r.organisation, r.state, r.answer_by, r.reached, r.version),
  contacted AS (
    UPDATE case_file c SET next_contact_on = least(next_contact_on, $1::date), version = version + 1
    WHERE c.id IN (SELECT case_id FROM passed) RETURNING c.*),
  noted AS (
    INSERT INTO case_event (case_id, referral_id, at, "on", kind, details)
    SELECT case_id, id, $2::timestamptz, $1::date, 'REFERRAL_PASSED_UP', jsonb_build_object('from', state, 'to', answer_by)
    FROM passed ORDER BY id),
  told_cases AS (${appendSelected(`SELECT 'CASE', c.id::text, c.household_id, 'UPSERT', 'CHANGED', c.version, ${STREETS}, ${STREETS}
    FROM contacted c ORDER BY c.id`)}),
  told AS (${appendSelected(`SELECT 'SERVICE', p.id::text, p.household_id, 'UPSERT', 'CHANGED', p.version, ${ALL}, ${ALL}
    FROM passed p JOIN case_file c ON c.id = p.case_id ORDER BY p.id`)})
  SELECT count(*)::int AS count FROM passed`;

/** What nobody answered in time goes up to the district; tells how many. */
export async function passUpUnanswered(tx: Transaction, day: Day, at: Date): Promise<number> {
  const [passed] = await tx.query<{ count: number }>(PASS_UP, [day, at]);
  return passed?.count ?? 0;
}
