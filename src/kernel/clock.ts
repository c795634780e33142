import { type Day, dayOfUtc } from './day.ts';
import { type LocalTime, localTimeOfUtc } from './local-time.ts';

/** Where the time comes from; passed in, so that a test can hold it still. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const BEIJING_OFFSET_MS = 8 * 3_600_000;

function shifted(date: Date): Date {
  return new Date(date.getTime() + BEIJING_OFFSET_MS);
}

/** The calendar day in Beijing (UTC+8, no summer time). */
export function beijingDay(date: Date): Day {
  return dayOfUtc(shifted(date));
}

/** The moment a wall clock in Beijing shows a time. */
export function momentOf(time: LocalTime): Date {
  return new Date(`${time.replace(' ', 'T')}+08:00`);
}

/** The wall-clock time in Beijing. */
export function beijingTime(date: Date): LocalTime {
  return localTimeOfUtc(shifted(date));
}
