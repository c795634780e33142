/** Windows of days that end with the day: `30` is the day and the 29 before. */
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Argument, Constant, SqlScope } from './fact.ts';

export const DAYS: Argument = { name: 'days', type: 'int', zh: '天数', en: 'days that end with the day' };

/** The last day before the window. */
function before(day: Day, days: Constant | undefined): Day {
  return addDays(day, -Number(days ?? 0));
}

export function isWithin(date: Day, day: Day, days: Constant | undefined): boolean {
  return date > before(day, days) && date <= day;
}

/** The last day before the window, in SQL. */
export function windowStart(scope: SqlScope, days: Constant | undefined): string {
  return scope.parameter(before(scope.on, days), 'date');
}

/** Whether a list has an item for which the test holds; the test is not asked of the many lists that are empty. */
export function someSql(list: string, item: string, test: string): string {
  return `(coalesce(cardinality(${list}), 0) > 0 AND EXISTS (SELECT FROM unnest(${list}) AS ${item} WHERE ${test}))`;
}

export function withinSql(date: string, scope: SqlScope, days: Constant | undefined): string {
  return `${date} > ${windowStart(scope, days)} AND ${date} <= ${scope.day}`;
}
