/** The window of a record list, as its `months` argument says. */
import { addMonths, type Day } from '../../src/kernel/day.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { type Month, monthIndex, monthIndexOf } from '../../src/kernel/month.ts';

const MOST_MONTHS = 1_200;

function checked(months: number): number {
  if (months >= 1 && months <= MOST_MONTHS) return months;
  throw new WanjiaError('BAD_USER_INPUT', { input: 'months', expected: `1 to ${MOST_MONTHS}` });
}

/** Records with `day - months < their day <= day`; all that are held where no window is given. */
export function withinMonths<T>(
  records: readonly T[],
  window: { readonly day: Day; readonly months: number | null | undefined; readonly dayOf: (record: T) => Day },
): readonly T[] {
  const { day, months, dayOf } = window;
  if (months == null) return records;
  const after = addMonths(day, -checked(months));
  return records.filter((record) => dayOf(record) > after && dayOf(record) <= day);
}

/** Records of the months that end with the day's month; all that are held where no window is given. */
export function ofLastMonths<T>(
  records: readonly T[],
  window: { readonly day: Day; readonly months: number | null | undefined; readonly monthOf: (record: T) => Month },
): readonly T[] {
  const { day, months, monthOf } = window;
  if (months == null) return records;
  const last = monthIndexOf(day);
  const first = last - checked(months) + 1;
  return records.filter((record) => {
    const month = monthIndex(monthOf(record));
    return month >= first && month <= last;
  });
}
