/** Facts of the household, the lists of its persons and facts of the day, as expressions name them. */
import { type Day, yearOf } from '../../../kernel/day.ts';
import { monthOf } from '../../../kernel/month.ts';
import {
  annualIncomeOn,
  type HouseholdDocument,
  isAlive,
  membersOn,
  registeredClassOn,
} from '../../household/index.ts';
import { Money } from '../expression/money.ts';
import type { CalendarFact, HouseholdFact, PersonList, SqlScope } from './fact.ts';
import { incomeSql } from './member-work.ts';
import { daysIntoTerm, termOf } from './term.ts';

/** Who lives together rests on all of these: a roll household lacks who belongs to an assistance household. */
const MEMBERSHIP = ['CA01', 'CA02', 'CA04', 'CA05'] as const;

function isLivingMember(m: string, { day }: SqlScope): string {
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
    name: 'dead',
    zh: '由本户承担身后事项的已故人员',
    en: 'the dead this household answers for',
    feeds: MEMBERSHIP,
    sql: (m, { day }) => `${m}.home AND ${m}.died_on <= ${day}`,
    value: (household, day) => household.members.filter((member) => member.home && !isAlive(member.person, day)),
  },
];

function estimatedIncome(h: string, scope: SqlScope): string {
  return `(SELECT sum(${incomeSql('earner', scope)}) FROM member_fact earner
    WHERE earner.household_id = ${h}.household_id AND earner.valid_from <= ${scope.day} AND earner.valid_to > ${scope.day}
      AND ${isLivingMember('earner', scope)})`;
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

export const HOUSEHOLD_FACTS: readonly HouseholdFact[] = [
  {
    name: 'registeredClass',
    type: 'string',
    zh: '在册且未过有效期的家庭类别(TK DB BY GX DS QT),没有则为空',
    en: "class of recognition in force (TK DB BY GX DS QT), '' where there is none",
    feeds: ['CA01'],
    sql: (h, { day }) =>
      `CASE WHEN ${h}.class_code IS NULL OR ${h}.class_until < ${day} THEN '' ELSE ${h}.class_code END`,
    value: (household, day) => registeredClassOn(household, day) ?? '',
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
        ? `coalesce(${h}.annual_income_fen, ${estimatedIncome(h, scope)})`
        : `${h}.annual_income_fen`,
    value: (household, day, isCurrent) =>
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
    sql: (h, scope) => `CASE WHEN ${h}.annual_income_fen IS NULL THEN ${estimatedIncome(h, scope)} END`,
    value: (household, day) => (statedIncome(household) === undefined ? income(household, day) : undefined),
  },
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
