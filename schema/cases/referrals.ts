/** 转介: a case handed to an organisation for a need, for a time. */
import { encodeId } from '../../src/kernel/ids.ts';
import type { CaseFile, Referral, ReferralFilter } from '../../src/modules/casework/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import type { HouseholdRefs } from '../household/household.ts';
import { seeHouseholds } from '../household/load.ts';
import { countedConnection } from '../shared/counted-connection.ts';
import { pageAsked, pageOf } from '../shared/page.ts';
import { readId } from '../shared/public-id.ts';
import type { CaseWords } from './case-words.ts';
import { caseLoaders, referralReach } from './reach.ts';

const access = 'referral';

/** A referral by its id, within the caller's reach. */
export async function seeReferral(id: number, context: RequestContext): Promise<Referral | null> {
  const held = await context.graph.referrals.find(id, await referralReach(context));
  if (held !== null) context.subjects.sawHousehold(held.householdId);
  return held;
}

export function defineReferral(
  builder: GraphBuilder,
  { Household }: HouseholdRefs,
  words: CaseWords,
): GraphObject<Referral> {
  return builder.objectRef<Referral>('Referral').implement({
    description: '转介 a case handed to an organisation for a need, for a time',
    fields: (t) => ({
      id: t.id({
        access,
        description: '转介编号 id of the referral',
        resolve: ({ id }) => encodeId('referral', BigInt(id)),
      }),
      household: t.field({
        type: Household,
        access,
        description: '家庭 the household, as far as the caller reaches it',
        resolve: async ({ householdId }, _args, context) => (await seeHouseholds([householdId], context))[0] ?? null,
      }),
      organisation: t.exposeString('organisation', { access, description: '接收机构 code of the receiving body' }),
      need: t.expose('need', { type: words.Need, access, description: '需求 what for' }),
      note: t.string({
        access: 'referral-note',
        description: '转介说明 what the receiver has to know, in words',
        resolve: ({ note }, _args, { graph }) => graph.open('referral.note', note),
      }),
      assessment: t.prismaField({
        type: 'Visit',
        nullable: true,
        access: 'visit',
        description: '评估依据 the visit that assessed the need; null: nobody had visited',
        resolve: (query, { visitId }, _args, { graph }) =>
          visitId === null ? null : graph.prisma.visit.findUnique({ ...query, where: { id: BigInt(visitId) } }),
      }),
      assessedOn: t.expose('assessedOn', {
        type: 'Date',
        access,
        description: '评估日期 day of that visit; null: none',
      }),
      state: t.expose('state', { type: words.ReferralState, access, description: '转介状态 where it stands' }),
      answerBy: t.expose('answerBy', {
        type: 'Date',
        access,
        description: '答复期限 by when the receiver says whether it takes it on, in working days',
      }),
      answerIsProvisional: t.boolean({
        access,
        description:
          '期限暂定 true: the holidays of that year are not in the calendar yet, and only weekends were left out',
        resolve: ({ answerBy }, _args, { graph }) => !graph.workingDays.covers(answerBy),
      }),
      passedUpOn: t.expose('passedUpOn', {
        type: 'Date',
        access,
        description: '超期上报日期 the day it went up to the district unanswered; null: it did not',
      }),
      from: t.expose('startsOn', { type: 'Date', access, description: '起始日期 the first day' }),
      until: t.expose('lastsUntil', { type: 'Date', access, description: '截止日期 the last day; null: open' }),
      sentAt: t.expose('sentAt', { type: 'DateTime', access, description: '转出时间 when it was sent' }),
      sentBy: t.exposeString('sentBy', { access, description: '转出人 who sent it' }),
      endedAt: t.expose('endedAt', {
        type: 'DateTime',
        access,
        description: '终止时间 when either side ended it; null: not ended by anybody',
      }),
      endReason: t.expose('endReason', { type: words.ReferralEnd, access, description: '终止原因 why it ended' }),
      version: t.exposeInt('version', { access, description: '版本 grows with every change' }),
    }),
  });
}

function defineFilter(builder: GraphBuilder, words: CaseWords) {
  return builder.inputType('ReferralFilter', {
    description: '转介筛选条件 all given conditions hold together',
    fields: (t) => ({
      ids: t.idList({ access, description: '转介编号 one of these referrals' }),
      states: t.field({
        type: [words.ReferralState],
        access,
        description: '转介状态 one of these; absent: those that last',
      }),
      organisation: t.string({ access, description: '接收机构 made to this body' }),
      need: t.field({ type: words.Need, access, description: '需求 for this need' }),
      overdue: t.boolean({ access, description: '超期未答复 whether nobody answered by the day it was due' }),
    }),
  });
}

export function defineReferralQueries(
  builder: GraphBuilder,
  ReferralRef: GraphObject<Referral>,
  Case: GraphObject<CaseFile>,
  words: CaseWords,
): void {
  const Filter = defineFilter(builder, words);
  builder.objectField(ReferralRef, 'case', (t) =>
    t.field({
      type: Case,
      access: 'case',
      description: '个案 the case it belongs to',
      resolve: ({ caseId }, _args, context) => caseLoaders(context).byId.load(caseId),
    }),
  );
  builder.queryFields((t) => ({
    referral: t.field({
      type: ReferralRef,
      access,
      description: '按编号查转介 the referral with this id; null: none, or out of reach',
      args: { id: t.arg.id({ required: true, access: STRUCTURE, description: '转介编号 id of the referral' }) },
      resolve: (_root, { id }, context) => seeReferral(Number(readId('referral', id)), context),
    }),
    referrals: t.connection(
      {
        type: ReferralRef,
        nullable: true,
        access,
        description:
          '转介列表 referrals of the caller’s cases and those made to its organisation while they last, by id; no states given: those that last',
        args: { filter: t.arg({ type: Filter, access: STRUCTURE, description: '筛选条件 conditions; absent: all' }) },
        resolve: async (_root, { filter, ...args }, context) => {
          const asked = pageAsked(args);
          const reach = await referralReach(context);
          const ids = filter?.ids?.map((id) => Number(readId('referral', id, 'ids')));
          const query = { filter: { ...filter, ids } satisfies ReferralFilter, reach, ...asked };
          const page = await context.graph.referrals.list(query);
          for (const { householdId } of page.referrals) context.subjects.sawHousehold(householdId);
          return pageOf({ ...page, rows: page.referrals }, asked.after);
        },
      },
      countedConnection('转介列表 a page of referrals'),
      { description: '转介 a referral and its place in the list' },
    ),
  }));
}
