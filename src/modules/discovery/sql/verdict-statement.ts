/**
 * What many rules say of every household, as one SQL statement: each fact is read once per stored row, then the
 * aggregates over the households' persons are computed together, then every rule compares.
 */
import type { Rule } from '../rule.ts';
import { compile } from './compile.ts';
import { FactColumns } from './fact-columns.ts';
import { contextOf, type Judgement, type SqlText } from './judgement.ts';
import { PersonAggregation } from './person-aggregation.ts';
import { Statement } from './statement.ts';

/** A condition with the streets and parameters it is judged by. */
export interface Judged {
  readonly rule: Pick<Rule, 'expression'>;
  readonly judgement: Pick<Judgement, 'language' | 'parameters' | 'streets'>;
}

/** Rows of a fact table that are judged, under the alias `r`. */
function rowsOf(table: 'household_fact' | 'member_fact', held: string, { reach }: Judgement): string {
  if (reach === 'all') return `${table} r WHERE ${held}`;
  // Looked up one by one however many the planner expects, so that time does not grow with the city.
  return `judging k CROSS JOIN LATERAL (SELECT r.* FROM ${table} r
    WHERE r.household_id = k.household_id AND ${held} OFFSET 0) r`;
}

/** The conditions' results, FALSE in streets that they do not judge. */
class Results {
  readonly statement: Statement;
  readonly households = new FactColumns('h');
  readonly members = new FactColumns('m');
  readonly persons = new PersonAggregation();

  constructor(statement: Statement) {
    this.statement = statement;
  }

  add({ rule, judgement }: Judged): string {
    const columns = new Map([
      ['h', this.households],
      ['m', this.members],
    ]);
    const context = { ...contextOf(this.statement, judgement, this.persons), columns };
    const result = compile(rule.expression.ast, context).text;
    const streets = this.#streets(judgement);
    return streets === '' ? result : `CASE WHEN ${streets} THEN ${result} ELSE FALSE END`;
  }

  #streets({ streets }: Judged['judgement']): string {
    const { only = null, except = [] } = streets ?? {};
    const codes = (list: readonly string[]): string => this.statement.parameter(list, 'text[]');
    return [
      ...(only === null ? [] : [`h.street_code = ANY(${codes(only)})`]),
      ...(except.length === 0 ? [] : [`h.street_code <> ALL(${codes(except)})`]),
    ].join(' AND ');
  }

  /** The aggregates over the persons of `held` as `g`. */
  joined(rows: string): string {
    if (this.persons.select === '') return '';
    const household = this.persons.reads('h') ? 'JOIN held h ON h.household_id = m.household_id' : '';
    return `LEFT JOIN (SELECT m.household_id, ${this.persons.select}
      FROM (SELECT r.household_id${this.members.select} FROM ${rows} OFFSET 0) m ${household}
      GROUP BY m.household_id) g ON g.household_id = h.household_id`;
  }
}

/**
 * `household_id, street_code, place, result` of every condition that is a hit (TRUE) or not known (NULL); `place`
 * counts the conditions from 1. What is FALSE is left out.
 */
export function verdictStatement(judged: readonly Judged[], judgement: Judgement): SqlText {
  const statement = new Statement(judgement.day, judgement.isCurrent);
  const results = new Results(statement);
  const words = judged.map((condition) => results.add(condition));
  const holds = statement.holds('r');
  const held = `${holds} AND starts_with(r.street_code, ${statement.parameter(judgement.division, 'text')})`;
  const text = `WITH held AS MATERIALIZED (
      SELECT r.*${results.households.select} FROM ${rowsOf('household_fact', held, judgement)})
    SELECT v.household_id, v.street_code, w.place::int AS place, w.result
    FROM (SELECT h.household_id, h.street_code, ARRAY[${words.join(', ')}]::boolean[] AS results
      FROM held h ${results.joined(rowsOf('member_fact', holds, judgement))} OFFSET 0) v
    CROSS JOIN LATERAL unnest(v.results) WITH ORDINALITY AS w(result, place)
    WHERE (FALSE = ALL(v.results)) IS NOT TRUE AND w.result IS NOT FALSE`;
  return { text, values: statement.values, asked: statement.asked };
}
