/**
 * The language rules are written in: CEL over the fact catalogue, the parameters and the named conditions of the
 * packs. Everything is typed; what the catalogue lacks does not parse.
 */
import { type ASTNode, Environment, EvaluationError, ParseError } from '@marcbachmann/cel-js';
import { ALERT_FACTS } from '../catalogue/alert-facts.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Constant, ValueType } from '../catalogue/fact.ts';
import { AlertSubject } from './alert-subject.ts';
import { Money } from './money.ts';
import { CalendarSubject, HouseholdSubject, MemberSubject, type Variables } from './subjects.ts';
import { nodesOf } from './walk.ts';

/** A named part of rules, as packs define them: `m.isSeverelyDisabled()`, `household.hardships()`. */
export interface Condition {
  readonly id: string;
  /** What it stands on. */
  readonly of: ExpressionScope;
  readonly name: { readonly zh: string };
  readonly expression: string;
}

/** What an expression stands on: the household alone, one of its members as `member`, or an `alert` alone. */
export type ExpressionScope = 'household' | 'member' | 'alert';

/** An expression that parsed and whose types fit. */
export interface Expression {
  readonly source: string;
  readonly ast: ASTNode;
  readonly type: string;
  /** The value; undefined where it is not known. */
  evaluate(variables: Variables): unknown;
}

export interface Language {
  /** Throws cel-js' ParseError or TypeError, with the place in the source. */
  parse(source: string, scope: ExpressionScope): Expression;
  /** A part of an expression over one member under the name it has there. */
  parseWith(variable: string, source: string): Expression;
  /** A part of an expression in which these names are members. */
  parseAmong(variables: readonly string[], source: string): Expression;
  readonly conditions: ReadonlyMap<string, Expression>;
  /** What conditions are called in the field. */
  readonly conditionNames: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, ValueType>;
  /** Functions, macros and methods. */
  readonly functionNames: readonly string[];
}

const UNKNOWN = 'no_such_key';
/** A fact that is not known, and a parameter without a value on the day: names were checked when the rule was read. */
const NOT_KNOWN: readonly string[] = [UNKNOWN, 'unknown_variable'];
const MACROS = ['exists', 'all', 'filter', 'map', 'has'] as const;
const FUNCTIONS = ['size', 'sum', 'min', 'max', 'yuan'] as const;

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new EvaluationError({ code: UNKNOWN, message: `${name} is not known` });
  return value;
}

function fieldsOf(facts: Iterable<{ name: string; type: string; arguments?: unknown }>): Record<string, string> {
  return Object.fromEntries([...facts].filter((f) => f.arguments === undefined).map((f) => [f.name, f.type]));
}

function withTypes(environment: Environment): Environment {
  const lists = [...CATALOGUE.lists.keys()].map((name) => [name, 'list<Member>']);
  return environment
    .registerType('Money', { ctor: Money, fields: {} })
    .registerType('Member', { ctor: MemberSubject, fields: fieldsOf(CATALOGUE.member.values()) })
    .registerType('Household', {
      ctor: HouseholdSubject,
      fields: { ...fieldsOf(CATALOGUE.household.values()), ...Object.fromEntries(lists) },
    })
    .registerType('Alert', { ctor: AlertSubject, fields: fieldsOf(ALERT_FACTS.values()) })
    .registerType('Calendar', { ctor: CalendarSubject, fields: fieldsOf(CATALOGUE.calendar.values()) })
    .registerVariable('household', 'Household')
    .registerVariable('calendar', 'Calendar');
}

function withMoney(environment: Environment): Environment {
  return environment
    .registerOperator('Money + Money: Money', (a: Money, b: Money) => a.plus(b))
    .registerOperator('Money - Money: Money', (a: Money, b: Money) => a.minus(b))
    .registerOperator('double * Money: Money', (a: number, b: Money) => b.times(a))
    .registerOperator('Money * double: Money', (a: Money, b: number) => a.times(b))
    .registerOperator('int * Money: Money', (a: bigint, b: Money) => b.times(a))
    .registerOperator('Money * int: Money', (a: Money, b: bigint) => a.times(b))
    .registerOperator('Money < Money', (a: Money, b: Money) => a.compare(b) < 0)
    .registerOperator('Money <= Money', (a: Money, b: Money) => a.compare(b) <= 0)
    .registerOperator('Money > Money', (a: Money, b: Money) => a.compare(b) > 0)
    .registerOperator('Money >= Money', (a: Money, b: Money) => a.compare(b) >= 0)
    .registerOperator('Money == Money', (a: Money, b: Money) => a.compare(b) === 0)
    .registerFunction('yuan(int): Money', (amount: bigint) => new Money(amount * 100n))
    .registerFunction('max(Money, Money): Money', (a: Money, b: Money) => (a.compare(b) >= 0 ? a : b))
    .registerFunction('min(Money, Money): Money', (a: Money, b: Money) => (a.compare(b) <= 0 ? a : b))
    .registerFunction('list<Money>.sum(): Money', (amounts: readonly Money[]) =>
      amounts.reduce((sum, amount) => sum.plus(amount), Money.ofFen(0)),
    )
    .registerFunction('list<int>.sum(): int', (counts: readonly bigint[]) => counts.reduce((a, b) => a + b, 0n));
}

