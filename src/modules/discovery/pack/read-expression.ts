/** An expression of a pack's file, with what is wrong in it told at its place. */
import { TypeError as CelTypeError, ParseError } from '@marcbachmann/cel-js';
import type { Path, SourceFile } from '../../../platform/yaml/source-file.ts';
import type { Expression, ExpressionScope, Language } from '../expression/language.ts';
import { celProblem } from './cel-problem.ts';
import type { PackProblem } from './source.ts';

/** What is written where, and what it is to be. */
export interface WrittenExpression {
  readonly file: Pick<SourceFile<unknown>, 'problemAt'>;
  readonly path: Path;
  readonly source: string;
  readonly scope: ExpressionScope;
  readonly types: readonly string[];
}

/** The expression; null where it is wrong, with the problem among the others. */
export function readExpression(
  { file, path, source, scope, types }: WrittenExpression,
  language: Language,
  problems: PackProblem[],
): Expression | null {
  try {
    const parsed = language.parse(source, scope);
    if (types.includes(parsed.type)) return parsed;
    problems.push(file.problemAt(path, `this is of type ${parsed.type}, not ${types.join(' or ')}`));
  } catch (error) {
    if (!(error instanceof ParseError || error instanceof CelTypeError)) throw error;
    const { message, offset } = celProblem(error, language);
    problems.push(file.problemAt(path, message, offset));
  }
  return null;
}
