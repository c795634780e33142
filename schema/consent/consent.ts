/** 授权与同意: what a household's people have allowed, and what they have taken back. */
import { encodeId } from '../../src/kernel/ids.ts';
import {
  CAPACITIES,
  type Capacity,
  type ConsentRecord,
  VERSION_OF,
  WITHDRAWAL_WAYS,
  type WithdrawalWay,
} from '../../src/modules/consent/index.ts';
import { type GraphBuilder, type GraphEnum, type GraphObject, PAGE_LIMIT } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { seeHouseholds } from '../household/load.ts';
import type { PersonView } from '../household/view.ts';
import { readId } from '../shared/public-id.ts';

const access = 'consent';
const text = 'consent-evidence';

export interface ConsentWordRefs {
  readonly Capacity: GraphEnum<Capacity>;
  readonly WithdrawalWay: GraphEnum<WithdrawalWay>;
}

export function defineConsentWords(builder: GraphBuilder): ConsentWordRefs {
  const capacities: Readonly<Record<Capacity, string>> = {
    SELF: '本人 for themselves',
    APPLICANT: '申请人 for the household they apply for, its members of 14 and more',
    GUARDIAN: '监护人 for a child or a ward',
  };
  const ways: Readonly<Record<WithdrawalWay, string>> = {
    IN_PERSON: '当面 said in person',
    WRITTEN: '书面 in writing',
    PHONE: '电话 by telephone',
    ONLINE: '线上 online',
  };
  const valuesOf = <W extends string>(words: readonly W[], texts: Readonly<Record<W, string>>) =>
    Object.fromEntries(words.map((word) => [word, { description: texts[word] }])) as Record<W, { description: string }>;
  return {
    Capacity: builder.enumType('ConsentCapacity', {
      description: '同意人身份 as what somebody gives a consent',
      values: valuesOf(CAPACITIES, capacities),
    }),
    WithdrawalWay: builder.enumType('WithdrawalWay', {
      description: '撤回方式 how a withdrawal reached the hub',
      values: valuesOf(WITHDRAWAL_WAYS, ways),
    }),
  };
}

/** Someone of the household, as the caller sees them there. */
async function personOf(id: number | null, householdId: number, context: RequestContext): Promise<PersonView | null> {
  if (id === null) return null;
  const [household] = await seeHouseholds([householdId], context);
  return household?.listed.find(({ person }) => person.person.id === id)?.person ?? null;
}

type Withdrawn = NonNullable<ConsentRecord['withdrawal']>;

/** Those of the households that the caller sees. */
async function findSeen(ids: readonly string[], context: RequestContext): Promise<readonly ConsentRecord[]> {
  const asked = ids.slice(0, PAGE_LIMIT).map((id) => Number(readId('consent', id, 'ids')));
  const found = await context.graph.consents.findMany(asked);
  const homes = await seeHouseholds([...new Set(found.map(({ householdId }) => householdId))], context);
  const seen = new Set(homes.map(({ id }) => id));
  return found.filter(({ householdId }) => seen.has(encodeId('household', BigInt(householdId))));
}

function defineWithdrawal(builder: GraphBuilder, { WithdrawalWay }: ConsentWordRefs): GraphObject<Withdrawn> {
  return builder.objectRef<Withdrawn>('ConsentWithdrawal').implement({
    description: '撤回 a consent taken back; it has not held since',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', access, description: '撤回时间 from when it holds no longer' }),
      how: t.expose('how', { type: WithdrawalWay, access, description: '撤回方式 how it reached the hub' }),
      note: t.string({
        access: text,
        description: '撤回说明 what was said, or where the paper is',
        resolve: ({ note }, _args, { graph }) => graph.consents.open('consent_withdrawal.note', note),
      }),
      recordedBy: t.exposeString('recordedBy', { access, description: '登记人 who recorded it' }),
    }),
  });
}

