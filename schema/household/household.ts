/** A household 共同生活家庭 and its members. */
import { type NotCounted, registeredClassOn } from '../../src/modules/household/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import type { FactStatusRefs } from '../shared/fact-status.ts';
import { annualIncomeFact, outOfPocketFact } from './facts.ts';
import type { HouseholdView, MemberView, PersonView } from './view.ts';

export interface HouseholdRefs {
  readonly Household: GraphObject<HouseholdView>;
  readonly HouseholdKind: GraphEnum<'ASSISTANCE' | 'ROLL'>;
}

function defineMember(builder: GraphBuilder, Person: GraphObject<PersonView>): GraphObject<MemberView> {
  return builder.objectRef<MemberView>('HouseholdMember').implement({
    description: '家庭成员 a person’s place in the household',
    fields: (t) => ({
      relationshipToHead: t.string({
        access: 'relationship',
        description:
          '与户主关系 01 本人, 10 配偶, 20 子, 30 女, 40 孙辈, 50 父母, 60 祖辈, 70 兄弟姐妹, 99 其他 (CA02, CA05)',
        resolve: ({ member }) => member.relationshipToHead,
      }),
      person: t.expose('person', { type: Person, access: 'membership', description: '人员 the person' }),
    }),
  });
}

type ListingReason = NotCounted | 'DIED';

function defineOtherListing(builder: GraphBuilder, Person: GraphObject<PersonView>): GraphObject<MemberView> {
  const Reason = builder.enumType('ListingReason', {
    description: '未计入原因 why a listed person does not count as a member',
    values: {
      NOT_CO_LIVING: { description: '非共同生活 the assistance list does not say that the person lives here' },
      IN_ASSISTANCE_HOUSEHOLD: { description: '已在救助家庭 the person counts in an assistance household' },
      LISTED_ELSEWHERE: { description: '另有登记 a newer listing in another assistance household counts' },
      DIED: { description: '已故 the person has died' },
    },
  });
  return builder.objectRef<MemberView>('OtherListing').implement({
    description: '未计入成员 someone the household’s lists name and who is not a member on the day',
    fields: (t) => ({
      reason: t.field({
        type: Reason,
        access: 'relationship',
        description: '未计入原因 why the person does not count',
        resolve: ({ member }): ListingReason => member.notCounted ?? 'DIED',
      }),
      relationshipToHead: t.string({
        access: 'relationship',
        description: '与户主关系 as the list says it (CA02, CA05)',
        resolve: ({ member }) => member.relationshipToHead,
      }),
      person: t.expose('person', { type: Person, access: 'membership', description: '人员 the person' }),
    }),
  });
}

export function defineHousehold(
  builder: GraphBuilder,
  Person: GraphObject<PersonView>,
  { MoneyFact }: FactStatusRefs,
): HouseholdRefs {
  const Member = defineMember(builder, Person);
  const OtherListing = defineOtherListing(builder, Person);
  const HouseholdKind = builder.enumType('HouseholdKind', {
    description: '家庭类型 which list forms the household',
    values: {
      ASSISTANCE: { description: '救助家庭 formed by the assistance lists (CA01, CA02)' },
      ROLL: { description: '名册家庭 formed by the community roll (CA05)' },
    },
  });
  const Household = builder.objectRef<HouseholdView>('Household').implement({
    description: '共同生活家庭 who lives together on a day, and what agencies know of them',
    fields: (t) => ({
      id: t.exposeID('id', {
        nullable: false,
        access: STRUCTURE,
        description: '家庭编号(平台) the hub’s own id of the household',
      }),
      kind: t.field({
        type: HouseholdKind,
        access: 'division',
        description: '家庭类型 ASSISTANCE or ROLL',
        resolve: ({ document }) => document.kind,
      }),
      number: t.string({
        access: 'household-number',
        description: '家庭编号或户编号 the bureau’s own number (CA01, CA05)',
        resolve: ({ document }) => document.number,
      }),
      streetCode: t.string({
        access: 'division',
        description: '街镇代码 division code of the street, 9 digits (CA01, CA05)',
        resolve: ({ document }) => document.streetCode,
      }),
      committeeCode: t.string({
        access: 'division',
        description: '居村代码 division code of the residents’ committee, 12 digits (CA01, CA05)',
        resolve: ({ document }) => document.committeeCode,
      }),
      address: t.exposeString('address', {
        access: 'address',
        description: '居住地址 address, possibly masked (CA01, CA05)',
      }),
      asOf: t.field({
        type: 'Date',
        nullable: false,
        access: STRUCTURE,
        description: '查询日期 the day this household is read for',
        resolve: ({ day }) => day,
      }),
      registeredClass: t.string({
        access: 'registered-class',
        description: '认定类别 TK, DB, BY, GX, DS or QT in force on the day; null: none (CA01)',
        resolve: ({ document, day }) => registeredClassOn(document, day),
      }),
      annualIncome: t.field({
        type: MoneyFact,
        access: 'income',
        description:
          '家庭年收入(元) stated income, else what contributions, pensions and benefits make known (CA01, HR01, HR02, HR03)',
        resolve: annualIncomeFact,
      }),
      outOfPocket12Months: t.field({
        type: MoneyFact,
        access: 'health-insurance',
        description: '近12个月家庭个人负担(元) sum over the members, refunds netted (HI02)',
        resolve: outOfPocketFact,
      }),
      members: t.field({
        type: [Member],
        access: 'membership',
        description: '家庭成员 living members on the day',
        resolve: ({ members }) => members,
      }),
      otherListings: t.field({
        type: [OtherListing],
        access: 'membership',
        description: '未计入成员 those listed who are not members: the dead, and who counts elsewhere',
        resolve: ({ listed, members }) => listed.filter((entry) => !members.includes(entry)),
      }),
    }),
  });
  return { Household, HouseholdKind };
}
