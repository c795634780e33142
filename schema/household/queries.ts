/** How callers reach households: by a resident's number, by id, by a filter. */

import { ASSISTANCE_CLASS } from '../../src/kernel/code-lists.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { classesMeant, type TermAlias } from '../../src/modules/discovery/index.ts';
import type { HouseholdFilter } from '../../src/modules/household/index.ts';
import { rulesAsked } from '../alerts/alert-filter.ts';
import { withheldRules } from '../alerts/shown-hits.ts';
import { DEFAULT_PAGE, type GraphBuilder, PAGE_LIMIT } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { decodeCursor, encodeCursor } from '../shared/cursor.ts';
import { readId } from '../shared/public-id.ts';
import type { HouseholdRefs } from './household.ts';
import { seeHousehold, seeHouseholds } from './load.ts';
import type { HouseholdView } from './view.ts';

const FORWARD_ONLY = { input: 'last, before', expected: 'first and after: this list is read forwards' };
const AS_OF = '查询日期 the day to read for; absent: the hub’s day. Before the first delivery: NO_DATA_BEFORE';

function defineLookups(builder: GraphBuilder, { Household }: HouseholdRefs): void {
  builder.queryFields((t) => ({
    householdByResident: t.field({
      type: Household,
      access: 'resident-lookup',
      description:
        '按公民身份号码查户 the household that counts the person; null: none, or out of scope. Errors: NO_DATA_BEFORE, LOOKUPS_EXHAUSTED',
      args: {
        residentId: t.arg({
          type: 'ResidentId',
          required: true,
          access: 'resident-lookup',
          description: '公民身份号码 number of the person',
        }),
        asOf: t.arg({ type: 'Date', access: STRUCTURE, description: AS_OF }),
      },
      resolve: async (_root, { residentId, asOf }, context) => {
        const scope = await context.householdScope();
        const profile = await context.lookUp(residentId, () =>
          context.graph.households.findByResidentNumber(residentId, asOf ?? null, scope),
        );
        return profile === null ? null : seeHousehold(profile, context);
      },
    }),
    household: t.field({
      type: Household,
      access: 'household-lookup',
      description: '按编号查户 the household with this id; null: none, or out of scope. Errors: NO_DATA_BEFORE',
      args: {
        id: t.arg.id({ required: true, access: STRUCTURE, description: '家庭编号(平台) id of the household' }),
        asOf: t.arg({ type: 'Date', access: STRUCTURE, description: AS_OF }),
      },
      resolve: async (_root, { id, asOf }, context) => {
        const number = Number(readId('household', id));
        const profile = await context.graph.households.findById(number, asOf ?? null, await context.householdScope());
        return profile === null ? null : seeHousehold(profile, context);
      },
    }),
  }));
}

function defineFilter(builder: GraphBuilder, { HouseholdKind }: HouseholdRefs) {
  return builder.inputType('HouseholdFilter', {
    description: '家庭筛选条件 all given conditions hold together',
    fields: (t) => ({
      streetCode: t.string({ access: 'division', description: '街镇代码 street' }),
      committeeCode: t.string({ access: 'division', description: '居村代码 residents’ committee' }),
      kind: t.field({ type: HouseholdKind, access: 'division', description: '家庭类型 ASSISTANCE or ROLL' }),
      registeredClass: t.stringList({
        access: 'registered-class',
        description:
          '认定类别 one of these is in force: codes, their names, or older and local terms such as 支出型贫困家庭 (policyTerms)',
      }),
      withoutClass: t.boolean({ access: 'registered-class', description: '无认定类别 no class is in force' }),
      hasOpenAlert: t.boolean({ access: 'alert-filter', description: '有未结预警 has an alert that is not closed' }),
      ruleIds: t.idList({
        access: 'alert-filter',
        description: '预警规则 an open alert was hit by one of these rules',
      }),
      minMembers: t.int({ access: 'membership', description: '最少成员数 at least so many members' }),
    }),
  });
}

/** Codes of the classes that are meant; a word that names none is refused. */
function classesAsked(words: readonly string[], terms: readonly TermAlias[]): readonly string[] {
  return words.flatMap((word) => {
    const meant = classesMeant(word.trim(), terms);
    const known = ASSISTANCE_CLASS.codes.map((code) => `${code} ${ASSISTANCE_CLASS.label(code)}`);
    if (meant.length === 0)
      throw new WanjiaError('BAD_USER_INPUT', {
        input: 'filter.registeredClass',
        expected: `${known.join(', ')}, or a term of policyTerms`,
      });
    return meant;
  });
}

export type HouseholdFilterRef = ReturnType<typeof defineFilter>;

/** Conditions as the caller may ask them; absent and null ones say the same: nothing. */
export function readFilter(input: Readonly<Record<string, unknown>>, context: RequestContext): HouseholdFilter {
  const filter: HouseholdFilter = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  );
  const { ruleIds, registeredClass } = filter;
  return {
    ...filter,
    ...(registeredClass === undefined ? {} : { registeredClass: classesAsked(registeredClass, context.graph.terms) }),
    withheldRules: withheldRules(context),
    ...(ruleIds === undefined ? {} : { ruleIds: rulesAsked(ruleIds, context) }),
  };
}

interface HouseholdPageView {
  readonly totalCount: number;
  readonly edges: { readonly cursor: string; readonly node: HouseholdView }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function listHouseholds(
  filter: HouseholdFilter,
  page: { readonly first: number | null | undefined; readonly after: string | null | undefined },
  context: RequestContext,
): Promise<HouseholdPageView> {
  const after = decodeCursor(page.after);
  const first = Math.min(page.first ?? DEFAULT_PAGE, PAGE_LIMIT);
  if (first < 0) throw new WanjiaError('BAD_USER_INPUT', { input: 'first', expected: 'a whole number from 0' });
  const { totalCount, ids, hasNextPage } = await context.graph.households.list(
    filter,
    { first, after },
    await context.householdScope(),
  );
  const views = await seeHouseholds(ids, context);
  const edges = views.map((node) => ({ cursor: encodeCursor(Number(readId('household', node.id))), node }));
  return {
    totalCount,
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: ids.length === 0 ? null : encodeCursor(ids.at(-1) as number),
    },
  };
}

function defineList(builder: GraphBuilder, refs: HouseholdRefs): HouseholdFilterRef {
  const Filter = defineFilter(builder, refs);
  builder.queryField('households', (t) =>
    t.connection(
      {
        type: refs.Household,
        access: 'household-list',
        description: '按条件列户 households within the caller’s scope on the hub’s day, by id',
        args: { filter: t.arg({ type: Filter, access: STRUCTURE, description: '筛选条件 conditions; absent: all' }) },
        resolve: (_root, { filter, first, after, last, before }, context) => {
          if (last != null || before != null) throw new WanjiaError('BAD_USER_INPUT', FORWARD_ONLY);
          return listHouseholds(readFilter(filter ?? {}, context), { first, after }, context);
        },
      },
      {
        description: '家庭列表 a page of households',
        fields: (c) => ({
          totalCount: c.int({
            nullable: false,
            access: STRUCTURE,
            description: '总数 how many households match within the caller’s scope',
            resolve: (connection) => (connection as unknown as HouseholdPageView).totalCount,
          }),
        }),
      },
      { description: '家庭 a household and its place in the list' },
    ),
  );
  return Filter;
}

/** Tells what households are filtered by, for the parts that do so elsewhere. */
export function defineHouseholdQueries(builder: GraphBuilder, refs: HouseholdRefs): HouseholdFilterRef {
  defineLookups(builder, refs);
  return defineList(builder, refs);
}
