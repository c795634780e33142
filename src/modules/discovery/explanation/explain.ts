/** Why this family, why not that one: a rule's word with its trace, the nearest threshold and what is missing. */
import type { Day } from '../../../kernel/day.ts';
import type { FeedStates, HouseholdDocument } from '../../household/index.ts';
import type { FeedCheck } from '../catalogue/fact.ts';
import type { Clue } from '../clue/clue.ts';
import { evaluateRule, feedCheck, type RuleWord } from '../evaluation.ts';
import { HouseholdSubject } from '../expression/subjects.ts';
import type { Pack } from '../pack/pack.ts';
import { figuresOf } from '../reading/figure.ts';
import type { Rule } from '../rule.ts';
import type { ParameterValue } from '../sql/statement.ts';
import { leavesOf, type TraceStep, traceOf } from './trace.ts';
import type { UnknownFact } from './unknown-facts.ts';

/** What is not known and leaves a condition undecided, and whether a late feed or a missing value is why. */
export interface MissingFact extends UnknownFact {
  readonly because: 'FEED' | 'VALUE';
}

export interface Explanation {
  readonly word: RuleWord;
  readonly trace: TraceStep;
  /**
   * Of the numbers that do not reach their threshold and that `open` shows, the one that lacks least; null: there is none.
   * What is not shown is not compared either: it would tell by how much it lacks more or less.
   */
  nearest(open: (step: TraceStep) => boolean): TraceStep | null;
  /** What could not be decided, of the conditions that `open` shows. */
  missing(open: (step: TraceStep) => boolean): readonly MissingFact[];
}

export interface Asked {
  readonly rule: Rule;
  readonly document: HouseholdDocument;
  readonly day: Day;
  readonly feeds: FeedStates;
  readonly clues: readonly Clue[];
  readonly pack: Pick<Pack, 'language' | 'parameters'>;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
}

const ORDERED: readonly string[] = ['<', '<=', '>', '>='];

/** How far a comparison is from turning, as a share of its threshold. */
function distanceOf({ compared }: TraceStep): number {
  if (compared === null || !ORDERED.includes(compared.operator)) return Number.POSITIVE_INFINITY;
  const [left, right] = [Number(compared.left ?? Number.NaN), Number(compared.right ?? Number.NaN)];
  const distance = Math.abs(left - right) / Math.max(Math.abs(right), 1);
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
}

function nearestOf(leaves: readonly TraceStep[]): TraceStep | null {
  const missed = leaves.filter(({ result }) => result === 'FALSE').filter((leaf) => distanceOf(leaf) < Infinity);
  return missed.reduce<TraceStep | null>(
    (nearest, leaf) => (nearest === null || distanceOf(leaf) < distanceOf(nearest) ? leaf : nearest),
    null,
  );
}

/** Each fact once, however many conditions it leaves undecided. */
function missingOf(leaves: readonly TraceStep[], isCurrent: FeedCheck): readonly MissingFact[] {
  const unknown = leaves.filter(({ result }) => result === 'UNKNOWN').flatMap((leaf) => leaf.unknown);
  const each = new Map(unknown.map((fact) => [`${fact.personId} ${fact.text}`, fact]));
  return [...each.values()].map((fact) => ({ ...fact, because: isCurrent(fact.sources) ? 'VALUE' : 'FEED' }));
}

/** Explains a rule's word on one household's document. */
export function explain({ rule, pack, parameters, feeds, ...at }: Asked): Explanation {
  const isCurrent = feedCheck(feeds);
  const household = new HouseholdSubject({ ...at, isCurrent }, Object.fromEntries(parameters));
  const figures = figuresOf(pack, rule, { day: at.day, parameters });
  const trace = traceOf(rule.expression, household, { language: pack.language, figures });
  const leaves = [...leavesOf(trace)];
  return {
    word: evaluateRule(rule, { ...at, feeds }, parameters),
    trace,
    nearest: (open) => nearestOf(leaves.filter(open)),
    missing: (open) => missingOf(leaves.filter(open), isCurrent),
  };
}
