/**
 * Quantifiers, counts and sums over the household's persons. EXISTS and FILTER would turn NULL into FALSE, so
 * quantifiers are aggregates that count UNKNOWN as a third value.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { ValueType } from '../catalogue/fact.ts';
import { type PersonRange, personRangeOf } from '../expression/walk.ts';
import { type CompileContext, known, NotCompilable, read, type Sql, UNDEFINED_CALL, withMember } from './context.ts';
import { unknownOf } from './statement.ts';

/** The rows of a range, the guard against members of whom it is not known whether they belong to it. */
interface Rows {
  readonly alias: string;
  readonly condition: string;
  readonly unknownMembers: string | null;
}

function rowsOf(range: PersonRange, context: CompileContext): Rows | null {
  const list = CATALOGUE.lists.get(range.list);
  if (list === undefined || !context.statement.isCurrent(list.feeds)) return null;
  const { alias } = context.persons;
  const listed = read(context, { alias }, (row) => list.sql(row, context.statement));
  if (range.filter === null) return { alias, condition: listed, unknownMembers: null };
  const inner = withMember(context, range.filter.variable, alias);
  const filter = context.compile(range.filter.predicate, inner);
  return {
    alias,
    condition: `${listed} AND ${filter.text}`,
    unknownMembers: filter.mayBeUnknown ? `count(*) FILTER (WHERE ${listed} AND ${filter.text} IS NULL)` : null,
  };
}

/** An aggregate over a range; UNKNOWN where it is unknown who belongs to the range. */
function overRange(
  node: ASTNode,
  context: CompileContext,
  type: ValueType,
  aggregate: (rows: Rows, context: CompileContext) => Sql,
): Sql {
  const range = personRangeOf(node);
  if (range === null)
    throw new NotCompilable(node, 'a list is household.members or household.dead, at most with one filter(m, …)');
  const rows = rowsOf(range, context);
  if (rows === null) return { text: unknownOf(type), mayBeUnknown: true };
  const result = aggregate(rows, context);
  if (rows.unknownMembers === null) return result;
  const unknown = context.persons.add(rows.unknownMembers);
  return { text: `(CASE WHEN coalesce(${unknown}, 0) = 0 THEN ${result.text} END)`, mayBeUnknown: true };
}

const THREE_VALUED = (predicate: string): string => `CASE ${predicate} WHEN TRUE THEN 2 WHEN FALSE THEN 0 ELSE 1 END`;

function quantifier(kind: 'exists' | 'all', predicate: Sql, rows: Rows, context: CompileContext): Sql {
  const filter = `FILTER (WHERE ${rows.condition})`;
  if (!predicate.mayBeUnknown) {
    const fold = kind === 'exists' ? 'bool_or' : 'bool_and';
    return known(`coalesce(${context.persons.add(`${fold}(${predicate.text}) ${filter}`)}, ${kind === 'all'})`);
  }
  const fold = kind === 'exists' ? 'max' : 'min';
  const level = context.persons.add(`${fold}(${THREE_VALUED(predicate.text)}) ${filter}`);
  const [first, last] = kind === 'exists' ? ['2 THEN TRUE', 'FALSE'] : ['0 THEN FALSE', 'TRUE'];
  return { text: `(CASE ${level} WHEN ${first} WHEN 1 THEN NULL ELSE ${last} END)`, mayBeUnknown: true };
}

/** `list.exists(m, …)` and `list.all(m, …)`. */
export function quantified(
  node: ASTNode,
  kind: 'exists' | 'all',
  args: readonly ASTNode[],
  context: CompileContext,
): Sql {
  const [variable, predicate] = args;
  if (variable?.op !== 'id' || predicate === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  return overRange(node, context, 'bool', (rows) =>
    quantifier(kind, context.compile(predicate, withMember(context, variable.args, rows.alias)), rows, context),
  );
}

/** `list.size()` */
export function size(list: ASTNode, context: CompileContext): Sql {
  return overRange(list, context, 'int', (rows) =>
    known(`coalesce(${context.persons.add(`count(*) FILTER (WHERE ${rows.condition})`)}, 0)`),
  );
}

/** `list.map(m, …).sum()` */
export function sum(node: ASTNode, mapped: ASTNode, context: CompileContext): Sql {
  const [method, list, [variable, term] = []] = mapped.op === 'rcall' ? mapped.args : [];
  if (method !== 'map' || list === undefined || variable?.op !== 'id' || term === undefined)
    throw new NotCompilable(node, 'sums are written household.members.map(m, …).sum()');
  return overRange(list, context, 'Money', (rows) => {
    const value = context.compile(term, withMember(context, variable.args, rows.alias));
    const filter = `FILTER (WHERE ${rows.condition}`;
    const total = `coalesce(${context.persons.add(`sum(${value.text}) ${filter})`)}, 0)`;
    if (!value.mayBeUnknown) return known(total);
    const gaps = context.persons.add(`count(*) ${filter} AND ${value.text} IS NULL)`);
    return { text: `(CASE WHEN coalesce(${gaps}, 0) = 0 THEN ${total} END)`, mayBeUnknown: true };
  });
}
