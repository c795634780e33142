/** What health insurance and the disabled persons' federation know of a person. */
import { addMonths, yearOf } from '../../../kernel/day.ts';
import { certificateOn, outOfPocket12Months } from '../../household/index.ts';
import { Money } from '../expression/money.ts';
import type { MemberFact, SqlScope } from './fact.ts';

const ACTIVE = '1';

/** Category and level in force on the day, '' where there is none; the newest of several, as in `52`. */
function certificateKind(m: string, { day }: SqlScope): string {
  return `CASE WHEN cardinality(${m}.certificate_kinds) = 0 THEN '' ELSE coalesce((
    SELECT kind FROM unnest(${m}.certificate_from, ${m}.certificate_to, ${m}.certificate_kinds)
      WITH ORDINALITY AS held(since, until, kind, place)
    WHERE since <= ${day} AND until >= ${day} ORDER BY since DESC, place LIMIT 1), '') END`;
}

/** What was paid out of pocket after one day, to the end of another: settlements are held as running totals. */
export function spentSql(m: string, after: string, until: string): string {
  const by = (day: string): string => `coalesce(${m}.spent_fen[width_bucket(${day}, ${m}.spend_days)], 0)`;
  return `(${by(until)} - ${by(after)})`;
}

export const HEALTH_FACTS: readonly MemberFact[] = [
  {
    name: 'outOfPocket12Months',
    type: 'Money',
    zh: '近12个月个人负担医疗费用,退费冲抵',
    en: 'medical costs paid out of pocket in the twelve months that end with the day, refunds netted',
    feeds: ['HI02'],
    sql: (m, scope) => spentSql(m, scope.parameter(addMonths(scope.on, -12), 'date'), scope.day),
    value: ({ person }, day) => Money.ofFen(outOfPocket12Months(person, day)),
  },
  {
    name: 'isInsuredThisYear',
    type: 'bool',
    zh: '当年有状态正常的基本医疗保险参保登记',
    en: "a basic medical insurance enrolment of the day's year with status 1",
    feeds: ['HI01'],
    sql: (m, scope) => `${scope.parameter(yearOf(scope.on), 'int')} = ANY(${m}.insured_years)`,
    value: ({ person }, day) => person.insurance.some((entry) => entry.status === ACTIVE && entry.year === yearOf(day)),
  },
  {
    name: 'certificateCategory',
    type: 'string',
    zh: '残疾类别(有效残疾人证),无证为空',
    en: "category of the valid disability certificate, '' without one",
    feeds: ['DF01'],
    sql: (m, scope) => `left(${certificateKind(m, scope)}, 1)`,
    value: ({ person }, day) => certificateOn(person, day)?.category ?? '',
  },
  {
    name: 'certificateLevel',
    type: 'string',
    zh: "残疾等级(有效残疾人证,'1' 最重),无证为空",
    en: "level of the valid disability certificate, '1' the most severe, '' without one",
    feeds: ['DF01'],
    sql: (m, scope) => `substr(${certificateKind(m, scope)}, 2, 1)`,
    value: ({ person }, day) => certificateOn(person, day)?.level ?? '',
  },
];
