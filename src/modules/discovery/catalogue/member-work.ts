/** What human resources and social security knows of a person: contributions, unemployment, pensions, income. */
import { addDays } from '../../../kernel/day.ts';
import { monthIndex, monthIndexOf } from '../../../kernel/month.ts';
import { incomeOf, isBenefitPaid, isRegisteredUnemployed, type PersonDocument } from '../../household/index.ts';
import { Money } from '../expression/money.ts';
import type { Constant, MemberFact, SqlScope } from './fact.ts';
import { MONTH_WINDOW, monthWindow } from './months.ts';
import { DAYS, isWithin, someSql, withinSql } from './windows.ts';

const ACTIVE = '1';
const BASE_WINDOW_MONTHS = 6;

function paidMonths(person: PersonDocument, first: number, last: number): ReadonlySet<number> {
  const months = person.contributions
    .filter((entry) => entry.status === ACTIVE)
    .map((entry) => monthIndex(entry.month));
  return new Set(months.filter((month) => month >= first && month <= last));
}

/** The contribution base of the newest month not after one; NULL where that month is before `oldest`. */
function baseSql(m: string, month: string, oldest: string): string {
  const place = `width_bucket(${month}, ${m}.base_months)`;
  return `CASE WHEN ${m}.base_months[${place}] >= ${oldest} THEN ${m}.base_fen[${place}] END`;
}

/** How many months of a window have a paid contribution. */
function paidMonthsSql(m: string, scope: SqlScope, args: readonly Constant[]): string {
  const { first, last } = monthWindow(scope.on, args);
  const upTo = (month: number): string => `width_bucket(${scope.parameter(month, 'int')}, ${m}.paid_months)`;
  return `(${upTo(Math.max(first - 1, last))} - ${upTo(first - 1)})::bigint`;
}

/** The first of these the person has: contribution base of the last six months, pensions, benefit while paid. */
export function incomeSql(m: string, scope: SqlScope): string {
  const month = monthIndexOf(scope.on);
  const oldest = scope.parameter(month - BASE_WINDOW_MONTHS + 1, 'int');
  return `12 * coalesce(
    ${baseSql(m, scope.parameter(month, 'int'), oldest)},
    ${m}.pension_fen,
    CASE WHEN cardinality(${m}.benefit_from) > 0 THEN (
      SELECT fen FROM unnest(${m}.benefit_from, ${m}.benefit_to, ${m}.benefit_fen)
        WITH ORDINALITY AS benefit(since, until, fen, place)
      WHERE since <= ${scope.day} AND until >= ${scope.day} AND fen IS NOT NULL ORDER BY place LIMIT 1) END)`;
}

export const WORK_FACTS: readonly MemberFact[] = [
  {
    name: 'isRegisteredUnemployed',
    type: 'bool',
    zh: '登记失业(状态为失业)',
    en: 'an unemployment registration with status 1 that began by the day',
    feeds: ['HR02'],
    sql: (m, { day }) => `${day} >= ANY(${m}.unemployed_from)`,
    value: ({ person }, day) => isRegisteredUnemployed(person, day),
  },
  {
    name: 'isUnemployedFor',
    type: 'bool',
    zh: '登记失业已满若干天',
    en: 'an unemployment registration with status 1 that began so many days ago, or earlier',
    feeds: ['HR02'],
    arguments: [{ name: 'days', type: 'int', zh: '天数', en: 'days since the registration, at least' }],
    sql: (m, scope, [days = 0]) =>
      `${scope.parameter(addDays(scope.on, -Number(days)), 'date')} >= ANY(${m}.unemployed_from)`,
    value: ({ person }, day, [days = 0]) => isRegisteredUnemployed(person, addDays(day, -Number(days))),
  },
  {
    name: 'isNewlyUnemployed',
    type: 'bool',
    zh: '近若干天内登记失业',
    en: 'an unemployment registration with status 1 that began within the days',
    feeds: ['HR02'],
    arguments: [DAYS],
    sql: (m, scope, [days]) => someSql(`${m}.unemployed_from`, 'since', withinSql('since', scope, days)),
    value: ({ person }, day, [days]) =>
      person.unemployment.some((entry) => entry.status === ACTIVE && isWithin(entry.registeredOn, day, days)),
  },
  {
    name: 'contributionBase',
    type: 'Money',
    zh: '当月前第几个月的缴费基数(多笔取高者),没有则为零',
    en: "the highest contribution base of one month, counted back from the day's own; zero without any",
    feeds: ['HR01'],
    arguments: [{ name: 'month', type: 'int', zh: '当月前第几个月', en: "month, counted back from the day's own" }],
    sql: (m, scope, [back = 0]) => {
      const month = scope.parameter(monthIndexOf(scope.on) - Number(back), 'int');
      return `greatest(${baseSql(m, month, month)}, 0)`;
    },
    value: ({ person }, day, [back = 0]) =>
      person.contributions
        .filter((entry) => entry.status === ACTIVE && monthIndex(entry.month) === monthIndexOf(day) - Number(back))
        .map((entry) => Money.ofFen(entry.base ?? 0))
        .reduce((highest, base) => (base.compare(highest) > 0 ? base : highest), Money.ofFen(0)),
  },
  {
    name: 'isUnemploymentBenefitPaid',
    type: 'bool',
    zh: '失业保险金发放期内(截止日未填视为仍在发放)',
    en: 'unemployment benefit runs on the day (a blank end is open)',
    feeds: ['HR02'],
    sql: (m, { day }) => `(cardinality(${m}.benefit_from) > 0 AND EXISTS (
      SELECT FROM unnest(${m}.benefit_from, ${m}.benefit_to) AS benefit(since, until)
      WHERE since <= ${day} AND until >= ${day}))`,
    value: ({ person }, day) => person.unemployment.some((entry) => isBenefitPaid(entry, day)),
  },
  {
    name: 'hasPaidContribution',
    type: 'bool',
    zh: '窗口月份内有已缴社会保险费',
    en: 'a social insurance contribution with status 1 for a month of the window',
    feeds: ['HR01'],
    arguments: MONTH_WINDOW,
    sql: (m, scope, args) => `${paidMonthsSql(m, scope, args)} > 0`,
    value: ({ person }, day, args) => {
      const { first, last } = monthWindow(day, args);
      return paidMonths(person, first, last).size > 0;
    },
  },
  {
    name: 'paidContributionMonths',
    type: 'int',
    zh: '窗口内已缴社会保险费的月数',
    en: 'number of months of the window with a paid social insurance contribution',
    feeds: ['HR01'],
    arguments: MONTH_WINDOW,
    sql: paidMonthsSql,
    value: ({ person }, day, args) => {
      const { first, last } = monthWindow(day, args);
      return BigInt(paidMonths(person, first, last).size);
    },
  },
  {
    name: 'hasPension',
    type: 'bool',
    zh: '有状态正常的养老待遇',
    en: 'a pension with status 1',
    feeds: ['HR03'],
    sql: (m) => `${m}.pension_fen IS NOT NULL`,
    value: ({ person }) => person.pensions.some((entry) => entry.status === ACTIVE),
  },
  {
    name: 'annualIncome',
    type: 'Money',
    zh: '本人年收入:缴费基数、养老金、失业保险金依次取其一;都没有则未知',
    en: "the person's yearly income: contribution base, else pension, else benefit; UNKNOWN if there is none of them",
    feeds: ['HR01', 'HR02', 'HR03'],
    mayBeUnknown: true,
    sql: incomeSql,
    value: ({ person }, day) => {
      const income = incomeOf(person, day);
      return income === null ? undefined : Money.ofFen(income.value);
    },
  },
];
