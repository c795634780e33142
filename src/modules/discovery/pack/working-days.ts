import { addDays, type Day } from '../../../kernel/day.ts';
import type { PackFolder } from './load.ts';

/** Which days offices work: Monday to Friday without public holidays, and the weekend days worked instead 调休. */
export interface WorkingDays {
  isWorkingDay(day: Day): boolean;
  /** The n-th working day after a day. */
  after(day: Day, count: number): Day;
}

export function workingDaysOf(folders: readonly PackFolder[]): WorkingDays {
  const years = folders.flatMap((folder) => folder['calendar.yaml']?.value.years ?? []);
  const worked = new Set(years.flatMap((year) => year.workingWeekends));
  const holidays = years.flatMap((year) => year.holidays);
  const isWorkingDay = (day: Day): boolean => {
    if (worked.has(day)) return true;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !holidays.some(({ from, to }) => from <= day && day <= to);
  };
  const after = (day: Day, count: number): Day => {
    let current = day;
    for (let left = count; left > 0; ) {
      current = addDays(current, 1);
      if (isWorkingDay(current)) left -= 1;
    }
    return current;
  };
  return { isWorkingDay, after };
}
