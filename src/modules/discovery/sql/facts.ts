/** Facts of the catalogue as SQL; NULL while a feed they rest on is out of date. */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Day } from '../../../kernel/day.ts';
import { ALERT_FACTS } from '../catalogue/alert-facts.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Constant, FeedCheck, HouseholdFact, HouseholdScope, MemberFact } from '../catalogue/fact.ts';
import { isLivingMember } from '../catalogue/household-facts.ts';
import { type CompileContext, known, NotCompilable, read, type Sql, UNDEFINED_CALL } from './context.ts';
import { type Counting, unknownOf } from './statement.ts';

/** Constant arguments of a fact: literals, lists of them, parameters; undefined where none is in force. */
export function constantOf(node: ASTNode, context: CompileContext): Constant | undefined {
  if (node.op === 'value' && (typeof node.args === 'string' || typeof node.args === 'bigint'))
    return typeof node.args === 'bigint' ? Number(node.args) : node.args;
  if (node.op === 'list') return node.args.map((item) => String(constantOf(item, context)));
  if (node.op === 'id' && context.language.parameters.get(node.args) === 'int') {
    const value = context.parameters.get(node.args);
    return value === undefined ? undefined : Number(value);
  }
  throw new NotCompilable(node, 'arguments of facts are constants: a literal, a list of literals or a parameter');
}

/** A whole number that is known before any row is read; undefined where it is not. */
export function wholeNumberOf(node: ASTNode, context: CompileContext): number | undefined {
  if (node.op === 'value') return typeof node.args === 'bigint' ? Number(node.args) : undefined;
  if (node.op === '-_') {
    const value = wholeNumberOf(node.args, context);
    return value === undefined ? undefined : -value;
  }
  const value = node.op === 'id' ? context.parameters.get(node.args) : undefined;
  return typeof value === 'bigint' ? Number(value) : undefined;
}

export function memberAlias(node: ASTNode, context: CompileContext): string {
  const alias = node.op === 'id' ? context.members.get(node.args) : undefined;
  if (alias === undefined) throw new NotCompilable(node, 'facts of a person are asked of a named member, as in m.age');
  return alias;
}

type Arguments = readonly (Constant | undefined)[];

function areKnown(args: Arguments): args is readonly Constant[] {
  return !args.includes(undefined);
}

/** On which dates a count of days turns what is made of it. */
function countingOf(
  { countedFrom }: MemberFact | HouseholdFact,
  args: readonly Constant[],
  { count, statement }: CompileContext,
): Counting {
  if (countedFrom === undefined || count === 'untimed') return { dates: [] };
  return { dates: count === undefined ? null : countedFrom(statement.on, count.bound, args) };
}

/** A number of days since a stored date, as in `m.daysSinceDeath`. */
export function isCountOfDays(node: ASTNode, { members }: CompileContext): boolean {
  const [receiver, name] = node.op === '.' ? node.args : node.op === 'rcall' ? [node.args[1], node.args[0]] : [];
  if (receiver?.op !== 'id' || name === undefined) return false;
  const facts = members.has(receiver.args) ? CATALOGUE.member : CATALOGUE.household;
  return facts.get(name)?.countedFrom !== undefined;
}

/** The household itself, whose facts and conditions are asked as of a member. */
export function isHousehold(node: ASTNode): boolean {
  return node.op === 'id' && node.args === 'household';
}

export function memberFact(node: ASTNode, alias: string, name: string, args: Arguments, context: CompileContext): Sql {
  const fact = CATALOGUE.member.get(name);
  if (fact === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  if (!context.statement.isCurrent(fact.feeds) || !areKnown(args))
    return { text: unknownOf(fact.type), mayBeUnknown: true };
  const counting = countingOf(fact, args, context);
  const text = read(context, { alias, counting }, (row) => fact.sql(row, context.statement, args));
  return { text, mayBeUnknown: fact.mayBeUnknown === true };
}

/** The scope of a household fact: sums over the members are computed with the other aggregates over them. */
class HouseholdSums implements HouseholdScope {
  isUsed = false;
  private readonly context: CompileContext;

  constructor(context: CompileContext) {
    this.context = context;
  }

  get day(): string {
    return this.context.statement.day;
  }

  get on(): Day {
    return this.context.statement.on;
  }

  get isCurrent(): FeedCheck {
    return this.context.statement.isCurrent;
  }

  parameter(value: unknown, type: string): string {
    return this.context.statement.parameter(value, type);
  }

  sumOverMembers(term: (row: string) => string): string {
    this.isUsed = true;
    const { persons, statement } = this.context;
    const value = read(this.context, persons, term);
    const isMember = read(this.context, persons, (row) => isLivingMember(row, statement));
    return persons.add(`sum(${value}) FILTER (WHERE ${isMember})`);
  }
}

export function householdFact(node: ASTNode, name: string, args: Arguments, context: CompileContext): Sql {
  const fact = CATALOGUE.household.get(name);
  if (fact === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  const { statement, household } = context;
  if (!statement.isCurrent(fact.feeds) || !areKnown(args)) return { text: unknownOf(fact.type), mayBeUnknown: true };
  const counting = countingOf(fact, args, context);
  const summing = new HouseholdSums(context);
  const summed = fact.sql(household, summing, args);
  // A sum over members is no part of the stored row.
  const text = summing.isUsed
    ? `(${summed})`
    : read(context, { alias: household, counting }, (row) => fact.sql(row, summing, args));
  if (summing.isUsed) statement.note(summed);
  return { text, mayBeUnknown: fact.mayBeUnknown === true };
}

function calendarFact(node: ASTNode, name: string, { statement }: CompileContext): Sql {
  const fact = CATALOGUE.calendar.get(name);
  if (fact === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  return known(statement.parameter(String(fact.value(statement.on)), fact.type === 'int' ? 'bigint' : 'text'));
}

function alertFact(node: ASTNode, name: string, { alert }: CompileContext): Sql {
  const fact = ALERT_FACTS.get(name);
  if (fact === undefined || alert === undefined) throw new NotCompilable(node, UNDEFINED_CALL);
  return { text: `(${fact.sql(alert.row, alert.now)})`, mayBeUnknown: fact.mayBeUnknown === true };
}

/** `m.age`, `household.registeredClass`, `calendar.term`. */
export function property(node: ASTNode, receiver: ASTNode, name: string, context: CompileContext): Sql {
  if (receiver.op !== 'id') throw new NotCompilable(node, UNDEFINED_CALL);
  if (receiver.args === 'alert') return alertFact(node, name, context);
  if (context.members.has(receiver.args)) return memberFact(node, memberAlias(receiver, context), name, [], context);
  return receiver.args === 'calendar' ? calendarFact(node, name, context) : householdFact(node, name, [], context);
}
