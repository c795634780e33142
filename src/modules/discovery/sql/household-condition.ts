/** Conditions of the packs on households, for whoever asks the facts other things than rules do. */
import type { Day } from '../../../kernel/day.ts';
import type { Expression, Language } from '../expression/language.ts';
import { compile } from './compile.ts';
import { type PersonAggregates, subqueries } from './context.ts';
import { contextOf } from './judgement.ts';
import { type ParameterValue, Statement } from './statement.ts';

export interface ConditionMoment {
  readonly day: Day;
  readonly language: Language;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
}

/** Stands until the context has its own: aggregates over persons are subqueries. */
const NONE: PersonAggregates = { alias: '', add: () => '' };

/**
 * The conditions over a row of household_fact under the alias `h`, by what is held on the day, however late a feed is.
 * Placeholders count from 1.
 */
export function householdConditions(
  conditions: readonly Expression[],
  { day, ...words }: ConditionMoment,
): { readonly texts: readonly string[]; readonly values: readonly unknown[] } {
  const statement = new Statement(day, () => true);
  const context = contextOf(statement, words, NONE);
  const persons = subqueries(context);
  return { texts: conditions.map(({ ast }) => compile(ast, { ...context, persons }).text), values: statement.values };
}
