import { civilDate, type DayNumber } from './day-number.ts';

/** The calendar year in which the school year of a day began (1 September). */
export function schoolYearOf(day: DayNumber): number {
  const { year, month } = civilDate(day);
  return month >= 9 ? year : year - 1;
}

/** `2026-2027`. */
export function schoolYearText(startYear: number): string {
  return `${startYear}-${startYear + 1}`;
}
