/** A draft of a rule or of parameters, read against the pack in force. */
import { TypeError as CelTypeError, ParseError } from '@marcbachmann/cel-js';
import type { Day } from '../../../kernel/day.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import { didYouMean } from '../../../kernel/nearest.ts';
import type { WrittenParameter } from '../book/released-version.ts';
import { versionEverywhere } from '../book/versions.ts';
import type { Expression, Language } from '../expression/language.ts';
import { celProblem } from '../pack/cel-problem.ts';
import { feedsOf } from '../pack/dependencies.ts';
import type { Pack } from '../pack/pack.ts';
import { parameterValuesOn } from '../pack/parameters.ts';
import { readValue } from '../pack/written-value.ts';
import type { Rule } from '../rule.ts';
import { NotCompilable } from '../sql/context.ts';
import type { Judgement } from '../sql/judgement.ts';
import type { ParameterValue } from '../sql/statement.ts';
import { verdictStatement } from '../sql/verdict-statement.ts';

/** What is tried; what is absent is as in force. */
export interface RuleDraft {
  readonly id: string;
  readonly expression?: string | null;
  readonly parameters?: readonly WrittenParameter[] | null;
  /** Pilot streets; absent or empty: everywhere. */
  readonly streets?: readonly string[] | null;
}

/** The rule as it would be, and by which parameters. */
export interface DraftedRule {
  /** As in force outside of pilots; null: there is no such rule yet. */
  readonly present: Rule | null;
  readonly draft: Pick<Rule, 'id' | 'expression' | 'feeds'>;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
}

/** Characters of an expression. */
const LONGEST = 8_000;

function refuse(input: string, expected: string): never {
  throw new WanjiaError('BAD_USER_INPUT', { input, expected });
}

/** `rule.expression, line 2, column 7` */
function placeIn(source: string, offset: number): string {
  const before = source.slice(0, offset).split('\n');
  return `rule.expression, line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

function expressionOf(source: string, language: Language): Expression {
  try {
    const parsed = language.parse(source, 'household');
    return parsed.type === 'bool' ? parsed : refuse('rule.expression', `a condition; this is of type ${parsed.type}`);
  } catch (error) {
    if (!(error instanceof ParseError || error instanceof CelTypeError)) throw error;
    const { message, offset } = celProblem(error, language);
    return refuse(placeIn(source, offset), message);
  }
}

/** Refuses what parses and cannot be said in SQL. */
function proveCompilable(rule: DraftedRule['draft'], language: Language, day: Day): void {
  const parameters = new Map([...language.parameters].map(([id, type]) => [id, type === 'int' ? 0n : undefined]));
  const judgement: Judgement = {
    ...{ day, language, parameters, division: '', reach: 'all' },
    isCurrent: () => true,
    asOf: () => null,
  };
  try {
    verdictStatement([{ rule, judgement }], judgement);
  } catch (error) {
    if (!(error instanceof NotCompilable)) throw error;
    refuse(placeIn(rule.expression.source, error.range.start), error.message);
  }
}

/** Reads a draft; BAD_USER_INPUT says where it is wrong and what was meant. */
export function readDraft(input: RuleDraft, pack: Pack, day: Day): DraftedRule {
  const { language } = pack;
  if ((input.expression ?? '').length > LONGEST) refuse('rule.expression', `at most ${LONGEST} characters`);
  const present = versionEverywhere(pack.rules, input.id, day);
  const known = [...new Set(pack.rules.map(({ id }) => id))];
  if (present === null && !input.expression)
    refuse('rule.id', `a rule in force on the day${didYouMean(input.id, known)}, or an expression`);
  const expression = input.expression ? expressionOf(input.expression, language) : (present as Rule).expression;
  const draft = { id: input.id, expression, feeds: feedsOf(expression, language) };
  proveCompilable(draft, language, day);
  const parameters = new Map([...parameterValuesOn(pack.parameters, day), ...(present?.own ?? [])]);
  for (const parameter of input.parameters ?? []) parameters.set(parameter.name, readValue(parameter, language));
  return { present, draft, parameters };
}
