/** What writers of JSON have in common. */
import type { FieldNode, FragmentDefinitionNode, GraphQLSchema } from 'graphql';
import type { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import type { RequestContext } from '../context.ts';

/** What cannot be written, whatever the values: the selection has to be executed. */
export class Unwritable extends Error {}

/** What is written for one request, and where. */
export interface Writing {
  readonly context: RequestContext;
  readonly out: JsonBytes;
  /** As the operation's definitions read them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Arguments that take variables, once they were asked for. */
  readonly given: Map<FieldNode, Readonly<Record<string, unknown>>>;
}

/** Writes the JSON of a value. */
export type Writer = (value: unknown, writing: Writing) => void;

export interface Compiling {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** An object that a resolver answered, if it is there: one that has yet to come cannot be written. */
export function present(value: unknown): object {
  if (typeof value !== 'object' || value instanceof Error) throw new Error('not what was expected here');
  if (typeof (value as { then?: unknown }).then === 'function') throw new Unwritable('a value waits');
  return value as object;
}

/** As JSON. */
export const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
export const NULL = bytesOf(null);

export function put(bytes: Uint8Array, out: JsonBytes): void {
  out.copy(bytes, 0, bytes.length);
}
