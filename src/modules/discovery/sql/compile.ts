/**
 * An expression as SQL. SQL's three-valued logic is the one CEL's absorbed errors give, as long as nothing turns
 * NULL into FALSE on the way.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { childrenOf } from '../expression/walk.ts';
import { type CompileContext, known, NotCompilable, type Sql, UNDEFINED_CALL, withMember } from './context.ts';
import {
  constantOf,
  householdFact,
  isCountOfDays,
  isHousehold,
  memberAlias,
  memberFact,
  property,
  wholeNumberOf,
} from './facts.ts';
import { quantified, size, sum } from './persons.ts';

function condition(receiver: ASTNode, name: string, context: CompileContext): Sql | null {
  const definition = context.language.conditions.get(name);
  if (definition === undefined) return null;
  if (isHousehold(receiver)) return compile(definition.ast, { ...context, members: new Map() });
  const alias = memberAlias(receiver, context);
  return compile(definition.ast, withMember({ ...context, members: new Map() }, 'member', alias));
}

function method(node: ASTNode & { op: 'rcall' }, context: CompileContext): Sql {
  const [name, receiver, args] = node.args;
  const inner = counting(context, undefined);
  if (name === 'exists' || name === 'all') return quantified(receiver, name, args, inner);
  if (name === 'size') return size(receiver, inner);
  if (name === 'sum') return sum(node, receiver, inner);
  const named = condition(receiver, name, context);
  if (named !== null) return named;
  const constants = args.map((argument) => constantOf(argument, context));
  if (isHousehold(receiver)) return householdFact(node, name, constants, context);
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
  const bounds = args.map((part) => (ORDERED.has(node.op) ? wholeNumberOf(part, context) : undefined));
  const bound = bounds.find((value) => value !== undefined);
  const growTogether = ORDERED.has(node.op) && args.every((part) => isCountOfDays(part, context));
  const count = growTogether ? 'untimed' : bound === undefined ? undefined : { bound };
  return joined(
    args.map((part) => compile(part, counting(context, count))),
    operator,
  );
}

/** Comparisons that a number of days turns when it comes to the other side or passes it. */
const ORDERED: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** What time does not turn stays so in all its parts. */
function counting(context: CompileContext, count: CompileContext['count']): CompileContext {
  return context.count === 'untimed' || context.count === count ? context : { ...context, count };
}

function conditional(node: ASTNode & { op: '?:' }, context: CompileContext): Sql {
  const [condition, ...choices] = node.args;
  const test = compile(condition, counting(context, undefined));
  const [yes, no] = choices.map((part) => compile(part, context)) as [Sql, Sql];
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

/** What hands a number of days on as it is: a fact, a condition by its name, a choice. */
const HANDED_ON: ReadonlySet<string> = new Set(['.', 'rcall', '?:']);

/** An expression as SQL over the rows of the context. */
export function compile(node: ASTNode, outer: CompileContext): Sql {
  const context = HANDED_ON.has(node.op) ? outer : counting(outer, undefined);
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
