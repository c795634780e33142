/** Why a rule says what it says of one household: every condition with its word and the values it compared. */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import type { RecordType } from '../../../kernel/agency.ts';
import type { Expression, Language } from '../expression/language.ts';
import { Money } from '../expression/money.ts';
import type { HouseholdSubject } from '../expression/subjects.ts';
import { feedsOf } from '../pack/dependencies.ts';
import { askedOfPersons, evaluatedAt, namedAt, type Place, parseAt } from './place.ts';
import { type UnknownFact, unknownFacts } from './unknown-facts.ts';

export type Truth = 'TRUE' | 'FALSE' | 'UNKNOWN';

/** One condition. Those above say how their parts join; the lowest compare. */
export interface TraceStep {
  /** As the rule writes it. */
  readonly text: string;
  readonly result: Truth;
  /** Of whom it is asked; null: of the household. */
  readonly personId: number | null;
  /** What it rests on. */
  readonly sources: readonly RecordType[];
  /** The two sides of a comparison, amounts in yuan; null where not known, or where there is none. */
  readonly compared: { readonly left: string | null; readonly operator: string; readonly right: string | null } | null;
  readonly parts: readonly TraceStep[];
  /** The facts that leave it undecided; none where it is decided. */
  readonly unknown: readonly UnknownFact[];
}

const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>=', 'in'];

function truthOf(value: unknown): Truth {
  return value === true ? 'TRUE' : value === false ? 'FALSE' : 'UNKNOWN';
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return value instanceof Money ? value.toYuan() : String(value);
}

function named(node: ASTNode, place: Place): readonly TraceStep[] {
  const condition = namedAt(node, place);
  return condition?.type === 'bool' ? [trace(condition.node, condition.place)] : [];
}

/** `a && b && c` as its three parts, however it is nested. */
function chainOf(node: ASTNode, operator: '&&' | '||'): readonly ASTNode[] {
  return node.op === operator ? node.args.flatMap((part) => chainOf(part, operator)) : [node];
}

function partsOf(node: ASTNode, place: Place): readonly TraceStep[] {
  switch (node.op) {
    case '&&':
    case '||':
      return chainOf(node, node.op).map((part) => trace(part, place));
    case '!_':
      return [trace(node.args, place)];
    case 'rcall':
      return node.args[0] === 'exists' || node.args[0] === 'all'
        ? askedOfPersons(node, place).map((asked) => trace(asked.node, asked.place))
        : named(node, place);
    default:
      return [];
  }
}

function comparedIn(node: ASTNode, place: Place): TraceStep['compared'] {
  if (!COMPARISONS.includes(node.op)) return null;
  const [left, right] = node.args as [ASTNode, ASTNode];
  const side = (part: ASTNode): string | null =>
    part.op === 'list' ? serialize(part) : textOf(evaluatedAt(parseAt(part, place), place));
  return { left: side(left), operator: node.op, right: side(right) };
}

/** A condition with its word, its values and its parts. */
export function trace(node: ASTNode, place: Place): TraceStep {
  const expression = parseAt(node, place);
  const result = truthOf(evaluatedAt(expression, place));
  return {
    text: serialize(node),
    result,
    unknown: result === 'UNKNOWN' ? [...unknownFacts(node, place)] : [],
    personId: place.personId,
    sources: feedsOf(expression, place.language),
    compared: comparedIn(node, place),
    parts: partsOf(node, place),
  };
}

/** The trace of a whole condition over the household. */
export function traceOf(expression: Expression, household: HouseholdSubject, language: Language): TraceStep {
  return trace(expression.ast, { language, household, members: {}, personId: null });
}

/** The lowest conditions of a trace. */
export function* leavesOf(step: TraceStep): Generator<TraceStep> {
  if (step.parts.length === 0) yield step;
  else for (const part of step.parts) yield* leavesOf(part);
}
