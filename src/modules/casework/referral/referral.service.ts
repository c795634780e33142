/** Referrals as people work them: sent with a case, answered by the receiver, ended by who sent them. */
import { fail, type Result, succeed } from '../../../kernel/result.ts';
import type { Worker, WorkRefusal } from '../../alerting/index.ts';
import { type CaseOrder, type CaseParts, workOnce } from '../case/case.service.ts';
import { lockCase, setAwaitsReferral } from '../case/case.store.ts';
import { refuseStaleCase } from '../case/case.ts';
import { noteCaseDeed, type WorkMoment } from '../case/event.store.ts';
import { type AnswerFigures, answerByOf } from './deadline.store.ts';
import { settleReach } from './reach.store.ts';
import {
  endReferral,
  findAssessment,
  findReferral,
  insertReferral,
  listReferrals,
  listReferralsOf,
  lockReferral,
  moveReferral,
} from './referral.store.ts';
import {
  type Referral,
  type ReferralAnswer,
  type ReferralEnd,
  type ReferralOrder,
  type ReferralPage,
  type ReferralQuery,
  type ReferralReach,
  refuseAnswer,
  refuseOrder,
  refuseStaleReferral,
} from './referral.ts';

/** Work on a referral that was sent. */
export interface ReferralWork {
  readonly referralId: number;
  readonly worker: Worker;
  readonly key: string;
  readonly expectedVersion: number | null;
}

type Worked = Result<{ readonly id: number }, WorkRefusal>;

export interface Referrals {
  /** Refers a case to an organisation; a case may have several referrals at a time. */
  send(order: CaseOrder, given: ReferralOrder): Promise<Worked>;
  /** The receiver's word. Declining ends it. */
  answer(work: ReferralWork, to: ReferralAnswer): Promise<Worked>;
  /** Ends it for a reason; from then on its receiver reaches the household no longer. */
  end(work: ReferralWork, reason: ReferralEnd): Promise<Worked>;
  list(query: ReferralQuery): Promise<ReferralPage>;
  ofCases(ids: readonly number[], reach: ReferralReach): Promise<readonly Referral[]>;
  find(id: number, reach: ReferralReach): Promise<Referral | null>;
}

export interface ReferralParts extends CaseParts {
  readonly pack: AnswerFigures;
  /** Whether the access policy knows an organisation of this code. */
  knowsOrganisation(code: string): Promise<boolean>;
}

const NOT_FOUND: WorkRefusal = { code: 'NOT_FOUND', params: { what: 'referral' } };

async function send(
  { sealer, pack }: ReferralParts,
  moment: WorkMoment,
  order: CaseOrder,
  given: ReferralOrder,
): Promise<Worked> {
  const { tx, worker, now: at, on } = moment;
  const held = await lockCase(tx, order.caseId, worker.divisions);
  if (held === null) return fail({ code: 'NOT_FOUND', params: { what: 'case' } });
  const refusal = refuseStaleCase(held, order.expectedVersion) ?? refuseOrder(given, on);
  if (refusal !== null) return fail(refusal);
  const { id: caseId, householdId } = held;
  const visitId = await findAssessment(tx, householdId, given.visitId);
  if (visitId === undefined) return fail({ code: 'NOT_FOUND', params: { what: 'visit' } });
  const note = sealer.seal('referral.note', given.note);
  const answerBy = answerByOf(pack, given, on);
  const by = worker.subject;
  const sent = await insertReferral(tx, { ...given, note, visitId, caseId, householdId, answerBy, by, at });
  await setAwaitsReferral(tx, caseId, false, held.nextContactOn ?? on);
  await settleReach(tx, on, sent.id);
  const details = { to: given.organisation, from: given.need };
  await noteCaseDeed(moment, { caseId, referralId: sent.id, kind: 'REFERRED', details });
  return succeed({ id: sent.id });
}

async function answer(moment: WorkMoment, held: Referral, to: ReferralAnswer): Promise<Worked> {
  const { tx, worker, now: at, on } = moment;
  const { id, caseId, state: from } = held;
  if (to === 'DECLINED') await endReferral(tx, id, { state: 'DECLINED', reason: null, by: worker.subject, at });
  else await moveReferral(tx, id, to);
  await settleReach(tx, on, id);
  await noteCaseDeed(moment, { caseId, referralId: id, kind: 'REFERRAL_ANSWERED', details: { from, to } });
  return succeed({ id });
}

async function end(moment: WorkMoment, held: Referral, reason: ReferralEnd): Promise<Worked> {
  const { tx, worker, now: at, on } = moment;
  const { id, caseId, state: from } = held;
  await endReferral(tx, id, { state: 'CLOSED', reason, by: worker.subject, at });
  await settleReach(tx, on, id);
  await noteCaseDeed(moment, { caseId, referralId: id, kind: 'REFERRAL_ENDED', details: { from, to: reason } });
  return succeed({ id });
}

export function createReferrals(parts: ReferralParts): Referrals {
  const { db, knowsOrganisation } = parts;

  function work(
    operation: string,
    { referralId, worker, key, expectedVersion }: ReferralWork,
    given: unknown,
    act: (moment: WorkMoment, held: Referral) => Promise<Worked>,
  ): Promise<Worked> {
    const asked = { referralId, expectedVersion, given };
    return workOnce(parts, { worker, key, operation, asked }, async (moment) => {
      const { divisions, organisation } = worker;
      const held = await lockReferral(moment.tx, referralId, { divisions, organisation, day: moment.on });
      return held === null ? fail(NOT_FOUND) : act(moment, held);
    });
  }

  return {
    async send(order, given) {
      if (!(await knowsOrganisation(given.organisation))) return fail({ code: 'ORGANISATION_UNKNOWN' });
      const { caseId, worker, key, expectedVersion } = order;
      const asked = { caseId, expectedVersion, given };
      return workOnce(parts, { worker, key, operation: 'refer', asked }, (moment) => send(parts, moment, order, given));
    },
    answer: (order, to) =>
      work('answerReferral', order, to, async (moment, held) => {
        // Only the receiver answers; who sent it may end it.
        if (held.organisation !== order.worker.organisation) return fail(NOT_FOUND);
        const refusal = refuseAnswer(held, to, order.expectedVersion);
        return refusal === null ? answer(moment, held, to) : fail(refusal);
      }),
    end: (order, reason) =>
      work('endReferral', order, reason, async (moment, held) => {
        if ((await lockCase(moment.tx, held.caseId, order.worker.divisions)) === null) return fail(NOT_FOUND);
        const refusal = refuseStaleReferral(held, order.expectedVersion);
        return refusal === null ? end(moment, held, reason) : fail(refusal);
      }),
    list: (query) => listReferrals(db, query),
    ofCases: (ids, reach) => listReferralsOf(db, ids, reach),
    find: (id, reach) => findReferral(db, id, reach),
  };
}
