/** Compiles a query to a function that writes the JSON of its answer, where nothing in it fails. */
import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from '../server/limits.ts';
import type { OperationRequest } from '../server/operation-request.ts';
import { compileFields, Unwritable, type Writing } from './write-selection.ts';

export type OperationWriter = (request: OperationRequest) => Promise<string>;

function writingOf(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode) {
  return ({ context, variables }: OperationRequest): Writing => {
    const { coerced } = getVariableValues(schema, variableDefinitions, variables);
    if (coerced === undefined) throw new Error('variables that do not fit');
    return { context, variables: coerced, given: new Map() };
  };
}

/** Root fields may wait, all at once; nothing below them does. Throws Unwritable for what can only be executed. */
export function compileOperation(schema: GraphQLSchema, { document, operation }: OperationRequest): OperationWriter {
  const root = schema.getQueryType();
  if (operation.operation !== 'query' || root == null) throw new Unwritable('only queries are written');
  const fields = compileFields(root, [operation.selectionSet], { schema, fragments: fragmentsOf(document) });
  const writing = writingOf(schema, operation);
  return async (request) => {
    const given = writing(request);
    const values = await Promise.all(fields.map(async ({ resolve }) => resolve(undefined, given)));
    return `{${fields.map(({ key, write }, place) => key + write(values[place], given)).join()}}`;
  };
}
