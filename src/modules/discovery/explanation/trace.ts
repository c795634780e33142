/** Why a rule says what it says of one household: every condition with its word and the values it compared. */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import type { RecordType } from '../../../kernel/agency.ts';
import type { Expression } from '../expression/language.ts';
import { Money } from '../expression/money.ts';
import type { HouseholdSubject } from '../expression/subjects.ts';
import { factsOf, feedsBehind, type NamedFact } from '../pack/dependencies.ts';
import type { Figure } from '../reading/figure.ts';
import { figureIds, type ReadingWords, readingOf } from '../reading/reading.ts';
import { type AskedPerson, evaluatedAt, namedAt, type Place, parseAt, personsOfList } from './place.ts';
import { type UnknownFact, unknownFacts } from './unknown-facts.ts';

export type Truth = 'TRUE' | 'FALSE' | 'UNKNOWN';

/** One condition. Those above say how their parts join; the lowest compare. */
export interface TraceStep {
  /** As the rule writes it. */
  readonly text: string;
  /** The same in the field's words, with the values of its figures. */
  readonly reading: string;
  /** The figures it names itself. */
  readonly figures: readonly Figure[];
  readonly result: Truth;
  /** Of whom it is asked; null: of the household. */
  readonly personId: number | null;
  /** What it rests on. */
  readonly sources: readonly RecordType[];
  readonly facts: readonly NamedFact[];
  /** Somebody whom the condition is not asked of: it decides nothing, and stands here because its absence would tell. */
  readonly moot: boolean;
  /** Facts that decide of whom it is asked. */
  readonly askedBy: readonly NamedFact[];
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

/** A person of a list: where it is narrowed, whether they are in it and the condition, as the quantifier takes the two. */
function ofPerson({ asked: { node, place }, inside }: AskedPerson, all: boolean): TraceStep {
  const asked = trace(node, place);
  if (inside === null) return asked;
  const within = trace(inside.node, inside.place);
  const beside: Truth = all ? 'TRUE' : 'FALSE';
  const moot = within.result === 'FALSE';
  const undecided = within.result === 'UNKNOWN' && asked.result !== beside ? 'UNKNOWN' : asked.result;
  const facts = [
    ...new Map([...within.facts, ...asked.facts].map((fact) => [`${fact.kind} ${fact.name}`, fact])).values(),
  ];
  return {
    text: `${within.text} ? ${asked.text} : ${all}`,
    reading: `${within.reading}时:${asked.reading}`,
    figures: [],
    result: moot ? beside : undecided,
    personId: asked.personId,
    sources: feedsBehind(facts),
    ...{ facts, moot: false, askedBy: [], compared: null },
    parts: [within, { ...asked, moot, askedBy: within.facts }],
    unknown: [...within.unknown, ...(moot ? [] : asked.unknown)],
  };
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
        ? personsOfList(node, place).map((person) => ofPerson(person, node.args[0] === 'all'))
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
  const facts = factsOf(expression, place.language);
  const result = truthOf(evaluatedAt(expression, place));
  return {
    text: serialize(node),
    reading: readingOf(node, place.words),
    figures: figureIds(node, place.language).flatMap((id) => place.words.figures(id) ?? []),
    result,
    unknown: result === 'UNKNOWN' ? [...unknownFacts(node, place)] : [],
    personId: place.personId,
    sources: feedsBehind(facts),
    ...{ facts, moot: false, askedBy: [] },
    compared: comparedIn(node, place),
    parts: partsOf(node, place),
  };
}

/** The trace of a whole condition over the household. */
export function traceOf(expression: Expression, household: HouseholdSubject, words: ReadingWords): TraceStep {
  return trace(expression.ast, { language: words.language, words, household, members: {}, personId: null });
}

/** The lowest conditions of a trace that anything turns on; their facts include those that decide whether it does. */
export function* leavesOf(step: TraceStep, above: readonly NamedFact[] = []): Generator<TraceStep> {
  if (step.moot) return;
  const askedBy = [...above, ...step.askedBy];
  if (step.parts.length === 0) yield { ...step, facts: [...step.facts, ...askedBy] };
  else for (const part of step.parts) yield* leavesOf(part, askedBy);
}
