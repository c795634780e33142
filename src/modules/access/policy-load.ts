/** Reads an access policy; whatever is wrong with it names file and line. */
import { readFile } from 'node:fs/promises';
import { closest } from 'fastest-levenshtein';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { WanjiaError } from '../../kernel/errors.ts';
import { withAgencies } from './agency-words.ts';
import { type AccessPolicy, compilePolicy } from './policy.ts';
import { policyFile } from './policy-file.ts';
import { unknownWords } from './policy-words.ts';

type Path = readonly PropertyKey[];

/** The line of the innermost node that the path reaches. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Parses the text of a policy; `file` is for messages. */
export function parsePolicy(text: string, file: string): AccessPolicy {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line;
    throw new WanjiaError('POLICY_UNREADABLE', { file, line, detail: broken.code });
  }
  const parsed = policyFile.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const line = lineOf(document, lines, issue?.path ?? []);
    throw new WanjiaError('POLICY_UNREADABLE', { file, line, detail: `${issue?.path.join('.')}: ${issue?.message}` });
  }
  const policy = withAgencies(parsed.data);
  const [unknown] = unknownWords(policy);
  if (unknown !== undefined) {
    const { kind, word, known } = unknown;
    const line = lineOf(document, lines, unknown.path);
    throw new WanjiaError('POLICY_UNKNOWN_WORD', { file, line, kind, word, nearest: closest(word, [...known]) });
  }
  return compilePolicy(policy, file);
}

/** Reads and compiles the policy of a pack. */
export async function loadPolicy(file: string): Promise<AccessPolicy> {
  return parsePolicy(await readFile(file, 'utf8'), file);
}
