/** What is wrong in the files of a pack. */
import { WanjiaError } from '../../../kernel/errors.ts';
import type { SourceProblem } from '../../../platform/yaml/source-file.ts';

export type PackProblem = SourceProblem;

/** Throws PACK_INVALID with every problem's place. */
export function refusePack(problems: readonly PackProblem[]): never {
  const detail = problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n');
  throw new WanjiaError('PACK_INVALID', { count: problems.length, detail });
}
