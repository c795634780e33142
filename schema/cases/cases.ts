/** 个案: the work on one household, from when it begins until a person closes it. */
import { encodeId } from '../../src/kernel/ids.ts';
import { ALERT_STATES } from '../../src/modules/alerting/index.ts';
import type { CaseEvent, CaseFile, CaseFilter, Referral } from '../../src/modules/casework/index.ts';
import { alertCondition } from '../alerts/alert-filter.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import type { HouseholdRefs } from '../household/household.ts';
import { seeHouseholds } from '../household/load.ts';
import { countedConnection } from '../shared/counted-connection.ts';
import { pageAsked, pageOf } from '../shared/page.ts';
import { readId } from '../shared/public-id.ts';
import type { CaseWords } from './case-words.ts';
import { caseDivisions, caseLoaders, dayOf } from './reach.ts';

const access = 'case';
const note = 'case-note';

/** A case by its id, within the caller's scope. */
export async function seeCase(id: number, context: RequestContext): Promise<CaseFile | null> {
  const held = await caseLoaders(context).byId.load(id);
  if (held !== null) context.subjects.sawHousehold(held.householdId);
  return held;
}

function defineEvent(builder: GraphBuilder, words: CaseWords): GraphObject<CaseEvent> {
  const history = 'case-history';
  const text = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));
  return builder.objectRef<CaseEvent>('CaseEvent').implement({
    description: '个案经过 one thing that happened to a case; never rewritten',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', access: history, description: '时间 when' }),
      on: t.expose('on', { type: 'Date', access: history, description: '业务日期 the hub’s day' }),
      kind: t.expose('kind', { type: words.CaseEventKind, access: history, description: '经过类别 what happened' }),
      actor: t.exposeString('actor', { access: history, description: '办理人 who did it' }),
      organisation: t.exposeString('organisation', {
        access: history,
        description: '办理单位 on behalf of which body',
      }),
      referralId: t.id({
        access: history,
        description: '转介编号 the referral it happened to; null: the case itself',
        resolve: ({ referralId }) => (referralId === null ? null : encodeId('referral', BigInt(referralId))),
      }),
      from: t.string({
        access: history,
        description: '变更前 adviser, day or state before; of a referral that was sent its need',
        resolve: ({ details }) => text(details.from),
      }),
      to: t.string({
        access: history,
        description: '变更后 adviser, day, state, organisation or outcome after',
        resolve: ({ details }) => text(details.to ?? details.outcome),
      }),
    }),
  });
}

/** What ran while the case was open belongs to it. */
function alertsDuring({ householdId, openedAt, closedAt }: CaseFile) {
  return {
    householdId: BigInt(householdId),
    AND: [
      closedAt === null ? {} : { raisedAt: { lte: closedAt } },
      { OR: [{ closedAt: null }, { closedAt: { gte: openedAt } }] },
    ],
  };
}

function defineCase(
  builder: GraphBuilder,
  { Household }: HouseholdRefs,
  words: CaseWords,
  ReferralRef: GraphObject<Referral>,
): GraphObject<CaseFile> {
  const Event = defineEvent(builder, words);
  return builder.objectRef<CaseFile>('Case').implement({
    description: '个案 the work on one household; it has one open case at a time',
    fields: (t) => ({
      id: t.id({ access, description: '个案编号 id of the case', resolve: ({ id }) => encodeId('case', BigInt(id)) }),
      state: t.field({
        type: words.CaseState,
        access,
        description: '个案状态 OPEN or CLOSED',
        resolve: ({ closedAt }) => (closedAt === null ? 'OPEN' : 'CLOSED'),
      }),
      origin: t.expose('origin', { type: words.CaseOrigin, access, description: '个案来源 how the work began' }),
      household: t.field({
        type: Household,
        access,
        description: '家庭 the household, on the hub’s day',
        resolve: async ({ householdId }, _args, context) => (await seeHouseholds([householdId], context))[0] ?? null,
      }),
      streetCode: t.exposeString('streetCode', { access: 'division', description: '街镇代码 street' }),
      committeeCode: t.exposeString('committeeCode', {
        access: 'division',
        description: '居村代码 residents’ committee; null: not stated',
      }),
      adviser: t.exposeString('adviser', { access, description: '责任顾问 the one who is responsible' }),
      goal: t.string({
        access: note,
        description: '个案目标 what is to be reached, in words',
        resolve: ({ goal }, _args, { graph }) => graph.open('case_file.goal', goal),
      }),
      nextContactOn: t.expose('nextContactOn', {
        type: 'Date',
        access,
        description: '下次联系日期 when the family is contacted next; null only in a closed case',
      }),
      awaitsReferral: t.exposeBoolean('awaitsReferral', {
        access,
        description: '待转介 an alert was closed as REFERRED and no referral was sent since',
      }),
      openedAt: t.expose('openedAt', { type: 'DateTime', access, description: '立案时间 when it was opened' }),
      openedBy: t.exposeString('openedBy', { access, description: '立案人 who opened it' }),
      closedAt: t.expose('closedAt', { type: 'DateTime', access, description: '结案时间 null: open' }),
      closedBy: t.exposeString('closedBy', { access, description: '结案人 who closed it; null: open' }),
      outcome: t.expose('outcome', {
        type: words.CaseOutcome,
        access,
        description: '结案结果 how it ended; null: open',
      }),
      closingNote: t.string({
        access: note,
        description: '结案说明 in words',
        resolve: ({ closingNote }, _args, { graph }) => graph.open('case_file.closing_note', closingNote),
      }),
      alerts: t.prismaField({
        type: ['Alert'],
        nullable: true,
        access: 'alert',
        description: '预警 alerts of the household that ran while the case was open',
        resolve: (query, held, _args, context) =>
          context.graph.prisma.alert.findMany({
            ...query,
            where: { AND: [alertsDuring(held), alertCondition({ states: [...ALERT_STATES] }, context)] },
            orderBy: { id: 'asc' },
          }),
      }),
      referrals: t.field({
        type: [ReferralRef],
        access: 'referral',
        description: '转介 referrals of the case, in order',
        resolve: async ({ id }, _args, context) => [...(await caseLoaders(context).referrals.load(id))],
      }),
      events: t.field({
        type: [Event],
        access: 'case-history',
        description: '个案经过 all that happened to it, in order',
        resolve: async ({ id }, _args, context) => [...(await caseLoaders(context).events.load(id))],
      }),
      version: t.exposeInt('version', { access, description: '版本 grows with every change' }),
    }),
  });
}

