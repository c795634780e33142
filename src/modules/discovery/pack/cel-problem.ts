/** Errors of expressions in words a policy author understands, with what was meant. */
import type { ASTNode, TypeError as CelTypeError, ParseError } from '@marcbachmann/cel-js';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Language } from '../expression/language.ts';
import { nodesOf } from '../expression/walk.ts';
import { didYouMean } from '../nearest.ts';

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
];
const ROOTS = ['household', 'calendar', 'member'];
const MISSING = /^(?:No such key|Unknown variable): (\w+)/;
const CALLED = /^found no matching overload for '(?:[\w<>]+\.)?(\w+)\(/;

/** What a parse or type error says; `language` is null while it is being built. */
export function celProblem(error: ParseError | CelTypeError, source: string, language: Language | null): CelProblem {
  const offset = error.range?.start ?? 0;
  const word = MISSING.exec(error.summary)?.[1];
  if (word !== undefined) {
    const field = error.code === 'no_such_key';
    const names = field ? FIELD_NAMES : [...ROOTS, ...(language?.parameters.keys() ?? [])];
    const kind = field ? 'is not a fact of the catalogue' : 'is neither a parameter nor a variable here';
    return { message: `'${word}' ${kind}${didYouMean(word, names)}`, offset };
  }
  const called = CALLED.exec(error.summary)?.[1];
  if (called !== undefined && language?.hasFunction(called) === false)
    return { message: unknownFunction(called, language), offset: Math.max(0, source.indexOf(`${called}(`)) };
  return { message: error.summary, offset };
}

function unknownFunction(name: string, language: Language): string {
  return `'${name}' is not a function of the rule language${didYouMean(name, language.functionNames)}`;
}

/** The first function a parsed but untyped expression calls that the language lacks. */
export function unknownFunctionIn(ast: ASTNode, language: Language): CelProblem | null {
  for (const node of nodesOf(ast)) {
    if (node.op !== 'call' && node.op !== 'rcall') continue;
    const [name] = node.args;
    if (!language.hasFunction(name)) return { message: unknownFunction(name, language), offset: node.pos };
  }
  return null;
}
