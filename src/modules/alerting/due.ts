import { beijingDay, type Clock } from '../../kernel/clock.ts';
import { daysBetween } from '../../kernel/day.ts';
import type { Severity, SeverityClock, SeverityClocks, WorkingDays } from '../discovery/index.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The moment a clock that starts now runs out; working days end at the hour they began. */
function runsOut({ within, unit }: SeverityClock, now: Date, workingDays: WorkingDays): Date {
  if (unit === 'hours') return new Date(now.getTime() + within * HOUR_MS);
  const today = beijingDay(now);
  const days = unit === 'days' ? within : daysBetween(today, workingDays.after(today, within));
  return new Date(now.getTime() + days * DAY_MS);
}

/** When someone is to be there, by severity, for an alert that is raised or escalates now. */
export function dueTimes(clock: Clock, clocks: SeverityClocks, workingDays: WorkingDays): ReadonlyMap<Severity, Date> {
  const now = clock.now();
  return new Map([...clocks].map(([severity, limit]) => [severity, runsOut(limit, now, workingDays)]));
}
