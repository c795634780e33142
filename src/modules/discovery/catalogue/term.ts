import { asDay, type Day, daysBetween, yearOf } from '../../../kernel/day.ts';

/** A school term: its code as the schools write it, and its first day. */
export interface Term {
  readonly code: string;
  readonly firstDay: Day;
}

const FIRST_TERM = '09-01';
const SECOND_TERM = '02-16';

/** The school term a day lies in: the first begins on 1 September, the second on 16 February. */
export function termOf(day: Day): Term {
  const year = yearOf(day);
  const date = day.slice(5);
  if (date >= FIRST_TERM) return { code: `${year}-${year + 1}-1`, firstDay: asDay(`${year}-${FIRST_TERM}`) };
  if (date >= SECOND_TERM) return { code: `${year - 1}-${year}-2`, firstDay: asDay(`${year}-${SECOND_TERM}`) };
  return { code: `${year - 1}-${year}-1`, firstDay: asDay(`${year - 1}-${FIRST_TERM}`) };
}

/** Days from the first day of the day's term. */
export function daysIntoTerm(day: Day): number {
  return daysBetween(termOf(day).firstDay, day);
}
