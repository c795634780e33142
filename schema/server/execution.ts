/**
 * Executes an operation as one clearance sees the schema: interpreted at first, compiled to a function once it has
 * come back often enough to be worth it. Both give the same answer; compiled, a profile costs about half.
 */
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Clearance } from '../../src/modules/access/index.ts';
import type { RequestContext } from '../context.ts';
import { createClearedSchemas } from '../permissions/cleared-schema.ts';
import { netSchema } from '../permissions/net.ts';
import type { OperationReport } from '../permissions/operation.ts';
import { hasConditions, variablesOf } from '../permissions/selection.ts';

export interface OperationRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

type Answer = ExecutionResult | Promise<ExecutionResult>;

export type Execution = (request: OperationRequest, report: OperationReport) => Answer;

/** What the Prisma plugin reads ahead of an operation, it finds again only under the reference implementation. */
function readsModels(schema: GraphQLSchema, { types }: OperationReport): boolean {
  return [...types].some((name) => schema.getType(name)?.extensions.pothosPrismaModel !== undefined);
}

/** Of fields that merge, the compiler keeps what @skip or @include leaves out of one of them. */
function isCompilable(schema: GraphQLSchema, document: DocumentNode, report: OperationReport): boolean {
  return !hasConditions(document) && !readsModels(schema, report);
}

/** Compiling costs as much as some dozens of readings; a document that comes once is not compiled. */
const COMPILED_AT_USE = 16;

interface Known {
  /** Counted down to the use that compiles. */
  remaining: number;
  run(request: OperationRequest): Answer;
}

function interpret(schema: GraphQLSchema, { document, operationName, variables, context }: OperationRequest): Answer {
  return execute({ schema, document, contextValue: context, variableValues: variables, operationName });
}

/** The compiler's errors lack what the reference implementation's have. */
function asReferenceError(error: GraphQLError, { document }: OperationRequest): GraphQLError {
  const { message, path, originalError } = error;
  const source = document.loc?.source;
  const lines = source?.body.split('\n') ?? [];
  const positions = error.locations?.map(
    ({ line, column }) => lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1,
  );
  return new GraphQLError(message, { path, originalError, source, positions });
}

function compile(schema: GraphQLSchema, { document, operation, operationName }: OperationRequest): Known['run'] {
  const made = compileQuery(schema, document, operationName ?? undefined);
  if (!isCompiledQuery(made)) return (request) => interpret(schema, request);
  return async (request) => {
    const { context, variables } = request;
    // Variables that do not fit are refused in the reference implementation's words.
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (errors !== undefined) return interpret(schema, request);
    // The compiler would miss a required variable that has a default.
    const answer = await made.query(undefined, context, { ...variablesOf(operation, variables) });
    if (answer.errors === undefined) return answer;
    return { ...answer, errors: answer.errors.map((error) => asReferenceError(error, request)) };
  };
}

/** Execution over cleared schemas; what is known of an operation lives as long as its parsed document. */
export function createClearedExecution(schema: GraphQLSchema, compiledAtUse = COMPILED_AT_USE): Execution {
  const cleared = createClearedSchemas(schema);
  const kept = new WeakMap<OperationDefinitionNode, WeakMap<Clearance, Known>>();
  const known = (visible: GraphQLSchema, request: OperationRequest, report: OperationReport): Known => {
    const { document, operation, context } = request;
    const byClearance = kept.get(operation) ?? new WeakMap<Clearance, Known>();
    kept.set(operation, byClearance);
    const held = byClearance.get(context.clearance) ?? {
      remaining: isCompilable(schema, document, report) ? compiledAtUse : Number.POSITIVE_INFINITY,
      run: (request) => interpret(visible, request),
    };
    byClearance.set(context.clearance, held);
    return held;
  };
  return (request, report) => {
    const visible = cleared(request.context.clearance);
    const held = known(visible, request, report);
    held.remaining -= 1;
    if (held.remaining === 0) held.run = compile(visible, request);
    return held.run(request);
  };
}

/** Execution over the net: every field is decided when it is resolved. For comparison. */
export function createNettedExecution(schema: GraphQLSchema): Execution {
  const netted = netSchema(schema);
  return (request) => interpret(netted, request);
}
