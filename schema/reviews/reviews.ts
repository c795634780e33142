/** 定期复核: which families are to be reviewed, and when. */
import { z } from 'zod';
import type { Day } from '../../src/kernel/day.ts';
import { asDay } from '../../src/kernel/day.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { Review, ReviewKind, ReviewPlace, ReviewState, StreetReviews } from '../../src/modules/casework/index.ts';
import { alertCondition } from '../alerts/alert-filter.ts';
import { DEFAULT_PAGE, type GraphBuilder, type GraphEnum, type GraphObject, PAGE_LIMIT } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import type { HouseholdRefs } from '../household/household.ts';
import { seeHouseholds } from '../household/load.ts';

const access = 'review';

interface Words {
  readonly ReviewState: GraphEnum<ReviewState>;
  readonly ReviewKind: GraphEnum<ReviewKind>;
}

function cursorOf({ dueOn, householdId, kind }: ReviewPlace): string {
  return Buffer.from(JSON.stringify([dueOn, householdId, kind])).toString('base64url');
}

const place = z.tuple([z.iso.date(), z.int(), z.string()]);

function placeOf(cursor: string | null | undefined): ReviewPlace | null {
  if (cursor == null) return null;
  try {
    const [dueOn, householdId, kind] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { dueOn: asDay(dueOn), householdId, kind };
  } catch {
    throw new WanjiaError('BAD_USER_INPUT', { input: 'after', expected: 'a cursor of this list' });
  }
}

/** The divisions a caller reaches, and the day it asks on; null before the first delivery. */
async function reachOf(context: RequestContext): Promise<{ divisions: readonly string[]; day: Day } | null> {
  const day = await context.hubDay();
  const divisions = context.clearance.rows.households ? context.caller.divisions : [];
  return day === null ? null : { divisions, day };
}

function defineReview(builder: GraphBuilder, { Household }: HouseholdRefs, words: Words): GraphObject<Review> {
  return builder.objectRef<Review>('Review').implement({
    description: '复核事项 a family that is to be reviewed',
    fields: (t) => ({
      kind: t.expose('kind', { type: words.ReviewKind, access, description: '复核类别 PERIODIC or SPOT_CHECK' }),
      cadence: t.string({
        access,
        description: '复核周期 the rule of the policy pack it follows; null for a spot check',
        resolve: ({ cadence }, _args, context) =>
          cadence === null ? null : (context.graph.reviews.cadence(cadence)?.name ?? cadence),
      }),
      checks: t.stringList({
        access,
        description: '核查内容 what the review is to look at; none: all that the class rests on',
        resolve: ({ cadence }, _args, context) => [
          ...((cadence === null ? null : context.graph.reviews.cadence(cadence))?.checks ?? []),
        ],
      }),
      everyMonths: t.exposeInt('everyMonths', {
        access,
        description: '核查间隔(月) months from one review to the next; null for a spot check',
      }),
      lastReviewedOn: t.expose('lastReviewedOn', {
        type: 'Date',
        access,
        description: '上次核查 the latest of the bureau’s review, the recognition and a visit for review',
      }),
      dueOn: t.expose('dueOn', { type: 'Date', access, description: '应核查日 by when' }),
      state: t.expose('state', { type: words.ReviewState, access, description: '复核状态 OVERDUE, DUE or PLANNED' }),
      household: t.field({
        type: Household,
        access,
        description: '家庭 the household, on the hub’s day',
        resolve: async ({ householdId }, _args, context) => (await seeHouseholds([householdId], context))[0] ?? null,
      }),
      alert: t.prismaField({
        type: 'Alert',
        nullable: true,
        access: 'alert',
        description: '未结预警 the household’s open alert: one visit does for both',
        resolve: (query, { alertId }, _args, context) =>
          alertId === null
            ? null
            : context.graph.prisma.alert.findFirst({
                ...query,
                where: { id: BigInt(alertId), ...alertCondition({}, context) },
              }),
      }),
    }),
  });
}