function constantOf(argument: unknown): Constant {
  return typeof argument === 'bigint' ? Number(argument) : (argument as Constant);
}

/** Facts that take arguments are methods of the member or the household. */
function withMethods(environment: Environment): void {
  const subjects = [
    ['Member', CATALOGUE.member],
    ['Household', CATALOGUE.household],
  ] as const;
  for (const [subject, facts] of subjects)
    for (const { name, type, arguments: parameters } of facts.values()) {
      if (parameters === undefined) continue;
      const signature = `${subject}.${name}(${parameters.map((parameter) => parameter.type).join(', ')}): ${type}`;
      environment.registerFunction(signature, (asked: MemberSubject | HouseholdSubject, ...args: unknown[]) =>
        known(asked.fact(name, args.map(constantOf)), name),
      );
    }
}

/** Code of the ParseError whose summary is the name of a function the language lacks. */
export const UNKNOWN_FUNCTION = 'unknown_function';

/** Before the types are looked at: the variable of a macro that is none would be reported instead. */
function refuseUnknownFunctions(ast: ASTNode, known: readonly string[]): void {
  for (const node of nodesOf(ast)) {
    if (node.op !== 'call' && node.op !== 'rcall') continue;
    const [name] = node.args;
    if (known.includes(name)) continue;
    const start = node.op === 'rcall' ? node.input.indexOf(name, node.args[1].end) : node.start;
    throw new ParseError({ code: UNKNOWN_FUNCTION, message: name, range: { start, end: start + name.length } });
  }
}

function asExpression(environment: Environment, source: string, functions: readonly string[]): Expression {
  const parsed = environment.parse(source);
  refuseUnknownFunctions(parsed.ast, functions);
  const { error, type } = parsed.check();
  if (error !== undefined || type === undefined) throw error;
  return {
    source,
    ast: parsed.ast,
    type,
    evaluate: (variables) => {
      try {
        return parsed(variables);
      } catch (fault) {
        if (fault instanceof EvaluationError && NOT_KNOWN.includes(fault.code)) return undefined;
        throw fault;
      }
    },
  };
}

function memberScope(environment: Environment, variable = 'member'): Environment {
  return environment.clone().registerVariable(variable, 'Member');
}

function scoped(environment: Environment, scope: ExpressionScope): Environment {
  if (scope === 'alert') return environment.clone().registerVariable('alert', 'Alert');
  return scope === 'member' ? memberScope(environment) : environment;
}

function withCondition(environment: Environment, { id, of }: Condition, condition: Expression): Environment {
  if (of === 'household')
    return environment.registerFunction(`Household.${id}(): ${condition.type}`, (household: HouseholdSubject) =>
      known(condition.evaluate(household.variables), id),
    );
  return environment.registerFunction(`Member.${id}(): ${condition.type}`, (member: MemberSubject) =>
    known(condition.evaluate({ ...member.household.variables, member }), id),
  );
}

/** The language for given parameters and conditions. A condition may use those before it. */
export function createLanguage(
  parameters: ReadonlyMap<string, ValueType>,
  definitions: readonly Condition[],
  onError: (condition: Condition, error: unknown, language: Language) => void,
): Language {
  let environment = withMoney(withTypes(new Environment()));
  withMethods(environment);
  for (const [name, type] of parameters) environment.registerVariable(name, type);
  const conditions = new Map<string, Expression>();
  const methods = [...CATALOGUE.member.values(), ...CATALOGUE.household.values()].flatMap((fact) =>
    fact.arguments ? [fact.name] : [],
  );
  const functionNames: string[] = [...MACROS, ...FUNCTIONS, ...methods];
  const language: Language = {
    conditions,
    conditionNames: new Map(definitions.map(({ id, name }) => [id, name.zh])),
    parameters,
    functionNames,
    parse: (source, scope) => asExpression(scoped(environment, scope), source, functionNames),
    parseAmong: (variables, source) =>
      asExpression(
        variables.reduce((scope, variable) => memberScope(scope, variable), environment.clone()),
        source,
        functionNames,
      ),
    parseWith: (variable, source) => asExpression(memberScope(environment, variable), source, functionNames),
  };
  for (const definition of definitions) {
    try {
      const condition = language.parse(definition.expression, definition.of);
      conditions.set(definition.id, condition);
      functionNames.push(definition.id);
      environment = withCondition(environment.clone(), definition, condition);
    } catch (error) {
      onError(definition, error, language);
    }
  }
  return language;
}
