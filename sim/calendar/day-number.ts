/** A day as the count of days since 1970-01-01: the simulated city steps through time by adding one. */
export type DayNumber = number;

/** A calendar date taken apart; `month` is 1–12. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const MILLISECONDS = 86_400_000;
/** Days from 1860 to 2133 are kept once written or taken apart: a city asks for them millions of times. */
const FIRST_KEPT = -40_177;
const texts = new Array<string | undefined>(100_000);
const dates = new Array<CivilDate | undefined>(100_000);

/** `YYYY-MM-DD` → day number. */
export function dayNumber(text: string): DayNumber {
  const value = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(value)) throw new RangeError(`not a day: ${text}`);
  return value / MILLISECONDS;
}

export function dayOf(year: number, month: number, dayOfMonth: number): DayNumber {
  return Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS;
}

/** Day number → `YYYY-MM-DD`. */
export function dayText(day: DayNumber): string {
  const known = texts[day - FIRST_KEPT];
  if (known !== undefined) return known;
  const text = new Date(day * MILLISECONDS).toISOString().slice(0, 10);
  texts[day - FIRST_KEPT] = text;
  return text;
}

export function civilDate(day: DayNumber): CivilDate {
  const known = dates[day - FIRST_KEPT];
  if (known !== undefined) return known;
  const text = dayText(day);
  const date = { year: +text.slice(0, 4), month: +text.slice(5, 7), dayOfMonth: +text.slice(8, 10) };
  dates[day - FIRST_KEPT] = date;
  return date;
}

/** Completed years on a day; a 29 February birthday completes on 1 March in common years. */
export function ageOn(birth: DayNumber, on: DayNumber): number {
  const born = civilDate(birth);
  const now = civilDate(on);
  const birthdayToCome = now.month < born.month || (now.month === born.month && now.dayOfMonth < born.dayOfMonth);
  return now.year - born.year - (birthdayToCome ? 1 : 0);
}
