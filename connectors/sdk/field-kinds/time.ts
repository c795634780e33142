import { z } from 'zod';
import { type Day, dayOfSerial, dayOfUtc, parseDay } from '../../../src/kernel/day.ts';
import { type LocalTime, localTimeOfUtc, parseDayOrTime, parseLocalTime } from '../../../src/kernel/local-time.ts';
import { type Month, monthOf, parseMonth } from '../../../src/kernel/month.ts';
import type { RawCell } from '../raw-row.ts';
import { type FieldKind, tokenReader, Unreadable } from './field-kind.ts';

const NO_DAY = new Unreadable('UNREADABLE_DAY');
const NO_MONTH = new Unreadable('UNREADABLE_MONTH');
const NO_TIME = new Unreadable('UNREADABLE_TIME');
const NO_YEAR = new Unreadable('UNREADABLE_YEAR');

const LAST_SERIAL = 100_000;
const EPOCH_SERIAL = 25_569;
const MS_PER_DAY = 86_400_000;

const isDate = (cell: RawCell): cell is Date => cell instanceof Date;

function dayOfDate(date: Date): Day | null {
  const year = date.getUTCFullYear();
  return year >= 1800 && year <= 2999 ? dayOfUtc(date) : null;
}

/** A number is a spreadsheet serial unless it is long enough to be `yyyyMMdd`. */
function dayOfNumber(value: number): Day | null {
  return value < LAST_SERIAL ? dayOfSerial(value) : parseDay(String(value));
}

const dayToken = tokenReader<Day>(NO_DAY, (token) => parseDayOrTime(token) ?? NO_DAY);

/** A calendar day. */
export const day: FieldKind<Day> = {
  name: 'day',
  columnType: 'date',
  schema: z.custom<Day>((value) => typeof value === 'string' && parseDay(value) === value),
  read(cell, context) {
    if (isDate(cell)) return dayOfDate(cell) ?? NO_DAY;
    return typeof cell === 'number' ? (dayOfNumber(cell) ?? NO_DAY) : dayToken(cell, context);
  },
};

const monthToken = tokenReader<Month>(NO_MONTH, (token) => parseMonth(token) ?? NO_MONTH);

/** A calendar month; a spreadsheet turns `2026-10` into the first day of that month. */
export const month: FieldKind<Month> = {
  name: 'month',
  columnType: 'text',
  schema: z.custom<Month>((value) => typeof value === 'string' && parseMonth(value) === value),
  read(cell, context) {
    if (!isDate(cell) && !(typeof cell === 'number' && cell < LAST_SERIAL)) return monthToken(cell, context);
    const first = isDate(cell) ? dayOfDate(cell) : dayOfSerial(cell);
    return first === null ? NO_MONTH : monthOf(first);
  },
};

const timeToken = tokenReader<LocalTime>(NO_TIME, (token) => parseLocalTime(token) ?? NO_TIME);

function timeOfNumber(value: number): LocalTime | null {
  if (value >= LAST_SERIAL) return parseLocalTime(String(value));
  const first = dayOfSerial(value);
  const seconds = Math.round((value - EPOCH_SERIAL) * 86_400);
  return first === null ? null : localTimeOfUtc(new Date((seconds * MS_PER_DAY) / 86_400));
}

/** A wall-clock time of the agency (UTC+8). */
export const localTime: FieldKind<LocalTime> = {
  name: 'localTime',
  columnType: 'timestamp(0)',
  schema: z.custom<LocalTime>((value) => typeof value === 'string' && parseLocalTime(value) === value),
  read(cell, context) {
    if (isDate(cell)) return dayOfDate(cell) === null ? NO_TIME : localTimeOfUtc(cell);
    return typeof cell === 'number' ? (timeOfNumber(cell) ?? NO_TIME) : timeToken(cell, context);
  },
};

const FOUR_DIGITS = /^(\d{4})年?$/;

/** A calendar year. */
export const year: FieldKind<number> = {
  name: 'year',
  columnType: 'integer',
  schema: z.int().min(1900).max(2999),
  read: tokenReader<number>(NO_YEAR, (token) => {
    const value = Number(FOUR_DIGITS.exec(token)?.[1] ?? Number.NaN);
    return value >= 1900 && value <= 2999 ? value : NO_YEAR;
  }),
};
