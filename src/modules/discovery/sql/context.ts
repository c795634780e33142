/** What the parts of the compiler share. */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Language } from '../expression/language.ts';
import type { FactColumns } from './fact-columns.ts';
import type { Counting, ParameterValue, Statement } from './statement.ts';

/** A piece of SQL, and whether it can be NULL. */
export interface Sql {
  readonly text: string;
  readonly mayBeUnknown: boolean;
}

/** Something the SQL of rules cannot say; the node tells where it stands. */
export class NotCompilable extends Error {
  readonly range: { readonly start: number; readonly end: number };

  constructor(node: ASTNode, message: string) {
    super(message);
    this.name = 'NotCompilable';
    this.range = { start: node.start, end: node.end };
  }
}

export interface CompileContext {
  readonly statement: Statement;
  readonly language: Language;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** Alias of the household's row. */
  readonly household: string;
  /** Aliases whose facts are read once per row; the facts of others are asked where they stand. */
  readonly columns: ReadonlyMap<string, FactColumns>;
  /** Aliases of members by the variable that names them. */
  readonly members: ReadonlyMap<string, string>;
  /** Where aggregates over the household's persons are computed. */
  readonly persons: PersonAggregates;
  /**
   * What a number of days is for: compared with a bound, or `untimed`, only shown or compared with another that grows with
   * it; absent: anything.
   */
  readonly count?: { readonly bound: number } | 'untimed' | undefined;
  /** The row and the moment of an alert that is checked; absent: households are judged. */
  readonly alert?: { readonly row: string; readonly now: string };
  /** Any part of the expression. */
  compile(node: ASTNode, context: CompileContext): Sql;
}

/** A fact of the row under an alias. */
export function read(
  { columns, statement }: CompileContext,
  { alias, counting }: { readonly alias: string; readonly counting?: Counting },
  sql: (row: string) => string,
): string {
  const held = columns.get(alias);
  const text = sql(held?.row ?? alias);
  statement.note(text, counting);
  return held === undefined ? `(${text})` : held.add(text);
}

/** Takes an aggregate over rows of member_fact under `alias` and answers what to read instead. */
export interface PersonAggregates {
  readonly alias: string;
  add(aggregate: string): string;
}

export const known = (text: string): Sql => ({ text, mayBeUnknown: false });

/** What is said of an expression that parses but has no place in a rule. */
export const UNDEFINED_CALL = 'this is not part of what rules can say';

/** Aggregates inside an aggregate: each a subquery of its own over the household's persons. */
export function subqueries(context: CompileContext): PersonAggregates {
  const { statement, household } = context;
  const alias = statement.alias();
  return {
    alias,
    add: (aggregate) =>
      `(SELECT ${aggregate} FROM member_fact ${alias} WHERE ${alias}.household_id = ${household}.household_id AND ${statement.holds(alias)})`,
  };
}

/** The context in which `variable` names the member under the alias. */
export function withMember(context: CompileContext, variable: string, alias: string): CompileContext {
  const members = new Map(context.members).set(variable, alias);
  return { ...context, members, persons: subqueries(context) };
}