export function defineConsent(
  builder: GraphBuilder,
  Person: GraphObject<PersonView>,
  words: ConsentWordRefs,
): GraphObject<ConsentRecord> {
  const Withdrawal = defineWithdrawal(builder, words);
  const Consent = builder.objectRef<ConsentRecord>('Consent').implement({
    description: '授权与同意 what somebody has allowed; never rewritten',
    fields: (t) => ({
      id: t.id({ access, description: '同意编号 its id', resolve: ({ id }) => encodeId('consent', BigInt(id)) }),
      householdId: t.id({
        access,
        description: '家庭编号(平台) the household whose matter it is',
        resolve: ({ householdId }) => encodeId('household', BigInt(householdId)),
      }),
      person: t.field({
        type: Person,
        access,
        description: '被同意人 whose data it speaks of; null: the household’s and its members’ of 14 and more',
        resolve: ({ personId, householdId }, _args, context) => personOf(personId, householdId, context),
      }),
      capacity: t.expose('capacity', { type: words.Capacity, access, description: '同意人身份 as what it was given' }),
      givenBy: t.field({
        type: Person,
        access,
        description: '同意人 who gave it; null: a guardian whom the hub does not know',
        resolve: ({ givenBy, householdId }, _args, context) => personOf(givenBy, householdId, context),
      }),
      kind: t.exposeString('kind', { access, description: '同意种类 a kind of the access policy' }),
      title: t.string({
        access,
        description: '种类名称 the kind in Chinese',
        resolve: ({ kind }, _args, { graph }) => graph.policy.words.consents[kind]?.title ?? kind,
      }),
      scope: t.stringList({
        access,
        description: '范围 data classes or agencies it opens',
        resolve: ({ scope }) => [...scope],
      }),
      purposes: t.stringList({
        access,
        description: '用途 purposes it holds for',
        resolve: ({ purposes }) => [...purposes],
      }),
      recipient: t.exposeString('recipient', {
        access,
        description: '接收机构 the organisation it is for; null: those who act by law',
      }),
      validFrom: t.expose('validFrom', { type: 'Date', access, description: '起始日期 first day' }),
      validUntil: t.expose('validUntil', { type: 'Date', access, description: '截止日期 last day' }),
      inForce: t.boolean({
        access,
        description: '是否有效 it holds today',
        resolve: (record, _args, { graph }) => graph.consents.isInForce(record),
      }),
      evidence: t.string({
        access: text,
        description: '凭据 where the signed paper or the recording is',
        resolve: ({ evidence }, _args, { graph }) => graph.consents.open('consent.evidence', evidence),
      }),
      recordedAt: t.expose('recordedAt', { type: 'DateTime', access, description: '登记时间 when it was recorded' }),
      recordedBy: t.exposeString('recordedBy', { access, description: '登记人 who recorded it' }),
      recordedIn: t.exposeString('recordedIn', { access, description: '登记机构 in which organisation' }),
      withdrawal: t.field({
        type: Withdrawal,
        access,
        description: '撤回 how it was taken back; null: it was not',
        resolve: ({ withdrawal }) => withdrawal,
      }),
      version: t.int({
        access,
        description: '版本 1 as given, 2 withdrawn',
        resolve: ({ withdrawal }) => (withdrawal === null ? VERSION_OF.GIVEN : VERSION_OF.WITHDRAWN),
      }),
    }),
  });
  builder.queryField('consents', (t) =>
    t.field({
      type: [Consent],
      access,
      description: '授权与同意 all that were ever given in a household, newest first; null: no such household in scope',
      args: {
        householdId: t.arg.id({ required: true, access: STRUCTURE, description: '家庭编号(平台) the household' }),
        inForce: t.arg.boolean({ access: STRUCTURE, description: '仅有效 only those that hold today' }),
      },
      resolve: async (_root, { householdId, inForce }, context) => {
        const id = Number(readId('household', householdId, 'householdId'));
        const [household] = await seeHouseholds([id], context);
        if (household === undefined) return null;
        const { consents } = context.graph;
        const all = await consents.list(id);
        return inForce === true ? all.filter((record) => consents.isInForce(record)) : [...all];
      },
    }),
  );
  builder.queryField('consentsByIds', (t) =>
    t.field({
      type: [Consent],
      access,
      description: `授权与同意(按编号) those of these ids whose household lies within the caller’s scope, newest first; at most ${PAGE_LIMIT}`,
      args: {
        ids: t.arg.idList({ required: true, access: STRUCTURE, description: '同意编号 the consents’ ids' }),
      },
      resolve: async (_root, { ids }, context) => [...(await findSeen(ids, context))],
    }),
  );
  return Consent;
}
