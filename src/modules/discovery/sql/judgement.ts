/** What rules are judged by. */
import type { RecordType } from '../../../kernel/agency.ts';
import type { Day } from '../../../kernel/day.ts';
import type { FeedCheck } from '../catalogue/fact.ts';
import type { Language } from '../expression/language.ts';
import { compile } from './compile.ts';
import type { CompileContext, PersonAggregates } from './context.ts';
import type { ParameterValue, Statement } from './statement.ts';

export interface Judgement {
  readonly day: Day;
  readonly isCurrent: FeedCheck;
  /** The newest day a feed's data speak of. */
  readonly asOf: (feeds: readonly RecordType[]) => Day | null;
  readonly language: Language;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** Households of streets whose code begins so. */
  readonly division: string;
  /** `marked`: the households of the session's table `judging`, each looked up; `all`: one pass over the facts. */
  readonly reach: 'marked' | 'all';
}

export interface SqlText {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Facts of the household under `h`, aggregates over its persons as given. */
export function contextOf(
  statement: Statement,
  { language, parameters }: Pick<Judgement, 'language' | 'parameters'>,
  persons: PersonAggregates,
): CompileContext {
  return { statement, language, parameters, household: 'h', columns: new Map(), members: new Map(), persons, compile };
}
