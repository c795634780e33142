/** A YAML file that people write, with the place of everything in it, so that an error can say where and what was meant. */
import { isNode, isScalar, LineCounter, type Node, parseDocument, Scalar } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../../kernel/nearest.ts';

/** Something wrong in a file; lines and columns count from one. */
export interface SourceProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Path = readonly PropertyKey[];

export interface SourceFile<T> {
  readonly file: string;
  readonly value: T;
  /** A problem at a key, or at an offset inside the text that stands there. */
  problemAt(path: Path, message: string, offset?: number): SourceProblem;
}

interface Reading {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly node: (path: Path) => Node | null;
}

/** Offset in the file of an offset in a scalar's value; block scalars are indented, and start on their next line. */
function offsetInFile(reading: Reading, node: Scalar, offset: number): number {
  const start = node.range?.[0] ?? 0;
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  if (node.type !== Scalar.BLOCK_LITERAL) return start + offset + (quoted ? 1 : 0);
  const before = String(node.value).slice(0, offset).split('\n');
  let line = reading.text.indexOf('\n', start) + 1;
  const indent = (/^ */.exec(reading.text.slice(line))?.[0] ?? '').length;
  for (let skipped = 1; skipped < before.length; skipped += 1) line = reading.text.indexOf('\n', line) + 1;
  return line + indent + (before.at(-1) ?? '').length;
}

function problemAt(reading: Reading, path: Path, message: string, offset?: number): SourceProblem {
  let node: Node | null = null;
  for (let length = path.length; node === null && length >= 0; length -= 1) node = reading.node(path.slice(0, length));
  const start = node?.range?.[0] ?? 0;
  const place = offset !== undefined && isScalar(node) ? offsetInFile(reading, node, offset) : start;
  const { line, col } = reading.lines.linePos(place);
  return { file: reading.file, line, column: col, message };
}

/** Keys a strict object of the schema knows at a path. */
function keysAt(schema: z.core.JSONSchema.BaseSchema, path: Path): readonly string[] {
  let at: z.core.JSONSchema.BaseSchema | undefined = schema;
  for (const key of path) {
    const step: unknown =
      typeof key === 'number' ? at?.items : (at?.properties?.[String(key)] ?? at?.additionalProperties);
    at = typeof step === 'object' ? (step as z.core.JSONSchema.BaseSchema) : undefined;
  }
  return Object.keys(at?.properties ?? {});
}

function explain(issue: z.core.$ZodIssue, keys: readonly string[], written: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const meant = nearest(key, keys);
    return `'${key}' is not a key here${meant === null ? `; known are ${keys.join(', ')}` : `; did you mean '${meant}'?`}`;
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const meant = nearest(String(written), values);
    return `'${String(written)}' is not one of ${values.join(', ')}${meant === null ? '' : `; did you mean '${meant}'?`}`;
  }
  return issue.message;
}

/** Reads a file against its schema. */
export function readSource<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  jsonSchema: z.core.JSONSchema.BaseSchema,
): SourceFile<T> | readonly SourceProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const node = (path: Path): Node | null => {
    const found = document.getIn(path, true);
    return isNode(found) ? found : path.length === 0 ? document.contents : null;
  };
  const reading: Reading = { file, text, lines, node };
  const at = (path: Path, message: string, offset?: number): SourceProblem => problemAt(reading, path, message, offset);
  if (document.errors.length > 0)
    return document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { file, line, column: col, message: error.message };
    });
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, problemAt: at };
  return parsed.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return at(path, explain(issue, keysAt(jsonSchema, issue.path), document.getIn(issue.path)));
  });
}
