import { type Day, dayOfUtc, pad2, parseDay } from './day.ts';

declare const localTimeBrand: unique symbol;

/** An agency's wall-clock time (UTC+8), `YYYY-MM-DD HH:mm:ss`. Times compare as strings. */
export type LocalTime = string & { readonly [localTimeBrand]: 'LocalTime' };

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?$/;

function parseClock(text: string): string | null {
  const parts = CLOCK.exec(text);
  if (parts === null) return null;
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return `${pad2(hour)}:${pad2(minute)}:${pad2(second)}`;
}

function splitAt(token: string): number {
  const blank = token.indexOf(' ');
  return blank === -1 ? token.indexOf('T') : blank;
}

/** Reads `yyyy-MM-dd HH:mm:ss` or a day alone, which means its first second; null if it is neither. */
export function parseLocalTime(token: string): LocalTime | null {
  const split = splitAt(token);
  const day = parseDay(split === -1 ? token : token.slice(0, split));
  if (day === null) return null;
  const clock = split === -1 ? '00:00:00' : parseClock(token.slice(split + 1).trimStart());
  return clock === null ? null : (`${day} ${clock}` as LocalTime);
}

/** The day of a value that may carry a time of day, as databases write dates. */
export function parseDayOrTime(token: string): Day | null {
  if (token.length <= 11) return parseDay(token);
  const time = parseLocalTime(token);
  return time === null ? null : dayOfTime(time);
}

/** What a `Date` shows in UTC (spreadsheet readers put a cell's wall-clock time there). */
export function localTimeOfUtc(date: Date): LocalTime {
  const clock = `${pad2(date.getUTCHours())}:${pad2(date.getUTCMinutes())}:${pad2(date.getUTCSeconds())}`;
  return `${dayOfUtc(date)} ${clock}` as LocalTime;
}

export function dayOfTime(time: LocalTime): Day {
  return time.slice(0, 10) as Day;
}

/** The moment a wall-clock time of Beijing stands for. */
export function instantOf(time: LocalTime): Date {
  return new Date(`${time.replace(' ', 'T')}+08:00`);
}
