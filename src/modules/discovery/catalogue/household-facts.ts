/** Facts of the household, the lists of its persons and facts of the day, as expressions name them. */
import { addDays, addMonths, type Day, daysBetween, yearOf } from '../../../kernel/day.ts';
import { monthOf } from '../../../kernel/month.ts';
import {
  annualIncomeOn,
  type HouseholdDocument,
  isAlive,
  membersOn,
  registeredClassOn,
} from '../../household/index.ts';
import { Money } from '../expression/money.ts';
import { HOUSEHOLD_CLUE_FACTS } from './clues.ts';
import type { CalendarFact, HouseholdFact, HouseholdScope, PersonList, SqlScope } from './fact.ts';
import { incomeSql } from './member-work.ts';
import { daysIntoTerm, termOf } from './term.ts';

/** Who lives together rests on all of these: a roll household lacks who belongs to an assistance household. */
const MEMBERSHIP = ['CA01', 'CA02', 'CA04', 'CA05'] as const;

/** Counts as a member on the day. */
export function isLivingMember(m: string, { day }: SqlScope): string {
  return `${m}.counted AND (${m}.died_on IS NULL OR ${m}.died_on > ${day})`;
}

export const PERSON_LISTS: readonly PersonList[] = [
  {
    name: 'members',
    zh: '共同生活的在世家庭成员',
    en: 'the living members of the household',
    feeds: MEMBERSHIP,
    sql: isLivingMember,
    value: membersOn,
  },
  {
    name: 'people',
    zh: '共同生活的在世家庭成员,以及由本户承担身后事项的已故人员',
    en: 'the living members, and the dead this household answers for',
    feeds: MEMBERSHIP,
    sql: (m, scope) => `(${isLivingMember(m, scope)} OR ${m}.home AND ${m}.died_on <= ${scope.day})`,
    value: (household, day) =>
      household.members.filter((member) => (isAlive(member.person, day) ? member.notCounted === null : member.home)),
  },
  {
    name: 'dead',
    zh: '由本户承担身后事项的已故人员',
    en: 'the dead this household answers for',
    feeds: MEMBERSHIP,
    sql: (m, { day }) => `${m}.home AND ${m}.died_on <= ${day}`,
    value: (household, day) => household.members.filter((member) => member.home && !isAlive(member.person, day)),
  },
];

function estimatedIncome(scope: HouseholdScope): string {
  return scope.sumOverMembers((earner) => incomeSql(earner, scope));
}

const ESTIMATE_FEEDS = [...MEMBERSHIP, 'HR01', 'HR02', 'HR03'] as const;

function statedIncome({ recognition }: HouseholdDocument): Money | undefined {
  const stated = recognition?.annualIncome ?? null;
  return stated === null ? undefined : Money.ofFen(stated);
}

function income(household: HouseholdDocument, day: Day): Money | undefined {
  const known = annualIncomeOn(household, day);
  return known === null ? undefined : Money.ofFen(known.value);
}

/** The dates that come to a day, or to the day before it, so many months later: the ends of several months may. */
function datesBefore(day: Day, months: number): readonly Day[] {
  const first = addMonths(addDays(day, -1), -months);
  return [0, 1, 2, 3, 4].map((days) => addDays(first, days));
}

