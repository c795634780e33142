import { type Day, monthOfYear, pad2, yearOf } from './day.ts';

declare const monthBrand: unique symbol;

/** A calendar month, `YYYY-MM`. Months compare as strings. */
export type Month = string & { readonly [monthBrand]: 'Month' };

const WRITTEN = /^(\d{4})(?:-(\d{1,2})|\/(\d{1,2})|年(\d{1,2})月|(\d{2}))$/;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2999;

/** The month, or null where there is none such. */
export function makeMonth(year: number, month: number): Month | null {
  const inRange = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
  return inRange ? (`${year}-${pad2(month)}` as Month) : null;
}

/** Reads `2026-10`, `202610`, `2026年10月` (canonical token); null if it is none of them. */
export function parseMonth(token: string): Month | null {
  const parts = WRITTEN.exec(token);
  if (parts === null) return null;
  return makeMonth(Number(parts[1]), Number(parts[2] ?? parts[3] ?? parts[4] ?? parts[5]));
}

/** A month written by this program; throws on anything else. */
export function asMonth(text: string): Month {
  const month = parseMonth(text);
  if (month === null || month !== text) throw new RangeError('not a month of the form YYYY-MM');
  return month;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** Months since year 0: `year * 12 + month - 1`. */
export function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month index of a day. */
export function monthIndexOf(day: Day): number {
  return yearOf(day) * 12 + monthOfYear(day) - 1;
}

/** Inverse of {@link monthIndex}. */
export function monthOfIndex(index: number): Month {
  const year = Math.floor(index / 12);
  const month = makeMonth(year, index - year * 12 + 1);
  if (month === null) throw new RangeError('month out of range');
  return month;
}

export function addToMonth(month: Month, count: number): Month {
  return monthOfIndex(monthIndex(month) + count);
}
