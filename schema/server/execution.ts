/**
 * Executes an operation as one clearance sees the schema: interpreted at first, compiled once it has come back often
 * enough to be worth it: a query that can be to a function that writes the JSON of its answer, anything else to one that
 * builds it. All give the same answer.
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
import { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import { createClearedSchemas } from '../permissions/cleared-schema.ts';
import { netSchema } from '../permissions/net.ts';
import type { OperationReport } from '../permissions/operation.ts';
import { hasConditions, variablesOf } from '../permissions/selection.ts';
import type { JsonText } from '../records/json-text.ts';
import { compileOperation, type OperationWriter } from '../records/write-operation.ts';
import { Unwritable } from '../records/writing.ts';
import type { OperationRequest } from './operation-request.ts';

type Answer = ExecutionResult | Promise<ExecutionResult>;

export interface Execution {
  (request: OperationRequest, report: OperationReport): Answer;
  /** The data of the answer, written; null: it is for {@link Execution} itself to answer. Absent: it always is. */
  write?(request: OperationRequest, report: OperationReport): Promise<JsonText | null>;
}

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

interface Written {
  /** Counted down to the use that compiles. */
  remaining: number;
  write: OperationWriter | null;
}

function writerOf(schema: GraphQLSchema, request: OperationRequest, out: JsonBytes): OperationWriter | null {
  try {
    return compileOperation(schema, request, out);
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
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

/** What is known of an operation under a clearance lives as long as its parsed document. */
class KeptByOperation<T> {
  readonly #kept = new WeakMap<OperationDefinitionNode, WeakMap<Clearance, T>>();

  of({ operation, context: { clearance } }: OperationRequest, make: () => T): T {
    const byClearance = this.#kept.get(operation) ?? new WeakMap<Clearance, T>();
    this.#kept.set(operation, byClearance);
    const held = byClearance.get(clearance) ?? make();
    byClearance.set(clearance, held);
    return held;
  }
}

/** Execution over cleared schemas. */
export function createClearedExecution(schema: GraphQLSchema, compiledAtUse = COMPILED_AT_USE): Execution {
  const cleared = createClearedSchemas(schema);
  const [compiled, written] = [new KeptByOperation<Known>(), new KeptByOperation<Written>()];
  const out = new JsonBytes();
  const usesUntil = ({ document }: OperationRequest, report: OperationReport): number =>
    isCompilable(schema, document, report) ? compiledAtUse : Number.POSITIVE_INFINITY;
  const answer = (request: OperationRequest, report: OperationReport): Answer => {
    const visible = cleared(request.context.clearance);
    const held = compiled.of(request, () => ({
      remaining: usesUntil(request, report),
      run: (request) => interpret(visible, request),
    }));
    held.remaining -= 1;
    if (held.remaining === 0) held.run = compile(visible, request);
    return held.run(request);
  };
  const write = async (request: OperationRequest, report: OperationReport): Promise<JsonText | null> => {
    const held = written.of(request, () => ({ remaining: usesUntil(request, report), write: null }));
    held.remaining -= 1;
    if (held.remaining === 0) held.write = writerOf(cleared(request.context.clearance), request, out);
    if (held.write === null) return null;
    try {
      return await held.write(request);
    } catch (error) {
      // A query is asked again of what answers failures; what never can be written is not tried again.
      if (error instanceof Unwritable) held.write = null;
      return null;
    }
  };
  return Object.assign(answer, { write });
}

/** Execution over the net: every field is decided when it is resolved. For comparison. */
export function createNettedExecution(schema: GraphQLSchema): Execution {
  const netted = netSchema(schema);
  return (request) => interpret(netted, request);
}
