import { civilDate, type DayNumber, dayOf, dayText } from './day-number.ts';

/** A month as year × 12 + month − 1. */
export type MonthIndex = number;

export function monthIndexOf(day: DayNumber): MonthIndex {
  const { year, month } = civilDate(day);
  return year * 12 + month - 1;
}

/** First day of a month. */
export function monthStart(month: MonthIndex): DayNumber {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** `YYYY-MM`. */
export function monthText(month: MonthIndex): string {
  return dayText(monthStart(month)).slice(0, 7);
}
