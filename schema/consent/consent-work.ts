/** Recording and withdrawing consents: once per key, never rewritten. */
import type { InputRef } from '@pothos/core';
import type { Result } from '../../src/kernel/result.ts';
import type { ConsentRecord, ConsentRefusal } from '../../src/modules/consent/index.ts';
import type { ProfileOnDay } from '../../src/modules/household/index.ts';
import { workerOf } from '../alerts/alert-work.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import type { ConsentWordRefs } from './consent.ts';

const access = 'consent-work';

interface ConsentChanged {
  readonly __typename: 'ConsentChanged';
  readonly id: number;
}

function defineInput(builder: GraphBuilder, { Capacity }: ConsentWordRefs) {
  return builder.inputType('ConsentInput', {
    description: '同意登记 what somebody has allowed',
    fields: (t) => ({
      householdId: t.id({ required: true, access, description: '家庭编号(平台) the household whose matter it is' }),
      personId: t.id({
        access,
        description: '被同意人 whose data it speaks of; absent: the household’s and its members’ of 14 and more',
      }),
      capacity: t.field({ type: Capacity, required: true, access, description: '同意人身份 as what it is given' }),
      givenBy: t.id({
        access,
        description: '同意人 who gives it; absent only for a guardian whom the hub does not know',
      }),
      kind: t.string({ required: true, access, description: '同意种类 a kind of the access policy' }),
      scope: t.stringList({
        required: true,
        access,
        description: '范围 data classes, groups of them or agencies, as the access policy names them',
      }),
      purposes: t.stringList({ required: true, access, description: '用途 purposes it holds for' }),
      recipient: t.string({ access, description: '接收机构 the organisation it is for, where the kind asks for one' }),
      validFrom: t.field({ type: 'Date', required: true, access, description: '起始日期 first day' }),
      validUntil: t.field({ type: 'Date', required: true, access, description: '截止日期 last day' }),
      evidence: t.string({
        required: true,
        access,
        sealedIn: ['consent.evidence'],
        description: '凭据 where the signed paper or the recording is',
      }),
    }),
  });
}

type ConsentInput = ReturnType<typeof defineInput> extends InputRef<infer Shape> ? Shape : never;

const personIn = (id: string | null | undefined, input: string): number | null =>
  id == null ? null : Number(readId('person', id, input));

function answer(outcome: Result<{ readonly id: number }, ConsentRefusal>): ConsentChanged | RefusedView {
  return outcome.ok ? { __typename: 'ConsentChanged', id: outcome.value.id } : refused(outcome.error);
}

/** The household within the caller's rows, noted as read. */
async function profileAsked(id: number, context: RequestContext): Promise<ProfileOnDay | null> {
  const profile = await context.householdsById.load(id);
  if (profile !== null) context.subjects.sawHousehold(id);
  return profile;
}

async function record(input: ConsentInput, key: string, context: RequestContext) {
  const profile = await profileAsked(Number(readId('household', input.householdId, 'householdId')), context);
  if (profile === null) return refused({ code: 'NOT_FOUND', params: { what: 'household' } });
  const { householdId: _asked, ...given } = input;
  return answer(
    await context.graph.consents.record({
      worker: workerOf(context),
      key,
      profile,
      given: {
        ...given,
        personId: personIn(given.personId, 'personId'),
        givenBy: personIn(given.givenBy, 'givenBy'),
        recipient: given.recipient ?? null,
      },
    }),
  );
}

interface WithdrawalArgs {
  readonly id: string;
  readonly how: Parameters<RequestContext['graph']['consents']['withdraw']>[0]['how'];
  readonly note?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

async function withdraw(args: WithdrawalArgs, context: RequestContext) {
  const id = Number(readId('consent', args.id));
  const found = await context.graph.consents.find(id);
  const profile = found === null ? null : await profileAsked(found.householdId, context);
  if (profile === null) return refused({ code: 'NOT_FOUND', params: { what: 'consent' } });
  return answer(
    await context.graph.consents.withdraw({
      worker: workerOf(context),
      key: args.idempotencyKey,
      profile,
      id,
      how: args.how,
      note: args.note?.trim() || null,
      expectedVersion: args.expectedVersion ?? null,
    }),
  );
}

interface WorkRefs extends ConsentWordRefs {
  readonly Consent: GraphObject<ConsentRecord>;
  readonly Refused: GraphObject<RefusedView>;
}

function defineOutcome(builder: GraphBuilder, { Consent, Refused }: WorkRefs) {
  const Changed = builder.objectRef<ConsentChanged>('ConsentChanged').implement({
    description: '已登记 the consent as it stands now',
    fields: (t) => ({
      consent: t.field({
        type: Consent,
        access: 'consent',
        description: '授权与同意 the consent',
        resolve: ({ id }, _args, { graph }) => graph.consents.find(id),
      }),
    }),
  });
  return builder.unionType('ConsentResult', {
    description: '登记结果 the consent, or why nothing was recorded',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
}

export function defineConsentWork(builder: GraphBuilder, refs: WorkRefs): void {
  const Outcome = defineOutcome(builder, refs);
  const Input = defineInput(builder, refs);
  builder.mutationFields((t) => ({
    recordConsent: t.field({
      type: Outcome,
      access,
      description:
        '登记同意 records what somebody has allowed. Refused: NOT_FOUND, KEY_REUSED, CONSENT_WORD_UNKNOWN, CONSENT_DATES_WRONG, CONSENT_GIVER_WRONG, TEXT_REQUIRED',
      args: {
        input: t.arg({ type: Input, required: true, access, description: '同意登记 the consent' }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { input, idempotencyKey }, context) => record(input, idempotencyKey, context),
    }),
    withdrawConsent: t.field({
      type: Outcome,
      access,
      description:
        '撤回同意 takes a consent back; nothing is shown by it from the next read on. Refused: NOT_FOUND, KEY_REUSED, CONFLICT',
      args: {
        id: t.arg.id({ required: true, access, description: '同意编号 the consent' }),
        how: t.arg({ type: refs.WithdrawalWay, required: true, access, description: '撤回方式 how it was taken back' }),
        note: t.arg.string({
          access,
          sealedIn: ['consent_withdrawal.note'],
          description: '撤回说明 what was said, or where the paper is',
        }),
        expectedVersion: t.arg.int({ access, description: '预期版本 the version seen; CONFLICT where it has changed' }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, args, context) => withdraw(args, context),
    }),
  }));
}
