/** Bills and illnesses as health insurance knows them. */
import { addMonths, type Day } from '../../../kernel/day.ts';
import { dayOfTime } from '../../../kernel/local-time.ts';
import { diseaseCodeOf, inpatientBills } from '../../household/index.ts';
import { Money } from '../expression/money.ts';
import type { Argument, MemberFact } from './fact.ts';
import { spentSql } from './member-health.ts';
import { DAYS, isWithin, someSql, withinSql } from './windows.ts';

const DISEASES: Argument = { name: 'codes', type: 'list<string>', zh: '病种编码', en: 'codes of diseases' };

function lies(after: Day, settled: Day, until: Day): boolean {
  return settled > after && settled <= until;
}

export const ILLNESS_FACTS: readonly MemberFact[] = [
  {
    name: 'outOfPocketYearBefore',
    type: 'Money',
    zh: '再往前12个月的个人负担医疗费用',
    en: 'medical costs paid out of pocket in the twelve months before the last twelve',
    feeds: ['HI02'],
    sql: (m, scope) =>
      spentSql(
        m,
        ...([-24, -12].map((months) => scope.parameter(addMonths(scope.on, months), 'date')) as [string, string]),
      ),
    value: ({ person }, day) =>
      person.settlements
        .filter((bill) => lies(addMonths(day, -24), dayOfTime(bill.settledAt), addMonths(day, -12)))
        .reduce((sum, bill) => sum.plus(Money.ofFen(bill.selfPaid)), Money.ofFen(0)),
  },
  {
    name: 'largestInpatientBill',
    type: 'Money',
    zh: '近若干天内单次住院个人负担的最大金额(退费冲抵),没有则为零',
    en: 'the largest own share of one stay in hospital within the days, its refunds netted; zero without any',
    feeds: ['HI02'],
    arguments: [DAYS],
    sql: (m, scope, [days]) => `CASE WHEN coalesce(cardinality(${m}.inpatient_days), 0) = 0 THEN 0 ELSE coalesce((
      SELECT greatest(max(fen), 0) FROM unnest(${m}.inpatient_days, ${m}.inpatient_fen) AS bill(settled, fen)
      WHERE ${withinSql('settled', scope, days)}), 0) END`,
    value: ({ person }, day, [days]) =>
      inpatientBills(person)
        .filter((bill) => isWithin(bill.day, day, days))
        .map(({ selfPaid }) => Money.ofFen(selfPaid))
        .reduce((largest, paid) => (paid.compare(largest) > 0 ? paid : largest), Money.ofFen(0)),
  },
  {
    name: 'hasNewDisease',
    type: 'bool',
    zh: '近若干天内新增门诊慢特病登记',
    en: 'a chronic or special disease registered within the days',
    feeds: ['HI03'],
    arguments: [DAYS],
    sql: (m, scope, [days]) => someSql(`${m}.chronic_from`, 'began', withinSql('began', scope, days)),
    value: ({ person }, day, [days]) => person.chronic.some(({ beganOn }) => isWithin(beganOn, day, days)),
  },
  {
    name: 'hasDisease',
    type: 'bool',
    zh: '有所列病种的有效门诊慢特病登记',
    en: 'a registration of one of the diseases holds on the day',
    feeds: ['HI03'],
    arguments: [DISEASES],
    sql: (m, scope, [codes]) => `(cardinality(${m}.chronic_codes) > 0 AND EXISTS (
      SELECT FROM unnest(${m}.chronic_from, ${m}.chronic_to, ${m}.chronic_codes) AS ill(since, until, code)
      WHERE since <= ${scope.day} AND until >= ${scope.day} AND code = ANY(${scope.parameter(codes, 'text[]')})))`,
    value: ({ person }, day, [codes]) =>
      person.chronic.some(
        (entry) =>
          (codes as readonly string[]).includes(diseaseCodeOf(entry)) &&
          entry.beganOn <= day &&
          (entry.endedOn === null || entry.endedOn >= day),
      ),
  },
];
