import { addDays, addMonths, type Day, dayOfMonthOf, daysInMonth, isMonthEnd, monthOfYear, yearOf } from './day.ts';

/** How often an agency delivers. */
export type Cadence = 'daily' | 'weekly' | 'monthly';

/** How current what an agency delivered is; `NEVER` before its first delivery. */
export type Freshness = 'FRESH' | 'LATE' | 'STALE' | 'NEVER';

/** Monthly deliveries that end with a month are due at the end of the next, however long it is. */
function monthsLater(asOf: Day, count: number): Day {
  const day = addMonths(asOf, count);
  if (!isMonthEnd(asOf)) return day;
  return addDays(day, daysInMonth(yearOf(day), monthOfYear(day)) - dayOfMonthOf(day));
}

function dueAfter(asOf: Day, cadence: Cadence, deliveries: number): Day {
  if (cadence === 'monthly') return monthsLater(asOf, deliveries);
  return addDays(asOf, cadence === 'weekly' ? 7 * deliveries : deliveries);
}

/** FRESH within the cadence, LATE after one missed delivery, STALE after two; in the hub's days. */
export function feedFreshness(feed: {
  readonly cadence: Cadence;
  readonly lastAsOf: Day | null;
  readonly today: Day;
}): Freshness {
  const { cadence, lastAsOf, today } = feed;
  if (lastAsOf === null) return 'NEVER';
  if (today <= dueAfter(lastAsOf, cadence, 1)) return 'FRESH';
  return today <= dueAfter(lastAsOf, cadence, 2) ? 'LATE' : 'STALE';
}
