/** What rules are judged by. */
import type { RecordType } from '../../../kernel/agency.ts';
import type { Day } from '../../../kernel/day.ts';
import type { FeedCheck } from '../catalogue/fact.ts';
import type { Language } from '../expression/language.ts';
import { compile } from './compile.ts';
import type { CompileContext, PersonAggregates } from './context.ts';
import type { AskedFact, ParameterValue, Statement } from './statement.ts';

export interface Judgement {
  readonly day: Day;
  readonly isCurrent: FeedCheck;
  /** The newest day a feed's data speak of. */
  readonly asOf: (feeds: readonly RecordType[]) => Day | null;
  readonly language: Language;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** Households of streets whose code begins so. */
  readonly division: string;
  /** The streets among them that are judged; absent: all. */
  readonly streets?: StreetReach;
  /** `marked`: the households of the session's table `judging`, each looked up; `all`: one pass over the facts. */
  readonly reach: 'marked' | 'all';
}

/** Streets that a version of a rule judges. */
export interface StreetReach {
  /** null: every street. */
  readonly only: readonly string[] | null;
  /** Streets of these that another version judges. */
  readonly except: readonly string[];
}

export interface SqlText {
  readonly text: string;
  readonly values: readonly unknown[];
  /** What was asked of stored rows. */
  readonly asked: readonly AskedFact[];
}

/** Facts of the household under `h`, aggregates over its persons as given. */
export function contextOf(
  statement: Statement,
  { language, parameters }: Pick<Judgement, 'language' | 'parameters'>,
  persons: PersonAggregates,
): CompileContext {
  return { statement, language, parameters, household: 'h', columns: new Map(), members: new Map(), persons, compile };
}
