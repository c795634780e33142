/** What rules ask of the day itself: while its word stays the same, only stored dates can turn a result. */
import type { Day } from '../../kernel/day.ts';
import { monthOf } from '../../kernel/month.ts';
import { daysIntoTerm, termOf } from './catalogue/term.ts';
import type { ParameterValue } from './sql/statement.ts';

/** Conditions of one version, and the values its parameters have for it on the day. */
export interface DatedConditions {
  readonly sources: readonly string[];
  readonly parameters: ReadonlyMap<string, ParameterValue>;
}

const DAYS_INTO_TERM = /daysIntoTerm(?:\s*(<=|>=|<|>|==|!=)\s*(\d+|[A-Z][A-Z0-9_]*))?/g;

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

/** Month, school term, and how the day stands to every number of days that a condition compares the term with. */
export function calendarWord(day: Day, conditions: readonly DatedConditions[]): readonly (string | number | boolean)[] {
  const passed = daysIntoTerm(day);
  const thresholds = conditions.flatMap(({ sources, parameters }) =>
    sources
      .flatMap((source) => [...source.matchAll(DAYS_INTO_TERM)])
      .map(([, operator, bound = '']) => {
        const compare = COMPARE[operator ?? ''];
        const days = Number(parameters.get(bound) ?? bound);
        return compare === undefined || Number.isNaN(days) ? passed : compare(passed, days);
      }),
  );
  return [monthOf(day), termOf(day).code, ...thresholds];
}
