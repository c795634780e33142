/** Errors of expressions in words a policy author understands, with what was meant. */
import type { TypeError as CelTypeError, ParseError } from '@marcbachmann/cel-js';
import { didYouMean } from '../../../kernel/nearest.ts';
import { ALERT_FACTS } from '../catalogue/alert-facts.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { type Language, UNKNOWN_FUNCTION } from '../expression/language.ts';

export interface CelProblem {
  readonly message: string;
  /** Offset in the expression. */
  readonly offset: number;
}

const FIELD_NAMES = [
  ...CATALOGUE.member.keys(),
  ...CATALOGUE.household.keys(),
  ...CATALOGUE.lists.keys(),
  ...CATALOGUE.calendar.keys(),
  ...ALERT_FACTS.keys(),
];
const ROOTS = ['household', 'calendar', 'member', 'alert'];
const MISSING = /^(?:No such key|Unknown variable): (\w+)/;

/** What a parse or type error says. */
export function celProblem(error: ParseError | CelTypeError, language: Language): CelProblem {
  const offset = error.range?.start ?? 0;
  if (error.code === UNKNOWN_FUNCTION) {
    const meant = didYouMean(error.summary, language.functionNames);
    return { message: `'${error.summary}' is not a function of the rule language${meant}`, offset };
  }
  const word = MISSING.exec(error.summary)?.[1];
  if (word === undefined) return { message: error.summary, offset };
  const field = error.code === 'no_such_key';
  const names = field ? FIELD_NAMES : [...ROOTS, ...language.parameters.keys()];
  const kind = field ? 'is not a fact of the catalogue' : 'is neither a parameter nor a variable here';
  return { message: `'${word}' ${kind}${didYouMean(word, names)}`, offset };
}
