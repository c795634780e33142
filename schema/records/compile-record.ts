/** Compiles a record: a named fragment of a document, written as the answer to a query that selects it would be. */
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import type { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import type { RequestContext } from '../context.ts';
import { fragmentsOf } from '../server/limits.ts';
import { writeObject } from './write-selection.ts';

/** What a record is written for, and where. */
export interface RecordTarget {
  readonly context: RequestContext;
  readonly out: JsonBytes;
}

/** Writes the JSON of a source object. */
export type RecordWriter = (source: unknown, target: RecordTarget) => void;

/** The writer of a fragment, which takes no variables. */
export function compileRecord(
  schema: GraphQLSchema,
  { document, fragment }: { readonly document: DocumentNode; readonly fragment: string },
): RecordWriter {
  const fragments = fragmentsOf(document);
  const found = fragments.get(fragment);
  if (found === undefined) throw new GraphQLError(`the document has no fragment ${fragment}`);
  const write = writeObject(found.typeCondition.name.value, [found.selectionSet], { schema, fragments });
  const none = { variables: {}, given: new Map() };
  return (source, { context, out }) => write(source, { context, out, ...none });
}
