/** An operation as it is to be executed for one request. */
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../context.ts';

export interface OperationRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}
