/** What civil affairs knows of a person: capacity, payments, death. */
import { addDays, daysBetween } from '../../../kernel/day.ts';
import { monthIndex, monthIndexOf } from '../../../kernel/month.ts';
import { diedOn } from '../../household/index.ts';
import type { MemberFact } from './fact.ts';
import { MONTH_WINDOW, monthWindow } from './months.ts';
import { DAYS, isWithin, someSql, withinSql } from './windows.ts';

export const ASSISTANCE_FACTS: readonly MemberFact[] = [
  {
    name: 'workCapacity',
    type: 'string',
    zh: "劳动能力(本人的救助家庭成员记录):'1' 有,'2' 部分,'3' 无,'' 未填",
    en: "capacity for work by the person's own CA02 row: '1' full, '2' partial, '3' none, '' not stated",
    feeds: ['CA02'],
    sql: (m) => `coalesce(${m}.work_capacity, '')`,
    value: (member) => member.workCapacity ?? '',
  },
  {
    name: 'selfCare',
    type: 'string',
    zh: "自理能力:'1' 全自理,'2' 部分,'3' 不能,'' 未填",
    en: "self-care by the person's own CA02 row: '1' full, '2' partial, '3' none, '' not stated",
    feeds: ['CA02'],
    sql: (m) => `coalesce(${m}.self_care, '')`,
    value: (member) => member.selfCare ?? '',
  },
  {
    name: 'hasPayment',
    type: 'bool',
    zh: '窗口月份内有该项目的待遇发放记录',
    en: 'a benefit payment of the programme for a month of the window',
    feeds: ['CA03'],
    arguments: [{ name: 'programme', type: 'string', zh: '项目代码', en: 'programme code' }, ...MONTH_WINDOW],
    sql: (m, scope, args) => {
      const { first, last } = monthWindow(scope.on, args);
      return `(cardinality(${m}.payment_months) > 0 AND EXISTS (
        SELECT FROM unnest(${m}.payment_months, ${m}.payment_programmes) AS paid(in_month, programme)
        WHERE programme = ${scope.parameter(args[0], 'text')}
          AND in_month BETWEEN ${scope.parameter(first, 'int')} AND ${scope.parameter(last, 'int')}))`;
    },
    value: ({ person }, day, args) => {
      const { first, last } = monthWindow(day, args);
      return person.payments.some((paid) => {
        const month = monthIndex(paid.month);
        return paid.programme === args[0] && month >= first && month <= last;
      });
    },
  },
  {
    name: 'hasPaymentAfterDeath',
    type: 'bool',
    zh: '有所属月份晚于死亡当月的待遇发放记录',
    en: 'a benefit payment for a month after the month of death',
    feeds: ['CA03', 'CA04'],
    sql: (m, { day }) =>
      `coalesce(${m}.died_on <= ${day} AND (extract(year FROM ${m}.died_on) * 12 + extract(month FROM ${m}.died_on) - 1)::int < ANY(${m}.payment_months), false)`,
    value: ({ person }, day) => {
      const died = diedOn(person, day);
      return died !== null && person.payments.some((paid) => monthIndex(paid.month) > monthIndexOf(died));
    },
  },
  {
    name: 'diedOn',
    type: 'string',
    zh: '死亡日期,在世为空',
    en: "day of death, '' while alive",
    feeds: ['CA04'],
    sql: (m, { day }) => `CASE WHEN ${m}.died_on <= ${day} THEN to_char(${m}.died_on, 'YYYY-MM-DD') ELSE '' END`,
    value: ({ person }, day) => diedOn(person, day) ?? '',
  },
  {
    name: 'hasDied',
    type: 'bool',
    zh: '近若干天内死亡',
    en: 'died within the days',
    feeds: ['CA04'],
    arguments: [DAYS],
    sql: (m, scope, [days]) => `coalesce(${withinSql(`${m}.died_on`, scope, days)}, false)`,
    value: ({ person }, day, [days]) => {
      const died = diedOn(person, day);
      return died !== null && isWithin(died, day, days);
    },
  },
  {
    name: 'daysSinceDeath',
    type: 'int',
    zh: '死亡以来的天数,在世为未知',
    en: 'days since the death; UNKNOWN while alive',
    feeds: ['CA04'],
    mayBeUnknown: true,
    sql: (m, { day }) => `CASE WHEN ${m}.died_on <= ${day} THEN ${day} - ${m}.died_on END`,
    countedFrom: (on, bound) => [addDays(on, -bound)],
    value: ({ person }, day) => {
      const died = diedOn(person, day);
      return died === null ? undefined : BigInt(daysBetween(died, day));
    },
  },
  {
    name: 'isAlive',
    type: 'bool',
    zh: '在世',
    en: 'no death by the day is registered',
    feeds: ['CA04'],
    sql: (m, { day }) => `(${m}.died_on IS NULL OR ${m}.died_on > ${day})`,
    value: ({ person }, day) => diedOn(person, day) === null,
  },
  {
    name: 'paidProgrammes',
    type: 'int',
    zh: '窗口月份内有发放的待遇项目数',
    en: 'number of programmes paid for a month of the window',
    feeds: ['CA03'],
    arguments: MONTH_WINDOW,
    sql: (m, scope, args) => {
      const { first, last } = monthWindow(scope.on, args);
      return `CASE WHEN cardinality(${m}.payment_months) = 0 THEN 0 ELSE (
        SELECT count(DISTINCT programme)
        FROM unnest(${m}.payment_months, ${m}.payment_programmes) AS paid(in_month, programme)
        WHERE in_month BETWEEN ${scope.parameter(first, 'int')} AND ${scope.parameter(last, 'int')}) END`;
    },
    value: ({ person }, day, args) => {
      const { first, last } = monthWindow(day, args);
      const paid = person.payments.filter(({ month }) => monthIndex(month) >= first && monthIndex(month) <= last);
      return BigInt(new Set(paid.map(({ programme }) => programme)).size);
    },
  },
  {
    name: 'hasDuplicatePayment',
    type: 'bool',
    zh: '窗口内同一月份同一项目有两笔以上发放',
    en: 'more than one payment of one of the programmes for the same month of the window',
    feeds: ['CA03'],
    arguments: [{ name: 'programmes', type: 'list<string>', zh: '项目代码', en: 'programme codes' }, ...MONTH_WINDOW],
    sql: (m, scope, args) => {
      const { first, last } = monthWindow(scope.on, args);
      return `(cardinality(${m}.payment_months) > 1 AND EXISTS (
        SELECT FROM unnest(${m}.payment_months, ${m}.payment_programmes) AS paid(in_month, programme)
        WHERE programme = ANY(${scope.parameter(args[0], 'text[]')})
          AND in_month BETWEEN ${scope.parameter(first, 'int')} AND ${scope.parameter(last, 'int')}
        GROUP BY in_month, programme HAVING count(*) > 1))`;
    },
    value: ({ person }, day, args) => {
      const { first, last } = monthWindow(day, args);
      const paid = person.payments
        .filter(({ programme }) => (args[0] as readonly string[]).includes(programme))
        .filter(({ month }) => monthIndex(month) >= first && monthIndex(month) <= last)
        .map(({ programme, month }) => `${programme} ${month}`);
      return new Set(paid).size < paid.length;
    },
  },
  {
    name: 'hasUnpaidPayment',
    type: 'bool',
    zh: '窗口月份内有已核定而无发放日期的待遇',
    en: 'a benefit for a month of the window without a day on which it was paid',
    feeds: ['CA03'],
    arguments: MONTH_WINDOW,
    sql: (m, scope, args) => {
      const { first, last } = monthWindow(scope.on, args);
      const within = `unpaid BETWEEN ${scope.parameter(first, 'int')} AND ${scope.parameter(last, 'int')}`;
      return someSql(`${m}.unpaid_months`, 'unpaid', within);
    },
    value: ({ person }, day, args) => {
      const { first, last } = monthWindow(day, args);
      const unpaid = person.payments.filter(({ paidOn }) => paidOn === null).map(({ month }) => monthIndex(month));
      return unpaid.some((month) => month >= first && month <= last);
    },
  },
  {
    name: 'hasLeftRecognition',
    type: 'bool',
    zh: '近若干天内所在救助家庭退出',
    en: 'a recognition that listed the person ended within the days',
    feeds: ['CA01', 'CA02'],
    arguments: [DAYS],
    sql: (m, scope, [days]) => someSql(`${m}.exit_days`, 'left_on', withinSql('left_on', scope, days)),
    value: ({ person }, day, [days]) => person.exits.some(({ endedOn }) => isWithin(endedOn, day, days)),
  },
  {
    name: 'lastPaidMonth',
    type: 'string',
    zh: '最近一次待遇发放的所属月份,没有则为空',
    en: "newest month a benefit was paid for, '' where there is none",
    feeds: ['CA03'],
    sql: (m) =>
      `coalesce((SELECT lpad((max(p) / 12)::text, 4, '0') || '-' || lpad((max(p) % 12 + 1)::text, 2, '0') FROM unnest(${m}.payment_months) AS p), '')`,
    value: ({ person }) => person.payments.reduce<string>((a, { month }) => (month > a ? month : a), ''),
  },
];
