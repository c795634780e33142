/**
 * An expression as SQL. SQL's three-valued logic is the one CEL's absorbed errors give, as long as nothing turns
 * NULL into FALSE on the way: EXISTS and FILTER do, so quantifiers are aggregates that count UNKNOWN as a third value.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Constant, ValueType } from '../catalogue/fact.ts';
import type { Language } from '../expression/language.ts';
import { childrenOf, type PersonRange, personRangeOf } from '../expression/walk.ts';
import { type ParameterValue, type Statement, unknownOf } from './statement.ts';

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
  /** Aliases of members by the variable that names them. */
  readonly members: ReadonlyMap<string, string>;
  /** Where aggregates over the household's persons are computed. */
  readonly persons: PersonAggregates;
}

/** Takes an aggregate over rows of member_fact under `alias` and answers what to read instead. */
export interface PersonAggregates {
  readonly alias: string;
  add(aggregate: string): string;
}

const known = (text: string): Sql => ({ text, mayBeUnknown: false });
const UNDEFINED_CALL = 'this is not part of what rules can say';

/** Aggregates inside an aggregate: each a subquery of its own over the household's persons. */
function subqueries(context: CompileContext): PersonAggregates {
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

/** Constant arguments of a fact: literals, lists of them, parameters. */
function constantOf(node: ASTNode, context: CompileContext): Constant {
  if (node.op === 'value' && (typeof node.args === 'string' || typeof node.args === 'bigint'))
    return typeof node.args === 'bigint' ? Number(node.args) : node.args;
  if (node.op === 'list') return node.args.map((item) => String(constantOf(item, context)));
  const value = node.op === 'id' ? context.parameters.get(node.args) : undefined;
  if (typeof value === 'bigint') return Number(value);
  throw new NotCompilable(node, 'arguments of facts are constants: a literal, a list of literals or a parameter');
}

function memberAlias(node: ASTNode, context: CompileContext): string {
  const alias = node.op === 'id' ? context.members.get(node.args) : undefined;
  if (alias === undefined) throw new NotCompilable(node, 'facts of a person are asked of a named member, as in m.age');
  return alias;
}

function memberFact(
  node: ASTNode,
  alias: string,
  name: string,
  args: readonly Constant[],
  context: CompileContext,
): Sql {
  const fact = CATALOGUE.member.get(name);
  if (fact === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  if (!context.statement.isCurrent(fact.feeds)) return { text: unknownOf(fact.type), mayBeUnknown: true };
  return { text: `(${fact.sql(alias, context.statement, args)})`, mayBeUnknown: fact.mayBeUnknown === true };
}

function householdFact(node: ASTNode, name: string, { statement, household }: CompileContext): Sql {
  const fact = CATALOGUE.household.get(name);
  if (fact === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  if (!statement.isCurrent(fact.feeds)) return { text: unknownOf(fact.type), mayBeUnknown: true };
  return { text: `(${fact.sql(household, statement)})`, mayBeUnknown: fact.mayBeUnknown === true };
}

function calendarFact(node: ASTNode, name: string, { statement }: CompileContext): Sql {
  const fact = CATALOGUE.calendar.get(name);
  if (fact === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  return known(statement.parameter(String(fact.value(statement.on)), fact.type === 'int' ? 'bigint' : 'text'));
}

function property(node: ASTNode, receiver: ASTNode, name: string, context: CompileContext): Sql {
  if (receiver.op !== 'id') throw new NotCompilable(node, UNDEFINED_CALL);
  if (context.members.has(receiver.args)) return memberFact(node, memberAlias(receiver, context), name, [], context);
  return receiver.args === 'calendar' ? calendarFact(node, name, context) : householdFact(node, name, context);
}

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
  const listed = list.sql(alias, context.statement);
  if (range.filter === null) return { alias, condition: listed, unknownMembers: null };
  const inner = withMember(context, range.filter.variable, alias);
  const filter = compile(range.filter.predicate, inner);
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

function quantified(node: ASTNode, kind: 'exists' | 'all', args: readonly ASTNode[], context: CompileContext): Sql {
  const [variable, predicate] = args;
  if (variable?.op !== 'id' || predicate === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  return overRange(node, context, 'bool', (rows) =>
    quantifier(kind, compile(predicate, withMember(context, variable.args, rows.alias)), rows, context),
  );
}

function size(list: ASTNode, context: CompileContext): Sql {
  return overRange(list, context, 'int', (rows) =>
    known(`coalesce(${context.persons.add(`count(*) FILTER (WHERE ${rows.condition})`)}, 0)`),
  );
}

function sum(node: ASTNode, mapped: ASTNode, context: CompileContext): Sql {
  const [method, list, [variable, term] = []] = mapped.op === 'rcall' ? mapped.args : [];
  if (method !== 'map' || list === undefined || variable?.op !== 'id' || term === undefined)
    throw new NotCompilable(node, 'sums are written household.members.map(m, …).sum()');
  return overRange(list, context, 'Money', (rows) => {
    const value = compile(term, withMember(context, variable.args, rows.alias));
    const filter = `FILTER (WHERE ${rows.condition}`;
    const total = `coalesce(${context.persons.add(`sum(${value.text}) ${filter})`)}, 0)`;
    if (!value.mayBeUnknown) return known(total);
    const gaps = context.persons.add(`count(*) ${filter} AND ${value.text} IS NULL)`);
    return { text: `(CASE WHEN coalesce(${gaps}, 0) = 0 THEN ${total} END)`, mayBeUnknown: true };
  });
}

function condition(receiver: ASTNode, name: string, context: CompileContext): Sql | null {
  const definition = context.language.conditions.get(name);
  if (definition === undefined) return null;
  const alias = memberAlias(receiver, context);
  return compile(definition.ast, withMember({ ...context, members: new Map() }, 'member', alias));
}

function method(node: ASTNode & { op: 'rcall' }, context: CompileContext): Sql {
  const [name, receiver, args] = node.args;
  if (name === 'exists' || name === 'all') return quantified(receiver, name, args, context);
  if (name === 'size') return size(receiver, context);
  if (name === 'sum') return sum(node, receiver, context);
  const named = condition(receiver, name, context);
  if (named !== null) return named;
  const constants = args.map((argument) => constantOf(argument, context));
  return memberFact(node, memberAlias(receiver, context), name, constants, context);
}

function extreme(comparison: '>=' | '<=', args: readonly ASTNode[], context: CompileContext): Sql {
  const [a, b] = args.map((argument) => compile(argument, context)) as [Sql, Sql];
  if (!a.mayBeUnknown && !b.mayBeUnknown)
    return known(`${comparison === '>=' ? 'greatest' : 'least'}(${a.text}, ${b.text})`);
  // GREATEST and LEAST would pass over an UNKNOWN.
  const text = `(CASE WHEN ${a.text} ${comparison} ${b.text} THEN ${a.text} WHEN ${b.text} IS NOT NULL AND ${a.text} IS NOT NULL THEN ${b.text} END)`;
  return { text, mayBeUnknown: true };
}

function call(node: ASTNode & { op: 'call' }, context: CompileContext): Sql {
  const [name, args] = node.args;
  const [first] = args;
  if (first === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  switch (name) {
    case 'has':
      return known(`(${compile(first, context).text} IS NOT NULL)`);
    case 'size':
      return size(first, context);
    case 'yuan': {
      const amount = compile(first, context);
      return { text: `(${amount.text} * 100)`, mayBeUnknown: amount.mayBeUnknown };
    }
    case 'max':
      return extreme('>=', args, context);
    case 'min':
      return extreme('<=', args, context);
    default:
      throw new NotCompilable(node, UNDEFINED_CALL);
  }
}

function literal(node: ASTNode & { op: 'value' }, { statement }: CompileContext): Sql {
  const { args } = node;
  if (typeof args === 'boolean') return known(args ? 'TRUE' : 'FALSE');
  if (typeof args === 'bigint') return known(`${args}::bigint`);
  if (typeof args === 'number') return known(`${args}::numeric`);
  if (typeof args === 'string') return known(statement.parameter(args, 'text'));
  throw new NotCompilable(node, UNDEFINED_CALL);
}

function joined(parts: readonly Sql[], operator: string): Sql {
  return {
    text: `(${parts.map((part) => part.text).join(` ${operator} `)})`,
    mayBeUnknown: parts.some((part) => part.mayBeUnknown),
  };
}

const COMPARISONS: Readonly<Record<string, string>> = {
  '==': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
};

function typeOf(node: ASTNode): string {
  return (node as ASTNode & { checkedType?: { name: string } }).checkedType?.name ?? '';
}

function binary(node: ASTNode, args: readonly ASTNode[], context: CompileContext): Sql {
  const operator = COMPARISONS[node.op];
  if (operator === undefined)
    throw new NotCompilable(node, `rules do not use '${node.op}'; compare products instead of quotients`);
  if (args.every((part) => typeOf(part) === 'double'))
    throw new NotCompilable(node, 'ratios are applied to amounts, not to each other');
  if (args.some((part) => typeOf(part) === 'string') && !['==', '!='].includes(node.op))
    throw new NotCompilable(node, 'codes are compared with == and !=');
  return joined(
    args.map((part) => compile(part, context)),
    operator,
  );
}

function conditional(node: ASTNode & { op: '?:' }, context: CompileContext): Sql {
  const [test, yes, no] = node.args.map((part) => compile(part, context)) as [Sql, Sql, Sql];
  const otherwise = test.mayBeUnknown ? `WHEN NOT ${test.text} THEN ${no.text}` : `ELSE ${no.text}`;
  return {
    text: `(CASE WHEN ${test.text} THEN ${yes.text} ${otherwise} END)`,
    mayBeUnknown: test.mayBeUnknown || yes.mayBeUnknown || no.mayBeUnknown,
  };
}

function membership(node: ASTNode & { op: 'in' }, context: CompileContext): Sql {
  const [item, list] = node.args;
  if (list.op !== 'list' || list.args.length === 0) throw new NotCompilable(list, "'in' takes a list of literals");
  const value = compile(item, context);
  return {
    text: `(${value.text} IN (${list.args.map((entry) => compile(entry, context).text).join(', ')}))`,
    mayBeUnknown: value.mayBeUnknown,
  };
}

/** An expression as SQL over the rows of the context. */
export function compile(node: ASTNode, context: CompileContext): Sql {
  switch (node.op) {
    case 'value':
      return literal(node, context);
    case 'id': {
      const type = context.language.parameters.get(node.args);
      if (type === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
      const value = context.parameters.get(node.args);
      return { text: context.statement.constant(value, type), mayBeUnknown: value === undefined };
    }
    case '.':
      return property(node, node.args[0], node.args[1], context);
    case 'call':
      return call(node, context);
    case 'rcall':
      return method(node, context);
    case '&&':
      return joined(
        node.args.map((part) => compile(part, context)),
        'AND',
      );
    case '||':
      return joined(
        node.args.map((part) => compile(part, context)),
        'OR',
      );
    case '!_':
      return joined([{ text: 'NOT', mayBeUnknown: false }, compile(node.args, context)], '');
    case '-_':
      return joined([{ text: '-', mayBeUnknown: false }, compile(node.args, context)], '');
    case '?:':
      return conditional(node, context);
    case 'in':
      return membership(node, context);
    case 'list':
    case 'map':
      throw new NotCompilable(node, 'lists stand on the right of in, or as an argument of a fact');
    default:
      return binary(node, childrenOf(node), context);
  }
}
