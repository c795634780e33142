/** Windows of months counted back from the day's own, as facts take them: `(2, 0)` is the day's month and two before. */
import type { Day } from '../../../kernel/day.ts';
import { monthIndexOf } from '../../../kernel/month.ts';
import type { Argument, Constant } from './fact.ts';

export const MONTH_WINDOW: readonly Argument[] = [
  { name: 'from', type: 'int', zh: '起始月(当月前几个月)', en: "first month, counted back from the day's month" },
  { name: 'to', type: 'int', zh: '截止月(当月前几个月)', en: "last month, counted back from the day's month" },
];

/** First and last month index of a window. */
export function monthWindow(day: Day, args: readonly Constant[]): { readonly first: number; readonly last: number } {
  const month = monthIndexOf(day);
  return { first: month - Number(args.at(-2)), last: month - Number(args.at(-1)) };
}