function defineFilter(builder: GraphBuilder, words: Words) {
  return builder.inputType('ReviewFilter', {
    description: '复核筛选条件 all given conditions hold together',
    fields: (t) => ({
      states: t.field({ type: [words.ReviewState], access, description: '复核状态 one of these; absent: all' }),
      kind: t.field({ type: words.ReviewKind, access, description: '复核类别 PERIODIC or SPOT_CHECK' }),
      streetCode: t.string({ access: 'division', description: '街镇代码 street' }),
    }),
  });
}

function defineList(builder: GraphBuilder, ReviewType: GraphObject<Review>, words: Words): void {
  const Filter = defineFilter(builder, words);
  builder.queryField('reviews', (t) =>
    t.connection(
      {
        type: ReviewType,
        access,
        description: '复核日历 reviews within the caller’s scope on the hub’s day, the longest due first',
        args: { filter: t.arg({ type: Filter, access: STRUCTURE, description: '筛选条件 conditions; absent: all' }) },
        resolve: async (_root, { filter, first, after }, context) => {
          const reach = await reachOf(context);
          const size = Math.max(0, Math.min(first ?? DEFAULT_PAGE, PAGE_LIMIT));
          const page =
            reach === null
              ? { reviews: [], hasNextPage: false, totalCount: 0 }
              : await context.graph.reviews.list({
                  ...reach,
                  filter: filter ?? {},
                  first: size,
                  after: placeOf(after),
                });
          for (const { householdId } of page.reviews) context.subjects.sawHousehold(householdId);
          const edges = page.reviews.map((node) => ({ cursor: cursorOf(node), node }));
          return {
            totalCount: page.totalCount,
            edges,
            pageInfo: {
              hasNextPage: page.hasNextPage,
              hasPreviousPage: after != null,
              startCursor: edges[0]?.cursor ?? null,
              endCursor: edges.at(-1)?.cursor ?? null,
            },
          };
        },
      },
      {
        description: '复核日历 a page of reviews',
        fields: (c) => ({
          totalCount: c.int({
            nullable: false,
            access: STRUCTURE,
            description: '总数 how many reviews match within the caller’s scope',
            resolve: (connection) => (connection as unknown as { totalCount: number }).totalCount,
          }),
        }),
      },
      { description: '复核事项 a review and its place in the list' },
    ),
  );
}

function defineStreets(builder: GraphBuilder): void {
  const Street = builder.objectRef<StreetReviews>('StreetReviews').implement({
    description: '街镇复核情况 how far a street is with its reviews; the street is responsible (S2 三(二)4)',
    fields: (t) => ({
      streetCode: t.exposeString('streetCode', { access: 'division', description: '街镇代码 street' }),
      overdue: t.exposeInt('overdue', { access, description: '已超期 past their day' }),
      due: t.exposeInt('due', { access, description: '到期 announced' }),
      planned: t.exposeInt('planned', { access, description: '未到期 later' }),
    }),
  });
  builder.queryField('reviewsByStreet', (t) =>
    t.field({
      type: [Street],
      access,
      description: '街镇复核情况 reviews due and overdue by street, within the caller’s scope',
      resolve: async (_root, _args, context) => {
        const reach = await reachOf(context);
        return reach === null ? [] : [...(await context.graph.reviews.byStreet(reach))];
      },
    }),
  );
}

export function defineReviews(builder: GraphBuilder, refs: HouseholdRefs): void {
  const ReviewState = builder.enumType('ReviewState', {
    description: '复核状态 how a review stands on the hub’s day',
    values: {
      OVERDUE: { description: '已超期 past its day' },
      DUE: { description: '到期 within the days it is announced ahead' },
      PLANNED: { description: '未到期 later' },
    },
  });
  const ReviewKind = builder.enumType('ReviewKind', {
    description: '复核类别 why a family is reviewed',
    values: {
      PERIODIC: { description: '定期核查 by the calendar' },
      SPOT_CHECK: { description: '抽查 it was drawn' },
    },
  });
  const words = { ReviewState, ReviewKind };
  defineList(builder, defineReview(builder, refs, words), words);
  defineStreets(builder);
}
