/**
 * Hive Gateway's planner and executor over the composed supergraph, without its HTTP server and the hooks around each
 * subgraph: what comes here was parsed and found valid already, and goes out the one way there is.
 */
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { buildASTSchema, type DocumentNode, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import type { SubgraphRequest } from './hub.ts';

export interface PlannedRequest {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Asks a subgraph its part: each once, however many objects in however many places of the operation. */
export type AskSubgraph<Context> = (
  subgraph: string,
  request: SubgraphRequest & { readonly context: Context },
) => Promise<ExecutionResult>;

export interface PlanExecutor<Context> {
  /** The graph as its callers know it. */
  readonly schema: GraphQLSchema;
  execute(request: PlannedRequest, context: Context): Promise<ExecutionResult>;
}

/** Loads a supergraph by its text. */
export async function createPlanExecutor<Context>(
  supergraph: string,
  ask: AskSubgraph<Context>,
): Promise<PlanExecutor<Context>> {
  const { unifiedGraph: schema, executor } = await unifiedGraphHandler({
    unifiedGraph: buildASTSchema(parse(supergraph), { assumeValid: true, assumeValidSDL: true }),
    getUnifiedGraphSDL: () => supergraph,
    // Executors are typed by what their caller expects; what comes back was checked.
    onSubgraphExecute: (subgraph, request) => ask(subgraph, request as never) as never,
  });
  if (executor === undefined) throw new Error('the planner has no executor');
  return {
    schema,
    execute: async ({ document, variables }, context) =>
      (await executor({ document, variables, context: context as never })) as ExecutionResult,
  };
}
