/** Compiles a query to a function that writes the JSON of its answer, where nothing in it fails. */
import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import { fragmentsOf } from '../server/limits.ts';
import type { OperationRequest } from '../server/operation-request.ts';
import { JsonText } from './json-text.ts';
import { compileFields } from './write-selection.ts';
import { put, Unwritable, type Writing } from './writing.ts';

export type OperationWriter = (request: OperationRequest) => Promise<JsonText>;

function writingOf(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode, out: JsonBytes) {
  return ({ context, variables }: OperationRequest): Writing => {
    const { coerced } = getVariableValues(schema, variableDefinitions, variables);
    if (coerced === undefined) throw new Error('variables that do not fit');
    return { context, out, variables: coerced, given: new Map() };
  };
}

/**
 * Root fields may wait, all at once; nothing below them does, so that many operations write into one `out`. Throws
 * Unwritable for what can only be executed.
 */
export function compileOperation(
  schema: GraphQLSchema,
  { document, operation }: OperationRequest,
  out: JsonBytes,
): OperationWriter {
  const root = schema.getQueryType();
  if (operation.operation !== 'query' || root == null) throw new Unwritable('only queries are written');
  const fields = compileFields(root, [operation.selectionSet], { schema, fragments: fragmentsOf(document) });
  if (fields.length === 0) throw new Unwritable('nothing is selected');
  const writing = writingOf(schema, operation, out);
  return async (request) => {
    const given = writing(request);
    const values = await Promise.all(fields.map(async ({ resolve }) => resolve(undefined, given)));
    out.rewind(0);
    fields.forEach(({ key, write }, place) => {
      put(key, out);
      write(values[place], given);
    });
    out.text('}');
    return new JsonText(out.take());
  };
}
