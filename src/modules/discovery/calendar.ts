/** What rules ask of the day itself: while its word stays the same, only stored dates can turn a result. */
import type { Day } from '../../kernel/day.ts';
import { monthOf } from '../../kernel/month.ts';
import { daysIntoTerm, termOf } from './catalogue/term.ts';

const DAYS_INTO_TERM = /daysIntoTerm(?:\s*(<=|>=|<|>|==|!=)\s*(\d+))?/g;

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

/** Month, school term, and how the day stands to every number of days that a condition compares the term with. */
export function calendarWord(day: Day, conditions: readonly string[]): readonly (string | number | boolean)[] {
  const passed = daysIntoTerm(day);
  const thresholds = conditions.flatMap((source) =>
    [...source.matchAll(DAYS_INTO_TERM)].map(([, operator, bound]) => {
      const compare = COMPARE[operator ?? ''];
      return compare === undefined ? passed : compare(passed, Number(bound));
    }),
  );
  return [monthOf(day), termOf(day).code, ...thresholds];
}