function defineFilter(builder: GraphBuilder, words: CaseWords) {
  return builder.inputType('CaseFilter', {
    description: '个案筛选条件 all given conditions hold together',
    fields: (t) => ({
      ids: t.idList({ access, description: '个案编号 one of these cases' }),
      states: t.field({ type: [words.CaseState], access, description: '个案状态 one of these; absent: OPEN' }),
      streetCode: t.string({ access: 'division', description: '街镇代码 street' }),
      committeeCode: t.string({ access: 'division', description: '居村代码 residents’ committee' }),
      adviser: t.string({ access, description: '责任顾问 this person is responsible' }),
      contactOverdue: t.boolean({ access, description: '联系已超期 the next contact lies before the hub’s day' }),
      awaitsReferral: t.boolean({ access, description: '待转介 a referral was decided and not sent' }),
    }),
  });
}

function defineQueries(builder: GraphBuilder, Case: GraphObject<CaseFile>, words: CaseWords): void {
  const Filter = defineFilter(builder, words);
  builder.queryFields((t) => ({
    case: t.field({
      type: Case,
      access,
      description: '按编号查个案 the case with this id; null: none, or out of scope',
      args: { id: t.arg.id({ required: true, access: STRUCTURE, description: '个案编号 id of the case' }) },
      resolve: (_root, { id }, context) => seeCase(Number(readId('case', id)), context),
    }),
    cases: t.connection(
      {
        type: Case,
        nullable: true,
        access,
        description: '个案列表 cases within the caller’s scope, by id; no states given: OPEN',
        args: { filter: t.arg({ type: Filter, access: STRUCTURE, description: '筛选条件 conditions; absent: all' }) },
        resolve: async (_root, { filter, ...args }, context) => {
          const asked = pageAsked(args);
          const ids = filter?.ids?.map((id) => Number(readId('case', id, 'ids')));
          const query = { filter: { ...filter, ids } satisfies CaseFilter, divisions: caseDivisions(context) };
          const page = await context.graph.cases.list({ ...query, ...asked, day: await dayOf(context) });
          for (const { householdId } of page.cases) context.subjects.sawHousehold(householdId);
          return pageOf({ ...page, rows: page.cases }, asked.after);
        },
      },
      countedConnection('个案列表 a page of cases'),
      { description: '个案 a case and its place in the list' },
    ),
  }));
}

/** `Household.cases`, `Alert.case`: the way from what is worked on to the work. */
function defineWays(builder: GraphBuilder, { Household }: HouseholdRefs, Case: GraphObject<CaseFile>): void {
  builder.objectField(Household, 'cases', (t) =>
    t.field({
      type: [Case],
      access,
      description: '个案 cases of the household, the newest first',
      resolve: async ({ id }, _args, context) =>
        [...(await caseLoaders(context).byHousehold.load(Number(readId('household', id))))].reverse(),
    }),
  );
  builder.prismaObjectField('Alert', 'case', (t) =>
    t.field({
      type: Case,
      access,
      description: '个案 the newest case that was open while the alert ran; null: nobody has begun to work on it',
      select: { householdId: true, raisedAt: true, closedAt: true },
      resolve: async ({ householdId, raisedAt, closedAt }, _args, context) => {
        const cases = await caseLoaders(context).byHousehold.load(Number(householdId));
        const during = cases.filter(
          (held) =>
            (closedAt === null || held.openedAt <= closedAt) && (held.closedAt === null || held.closedAt >= raisedAt),
        );
        return during.at(-1) ?? null;
      },
    }),
  );
}

export function defineCases(
  builder: GraphBuilder,
  household: HouseholdRefs,
  words: CaseWords,
  ReferralRef: GraphObject<Referral>,
): GraphObject<CaseFile> {
  const Case = defineCase(builder, household, words, ReferralRef);
  defineQueries(builder, Case, words);
  defineWays(builder, household, Case);
  return Case;
}