export const HOUSEHOLD_FACTS: readonly HouseholdFact[] = [
  {
    name: 'registeredClass',
    type: 'string',
    zh: '在册且未过有效期的家庭类别(TK DB BY GX DS QT),没有则为空',
    en: "class of recognition in force (TK DB BY GX DS QT), '' where there is none",
    feeds: ['CA01'],
    sql: (h, { day }) =>
      `CASE WHEN ${h}.class_code IS NULL OR ${h}.class_until < ${day} THEN '' ELSE ${h}.class_code END`,
    value: (household, { day }) => registeredClassOn(household, day) ?? '',
  },
  {
    name: 'annualIncome',
    type: 'Money',
    zh: '家庭年收入:救助家庭申报值,否则按成员缴费、养老金、失业金推算;无从得知时为未知,不等于零',
    en: 'yearly income: as recognised, else the sum of what members are known to have; UNKNOWN is never zero',
    feeds: ['CA01'],
    mayBeUnknown: true,
    // A recognised household's income stays known while the feeds behind the estimate are out of date.
    sql: (h, scope) =>
      scope.isCurrent(ESTIMATE_FEEDS)
        ? `coalesce(${h}.annual_income_fen, ${estimatedIncome(scope)})`
        : `${h}.annual_income_fen`,
    value: (household, { day, isCurrent }) =>
      statedIncome(household) ?? (isCurrent(ESTIMATE_FEEDS) ? income(household, day) : undefined),
  },
  {
    name: 'statedAnnualIncome',
    type: 'Money',
    zh: '救助家庭申报的年收入,未申报时为未知',
    en: 'yearly income as the recognition states it; UNKNOWN where it does not',
    feeds: ['CA01'],
    mayBeUnknown: true,
    sql: (h) => `${h}.annual_income_fen`,
    value: statedIncome,
  },
  {
    name: 'estimatedAnnualIncome',
    type: 'Money',
    zh: '按成员缴费、养老金、失业金推算的年收入;有申报值时为未知',
    en: 'yearly income summed over members; UNKNOWN where the recognition states one',
    feeds: ESTIMATE_FEEDS,
    mayBeUnknown: true,
    sql: (h, scope) => `CASE WHEN ${h}.annual_income_fen IS NULL THEN ${estimatedIncome(scope)} END`,
    value: (household, { day }) => (statedIncome(household) === undefined ? income(household, day) : undefined),
  },
  {
    name: 'assets',
    type: 'Money',
    zh: '救助家庭申报的财产总额,未申报时为未知',
    en: 'assets as the recognition states them; UNKNOWN where it does not',
    feeds: ['CA01'],
    mayBeUnknown: true,
    sql: (h) => `${h}.assets_fen`,
    value: ({ recognition }) => (recognition?.assets == null ? undefined : Money.ofFen(recognition.assets)),
  },
  {
    name: 'tenure',
    type: 'string',
    zh: "住房性质:'1' 自有,'2' 租赁,'3' 借住,'4' 无,未填为空",
    en: "tenure of the dwelling: '1' owned, '2' rented, '3' lent, '4' none, '' not stated",
    feeds: ['CA01'],
    sql: (h) => `coalesce(${h}.tenure, '')`,
    value: ({ recognition }) => recognition?.tenure ?? '',
  },
  {
    name: 'floorArea',
    type: 'int',
    zh: '住房面积(平方米,去尾),未填为未知',
    en: 'floor area in whole square metres; UNKNOWN where not stated',
    feeds: ['CA01'],
    mayBeUnknown: true,
    sql: (h) => `${h}.floor_area`,
    value: ({ recognition }) =>
      recognition?.floorArea == null ? undefined : BigInt(Math.floor(recognition.floorArea)),
  },
  {
    name: 'incomeStability',
    type: 'string',
    zh: "收入稳定性:'1' 稳定,'2' 不稳定,未填为空",
    en: "stability of income: '1' stable, '2' unstable, '' not stated",
    feeds: ['CA01'],
    sql: (h) => `coalesce(${h}.income_stability, '')`,
    value: ({ recognition }) => recognition?.incomeStability ?? '',
  },
  {
    name: 'daysSinceRecognised',
    type: 'int',
    zh: '认定以来的天数,未认定为未知',
    en: 'days since the household was recognised; UNKNOWN where it is not',
    feeds: ['CA01'],
    mayBeUnknown: true,
    sql: (h, { day }) => `(${day} - ${h}.recognised_on)`,
    countedFrom: (on, bound) => [addDays(on, -bound)],
    value: ({ recognition }, { day }) =>
      recognition === null ? undefined : BigInt(daysBetween(recognition.recognisedOn, day)),
  },
  {
    name: 'daysPastReview',
    type: 'int',
    zh: '距应核查日的天数(上次核查或认定之日起满若干月为应核查日),未到期为负;未认定为未知',
    en: 'days past the review that was due so many months after the last one, or the recognition; negative before',
    feeds: ['CA01'],
    mayBeUnknown: true,
    arguments: [{ name: 'months', type: 'int', zh: '间隔月数', en: 'months between reviews' }],
    sql: (h, scope, [months = 0]) => `(${scope.day} - (coalesce(${h}.last_reviewed_on, ${h}.recognised_on)
      + make_interval(months => ${scope.parameter(Number(months), 'int')}))::date)`,
    countedFrom: (on, bound, [months = 0]) => datesBefore(addDays(on, -bound), Number(months)),
    value: ({ recognition }, { day }, [months = 0]) => {
      const last = recognition?.lastReviewedOn ?? recognition?.recognisedOn;
      return last === undefined ? undefined : BigInt(daysBetween(addMonths(last, Number(months)), day));
    },
  },
  ...HOUSEHOLD_CLUE_FACTS,
  {
    name: 'kind',
    type: 'string',
    zh: 'ASSISTANCE 救助家庭,ROLL 名册家庭',
    en: 'ASSISTANCE (formed by recognition) or ROLL (by the community roll)',
    feeds: ['CA01'],
    sql: (h) => `${h}.kind`,
    value: (household) => household.kind,
  },
  {
    name: 'streetCode',
    type: 'string',
    zh: '街镇代码(9位)',
    en: 'code of the street, nine digits',
    feeds: [],
    sql: (h) => `${h}.street_code`,
    value: (household) => household.streetCode,
  },
];

export const CALENDAR_FACTS: readonly CalendarFact[] = [
  {
    name: 'daysIntoTerm',
    type: 'int',
    zh: '本学期开学以来的天数(9月1日、2月16日开学)',
    en: 'days since the first day of the school term (1 September, 16 February)',
    feeds: [],
    value: (day) => BigInt(daysIntoTerm(day)),
  },
  {
    name: 'term',
    type: 'string',
    zh: '学期,如 2026-2027-1',
    en: 'school term, as in 2026-2027-1',
    feeds: [],
    value: (day) => termOf(day).code,
  },
  { name: 'year', type: 'int', zh: '年份', en: 'year', feeds: [], value: (day) => BigInt(yearOf(day)) },
  { name: 'month', type: 'string', zh: '月份,如 2026-10', en: 'month, as in 2026-10', feeds: [], value: monthOf },
];
