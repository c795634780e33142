import { type DayNumber, dayNumber } from '../calendar/day-number.ts';
import { type MonthIndex, monthIndexOf } from '../calendar/month-index.ts';
import { hashText } from '../random/hash.ts';

/** Life begins this long before the city's first day, so that histories (bills, deaths, job losses) are there. */
const PREHISTORY_DAYS = 430;

export interface CityOptions {
  readonly seed: number | string;
  /** People on the community roll when life begins. */
  readonly people: number;
  /** The first day on which the city can be looked at, `YYYY-MM-DD`. */
  readonly startDay: string;
  /** How many times as often as usual something happens to people; at most 8. For tests in which much is to happen. */
  readonly pace?: number;
}

export interface CitySettings {
  readonly seed: number;
  readonly people: number;
  readonly pace: number;
  readonly startDay: DayNumber;
  readonly startMonth: MonthIndex;
  /** The day life begins. */
  readonly originDay: DayNumber;
  /** Birth years are kept in this many classes by household; 1 up to about 400,000 people. */
  readonly birthYearClasses: number;
}

export function citySettings(options: CityOptions, birthYearClasses: number): CitySettings {
  const startDay = dayNumber(options.startDay);
  return {
    seed: seedNumber(options.seed),
    people: options.people,
    pace: options.pace ?? 1,
    startDay,
    startMonth: monthIndexOf(startDay),
    originDay: startDay - PREHISTORY_DAYS,
    birthYearClasses,
  };
}

/** `1` and `'1'` are one seed; any other text is a seed too. */
function seedNumber(seed: number | string): number {
  const isNumber = typeof seed === 'number' || /^\d{1,9}$/.test(seed);
  return isNumber ? Number(seed) >>> 0 : hashText(seed);
}
