import { addDays, type Day, yearOf } from '../../../kernel/day.ts';
import type { PackFolder } from './load.ts';
import type { PackProblem } from './source.ts';

/** Which days offices work: Monday to Friday without public holidays, and the weekend days worked instead 调休. */
export interface WorkingDays {
  isWorkingDay(day: Day): boolean;
  /** The n-th working day after a day. */
  after(day: Day, count: number): Day;
  /** Whether the packs have the holidays of the day's year. Of other years Monday to Friday is all that is known. */
  covers(day: Day): boolean;
  /** The years the packs have the holidays of. */
  readonly years: readonly number[];
}

type Year = NonNullable<PackFolder['calendar.yaml']>['value']['years'][number];

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** What is wrong with a year of the calendar, each with the place it stands at. */
function* problemsOf(year: Year, others: readonly number[]): Generator<readonly [readonly PropertyKey[], string]> {
  if (others.includes(year.year)) yield [['year'], `${year.year} stands here twice`];
  const outside = (day: Day): string => `${day} is no day of ${year.year}`;
  for (const [index, { from, to }] of year.holidays.entries()) {
    if (from > to) yield [['holidays', index, 'to'], `a holiday ends on ${to}, before it begins`];
    if (yearOf(from) !== year.year) yield [['holidays', index, 'from'], outside(from)];
  }
  for (const [index, day] of year.workingWeekends.entries())
    if (!isWeekend(day)) yield [['workingWeekends', index], `${day} is no Saturday or Sunday`];
    else if (yearOf(day) !== year.year) yield [['workingWeekends', index], outside(day)];
}

/** The calendar of all folders; a child's year replaces its parent's. */
export function workingDaysOf(folders: readonly PackFolder[], problems: PackProblem[]): WorkingDays {
  const byYear = new Map<number, Year>();
  for (const { 'calendar.yaml': file } of folders) {
    const years = file?.value.years ?? [];
    for (const [index, year] of years.entries()) {
      const before = years.slice(0, index).map((other) => other.year);
      for (const [path, message] of problemsOf(year, before))
        problems.push(...(file ? [file.problemAt(['years', index, ...path], message)] : []));
      byYear.set(year.year, year);
    }
  }
  const years = [...byYear.values()];
  const worked = new Set(years.flatMap((year) => year.workingWeekends));
  const holidays = years.flatMap((year) => year.holidays);
  const isWorkingDay = (day: Day): boolean =>
    worked.has(day) || (!isWeekend(day) && !holidays.some(({ from, to }) => from <= day && day <= to));
  return {
    isWorkingDay,
    after(day, count) {
      let current = day;
      for (let left = count; left > 0; ) {
        current = addDays(current, 1);
        if (isWorkingDay(current)) left -= 1;
      }
      return current;
    },
    covers: (day) => byYear.has(yearOf(day)),
    years: [...byYear.keys()].sort(),
  };
}
