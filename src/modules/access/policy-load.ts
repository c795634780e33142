/** Reads an access policy; whatever is wrong with it is told at its place, all of it together. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { WanjiaError } from '../../kernel/errors.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { readSource, type SourceProblem } from '../../platform/yaml/source-file.ts';
import { pathAsWritten, withAgencies } from './agency-words.ts';
import { type AccessPolicy, compilePolicy } from './policy.ts';
import { contradictions } from './policy-contradictions.ts';
import { policyFile } from './policy-file.ts';
import { unknownClasses, unknownWords } from './policy-words.ts';

const JSON_SCHEMA = z.toJSONSchema(policyFile, { io: 'input' });

/** What stands for several agencies is wrong once. */
function refuse(problems: readonly SourceProblem[]): never {
  const told = new Set(problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`));
  throw new WanjiaError('POLICY_INVALID', { count: told.size, detail: [...told].join('\n') });
}

/**
 * Parses the text of a policy; `file` is for messages. `used` are the data classes of the schema it is for: a class of
 * the policy that is none of them would open nothing, and one that the policy lacks nobody could be granted.
 */
export function parsePolicy(text: string, file: string, used?: ReadonlySet<string>): AccessPolicy {
  const read = readSource(file, text, policyFile, JSON_SCHEMA);
  if (!('value' in read)) return refuse(read);
  const policy = withAgencies(read.value);
  const problemAt = (path: readonly PropertyKey[], message: string): SourceProblem =>
    read.problemAt(pathAsWritten(read.value, path), message);
  const unknown = [...unknownWords(policy), ...(used === undefined ? [] : unknownClasses(policy, used))];
  const problems = unknown.map(({ path, kind, word, known }) =>
    problemAt(path, `there is no ${kind} '${word}'${didYouMean(word, known)}`),
  );
  if (problems.length > 0) return refuse(problems);
  const contrary = contradictions(policy).map(({ path, message }) => problemAt(path, message));
  return contrary.length > 0 ? refuse(contrary) : compilePolicy(policy);
}

/** Reads and compiles the policy of a pack. */
export async function loadPolicy(file: string, used?: ReadonlySet<string>): Promise<AccessPolicy> {
  return parsePolicy(await readFile(file, 'utf8'), file, used);
}
