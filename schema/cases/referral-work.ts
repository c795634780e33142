/** Referring a case, answering a referral, ending one. */
import type { InputRef } from '@pothos/core';
import type { Result } from '../../src/kernel/result.ts';
import type { WorkRefusal } from '../../src/modules/alerting/index.ts';
import type { Referral, ReferralOrder, ReferralWork } from '../../src/modules/casework/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import type { CaseWords } from './case-words.ts';
import { caseOrderOf, caseWorkerOf } from './case-work.ts';
import { dayOf } from './reach.ts';
import { seeReferral } from './referrals.ts';

const access = 'case-handling';
const answering = 'referral-answer';

interface ReferralChanged {
  readonly __typename: 'ReferralChanged';
  readonly id: number;
}

function answer(worked: Result<{ readonly id: number }, WorkRefusal>): ReferralChanged | RefusedView {
  return worked.ok ? { __typename: 'ReferralChanged', id: worked.value.id } : refused(worked.error);
}

function defineResult(builder: GraphBuilder, ReferralRef: GraphObject<Referral>, Refused: GraphObject<RefusedView>) {
  const Changed = builder.objectRef<ReferralChanged>('ReferralChanged').implement({
    description: '已办理 the work was done',
    fields: (t) => ({
      referral: t.field({
        type: ReferralRef,
        access: 'referral',
        description: '转介 the referral as it stands now; null: it has left the caller’s reach',
        resolve: ({ id }, _args, context) => seeReferral(id, context),
      }),
    }),
  });
  return builder.unionType('ReferralResult', {
    description: '办理结果 the referral changed, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
}

function defineInput(builder: GraphBuilder, words: CaseWords) {
  return builder.inputType('ReferralInput', {
    description: '转介登记 to whom, for what, how long',
    fields: (t) => ({
      organisation: t.string({ required: true, access, description: '接收机构 code in the access policy' }),
      need: t.field({ type: words.Need, required: true, access, description: '需求 what for' }),
      note: t.string({
        access,
        sealedIn: ['referral.note'],
        description: '转介说明 what the receiver has to know; personal',
      }),
      visitId: t.id({
        access,
        description: '评估依据 the visit that assessed the need; absent: the household’s newest',
      }),
      from: t.field({ type: 'Date', access, description: '起始日期 the first day; absent: the hub’s day' }),
      until: t.field({ type: 'Date', access, description: '截止日期 the last day; absent: open' }),
    }),
  });
}

type ReferralInput = ReturnType<typeof defineInput> extends InputRef<infer Shape> ? Shape : never;

async function orderOf(input: ReferralInput, context: RequestContext): Promise<ReferralOrder> {
  return {
    organisation: input.organisation,
    need: input.need,
    note: input.note?.trim() || null,
    visitId: input.visitId == null ? null : Number(readId('visit', input.visitId, 'visitId')),
    startsOn: input.from ?? (await dayOf(context)),
    lastsUntil: input.until ?? null,
  };
}

function workOf(
  id: string,
  { idempotencyKey, expectedVersion }: { idempotencyKey: string; expectedVersion?: number | null | undefined },
  context: RequestContext,
): ReferralWork {
  return {
    referralId: Number(readId('referral', id)),
    worker: caseWorkerOf(context),
    key: idempotencyKey,
    expectedVersion: expectedVersion ?? null,
  };
}

export function defineReferralWork(
  builder: GraphBuilder,
  words: CaseWords,
  ReferralRef: GraphObject<Referral>,
  Refused: GraphObject<RefusedView>,
): void {
  const ReferralResult = defineResult(builder, ReferralRef, Refused);
  const Input = defineInput(builder, words);
  builder.mutationFields((t) => {
    const key = t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY });
    const id = (dataClass: string) =>
      t.arg.id({ required: true, access: dataClass, description: '转介编号 id of the referral' });
    return {
      refer: t.field({
        type: ReferralResult,
        access,
        description:
          '转介 refers a case to an organisation, which then reaches the household while it lasts. Refused: NOT_FOUND, CONFLICT, ORGANISATION_UNKNOWN, REFERRAL_DATES_INVALID, KEY_REUSED',
        args: {
          caseId: t.arg.id({ required: true, access, description: '个案编号 id of the case' }),
          input: t.arg({ type: Input, required: true, access, description: '转介登记 the referral' }),
          idempotencyKey: key,
          expectedVersion: t.arg.int({ access, description: EXPECTED_VERSION }),
        },
        resolve: async (_root, { caseId, input, ...args }, context) =>
          answer(await context.graph.referrals.send(caseOrderOf(caseId, args, context), await orderOf(input, context))),
      }),
      answerReferral: t.field({
        type: ReferralResult,
        access: answering,
        description:
          '反馈转介 the receiver’s word: received, accepted, declined, in service, done. Refused: NOT_FOUND, CONFLICT, REFERRAL_STEP_INVALID, KEY_REUSED',
        args: {
          id: id(answering),
          answer: t.arg({
            type: words.ReferralAnswer,
            required: true,
            access: answering,
            description: '转介反馈 what the receiver answers',
          }),
          idempotencyKey: key,
          expectedVersion: t.arg.int({ access: answering, description: EXPECTED_VERSION }),
        },
        resolve: async (_root, { id: referral, answer: to, ...args }, context) =>
          answer(await context.graph.referrals.answer(workOf(referral, args, context), to)),
      }),
      endReferral: t.field({
        type: ReferralResult,
        access,
        description:
          '终止转介 ends a referral; its receiver reaches the household no longer. Refused: NOT_FOUND, CONFLICT, KEY_REUSED',
        args: {
          id: id(access),
          reason: t.arg({
            type: words.ReferralEnd,
            required: true,
            access,
            description: '终止原因 why',
          }),
          idempotencyKey: key,
          expectedVersion: t.arg.int({ access, description: EXPECTED_VERSION }),
        },
        resolve: async (_root, { id: referral, reason, ...args }, context) =>
          answer(await context.graph.referrals.end(workOf(referral, args, context), reason)),
      }),
    };
  });
}
