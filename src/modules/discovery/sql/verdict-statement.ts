/**
 * What many rules say of every household, as one SQL statement: each fact is read once per stored row, then the
 * households' aggregates are computed together, then each rule compares.
 */
import type { Rule } from '../rule.ts';
import { compile } from './compile.ts';
import type { CompileContext } from './context.ts';
import { FactColumns } from './fact-columns.ts';
import { contextOf, type Judgement, type SqlText } from './judgement.ts';
import { PersonAggregation } from './person-aggregation.ts';
import { type ParameterValue, Statement } from './statement.ts';

/** A condition and the values of the parameters it is judged by. */
export interface Judged {
  readonly rule: Pick<Rule, 'expression'>;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
}

/** Rows of a fact table that are judged, under the alias `r`. */
function rowsOf(table: 'household_fact' | 'member_fact', held: string, { reach }: Judgement): string {
  if (reach === 'all') return `${table} r WHERE ${held}`;
  // Looked up one by one however many the planner expects, so that time does not grow with the city.
  return `judging k CROSS JOIN LATERAL (SELECT r.* FROM ${table} r
    WHERE r.household_id = k.household_id AND ${held} OFFSET 0) r`;
}

/** The households' aggregates over their persons, as `g`. */
function aggregated(persons: PersonAggregation, columns: FactColumns, rows: string): string {
  const household = persons.reads('h') ? 'JOIN held h ON h.household_id = m.household_id' : '';
  return `LEFT JOIN (SELECT m.household_id, ${persons.select}
    FROM (SELECT r.household_id${columns.select} FROM ${rows} OFFSET 0) m ${household}
    GROUP BY m.household_id) g ON g.household_id = h.household_id`;
}

/**
 * `household_id, street_code, place, result` of every rule that is a hit (TRUE) or not known (NULL); `place` counts the
 * rules from 1. FALSE is left out.
 */
export function verdictStatement(judged: readonly Judged[], judgement: Judgement): SqlText {
  const statement = new Statement(judgement.day, judgement.isCurrent);
  const [households, members] = [new FactColumns('h'), new FactColumns('m')];
  const persons = new PersonAggregation();
  const columns: CompileContext['columns'] = new Map([
    ['h', households],
    ['m', members],
  ]);
  const results = judged.map(({ rule, parameters }) => {
    const context = { ...contextOf(statement, { ...judgement, parameters }, persons), columns };
    return compile(rule.expression.ast, context).text;
  });
  const held = `${statement.holds('r')} AND starts_with(r.street_code, ${statement.parameter(judgement.division, 'text')})`;
  const people =
    persons.select === ''
      ? ''
      : aggregated(persons, members, rowsOf('member_fact', statement.holds('r'), judgement));
  const text = `WITH held AS MATERIALIZED (SELECT r.*${households.select}
      FROM ${rowsOf('household_fact', held, judgement)})
    SELECT v.household_id, v.street_code, w.place, w.result
    FROM (SELECT h.household_id, h.street_code, ARRAY[${results.join(', ')}]::boolean[] AS results
      FROM held h ${people} OFFSET 0) v
    CROSS JOIN LATERAL unnest(v.results) WITH ORDINALITY AS w(result, place)
    WHERE (FALSE = ALL(v.results)) IS NOT TRUE AND w.result IS NOT FALSE`;
  return { text, values: statement.values };
}
