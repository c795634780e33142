declare const dayBrand: unique symbol;

/** A calendar day in Beijing, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string & { readonly [dayBrand]: 'Day' };

const FIRST_YEAR = 1800;
const LAST_YEAR = 2999;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MS_PER_DAY = 86_400_000;
/** 1970-01-01 as a spreadsheet's serial number (1900 date system). */
const EPOCH_SERIAL = 25_569;
/** The spreadsheet counts 29 February 1900, which never was. */
const PHANTOM_SERIAL = 60;

const YEAR_FIRST = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
const COMPACT = /^\d{8}$/;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days in a month (1 = January). */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

export function pad2(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The day, or null where the calendar has no such day. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  const inRange = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
  if (!inRange || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return `${year}-${pad2(month)}-${pad2(dayOfMonth)}` as Day;
}

function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads `2026-10-31`, `2026/1/5`, `20261031` or `2026年10月31日` (canonical token); null if it is none of them. */
export function parseDay(token: string): Day | null {
  if (token.length === 10 && token[4] === '-' && token[7] === '-') {
    return makeDay(digitsAt(token, 0, 4), digitsAt(token, 5, 7), digitsAt(token, 8, 10));
  }
  if (COMPACT.test(token)) return makeDay(digitsAt(token, 0, 4), digitsAt(token, 4, 6), digitsAt(token, 6, 8));
  const parts = YEAR_FIRST.exec(token);
  if (parts === null) return null;
  return makeDay(Number(parts[1]), Number(parts[2] ?? parts[4] ?? parts[6]), Number(parts[3] ?? parts[5] ?? parts[7]));
}

/** A day written by this program; throws on anything else. */
export function asDay(text: string): Day {
  const day = parseDay(text);
  if (day === null || day !== text) throw new RangeError('not a day of the form YYYY-MM-DD');
  return day;
}

function toEpochDays(day: Day): number {
  return Date.UTC(yearOf(day), monthOfYear(day) - 1, dayOfMonthOf(day)) / MS_PER_DAY;
}

function fromEpochDays(days: number): Day {
  return dayOfUtc(new Date(days * MS_PER_DAY));
}

/** The calendar date a `Date` shows in UTC (spreadsheet readers put a cell's date there). */
export function dayOfUtc(date: Date): Day {
  const day = makeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (day === null) throw new RangeError('day out of range');
  return day;
}

/** The day of a spreadsheet serial number (1900 date system), or null where it has none. */
export function dayOfSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole < 400_000) || whole === PHANTOM_SERIAL) return null;
  return fromEpochDays(whole - EPOCH_SERIAL + (whole < PHANTOM_SERIAL ? 1 : 0));
}

export function yearOf(day: Day): number {
  return digitsAt(day, 0, 4);
}

/** 1 = January. */
export function monthOfYear(day: Day): number {
  return digitsAt(day, 5, 7);
}

export function dayOfMonthOf(day: Day): number {
  return digitsAt(day, 8, 10);
}

export function addDays(day: Day, count: number): Day {
  return fromEpochDays(toEpochDays(day) + count);
}

/** Same day of month `count` months on, clamped to the month's last day. */
export function addMonths(day: Day, count: number): Day {
  const index = yearOf(day) * 12 + monthOfYear(day) - 1 + count;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const moved = makeDay(year, month, Math.min(dayOfMonthOf(day), daysInMonth(year, month)));
  if (moved === null) throw new RangeError('day out of range');
  return moved;
}

/** Days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDays(to) - toEpochDays(from);
}

export function isMonthEnd(day: Day): boolean {
  return dayOfMonthOf(day) === daysInMonth(yearOf(day), monthOfYear(day));
}

/** Completed years of age on a day; who was born on 29 February completes one on 1 March in common years. */
export function completedYears(birth: Day, on: Day): number {
  const years = yearOf(on) - yearOf(birth);
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
