/**
 * A subscription as a stream of answers. Access is decided when it is opened and anew for every event: a token that
 * ended or was revoked ends the stream, a grant or consent that is gone thins it. Subscribers that may see the same
 * share the reading of an event; each has its own row in the disclosure log.
 */
import type { IncomingHttpHeaders } from 'node:http';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import {
  type ChangeFollower,
  type FeedPlace,
  type FeedState,
  SUBSCRIPTIONS,
  type SubscriptionName,
  scopePatterns,
} from '../../src/modules/delivery/index.ts';
import type { RequestContext } from '../context.ts';
import { createClearedSchemas } from '../permissions/cleared-schema.ts';
import { refusedAttempt } from '../permissions/disclosing.ts';
import { argumentCheck } from '../permissions/inputs.ts';
import { createOperationStudy } from '../permissions/operation.ts';
import { selectFields } from '../permissions/selection.ts';
import { type ContextParts, createRequestContext, type RequestIdentity } from '../request-context.ts';
import { type AuthenticateParts, authenticate } from '../server/authenticate.ts';
import { createExecutor } from '../server/executor.ts';

/** An idle stream's token is looked at again after so long. */
const IDLE_MS = 10_000;
/** Events whose reading is kept for those who are a little behind. */
const EVENTS_KEPT = 64;

export interface StreamRequest {
  readonly headers: IncomingHttpHeaders;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Answers until it is closed; ends with an answer that holds one error where the hub ends it. */
export type AnswerStream = AsyncGenerator<ExecutionResult, void, void>;

export interface Streams {
  /** Throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, TOO_MANY_SUBSCRIPTIONS, or what is wrong with the cursor. */
  open(request: StreamRequest): Promise<AnswerStream>;
  /** Ends every stream. */
  close(): void;
}

export interface StreamParts extends ContextParts, Omit<AuthenticateParts, 'graph'> {
  readonly schema: GraphQLSchema;
  /** Streams that may be open in this process. */
  readonly streamsAtMost: number;
}

/** One reading of an event for all who may see the same of it. */
interface SharedReading {
  readonly context: RequestContext;
  result?: Promise<ExecutionResult>;
}

interface Opened {
  readonly request: StreamRequest;
  readonly place: FeedPlace;
  readonly feed: FeedState;
  readonly organisation: string;
}

export function createStreams(parts: StreamParts): Streams {
  const { schema, graph, disclosureLog, streamsAtMost } = parts;
  const cleared = createClearedSchemas(schema);
  const study = createOperationStudy(schema);
  /** Looking again at who listens is not another request of theirs. */
  const again: StreamParts = { ...parts, requests: { admit: () => undefined } };
  const readings = new Map<number, Map<string, SharedReading>>();
  const sharing = new WeakMap<RequestContext, SharedReading>();
  const open = new Set<ChangeFollower>();
  const answer = createExecutor({
    schema,
    disclosureLog,
    execution: ({ document, operationName, variables, context }) => {
      const run = async (): Promise<ExecutionResult> =>
        execute({
          schema: cleared(context.clearance),
          document,
          contextValue: sharing.get(context)?.context ?? context,
          variableValues: variables,
          operationName,
        });
      const reading = sharing.get(context);
      if (reading === undefined) return run();
      reading.result ??= run();
      return reading.result;
    },
  });

  /** What makes two subscribers see the same; who may open households for itself shares with nobody. */
  function groupOf({ caller, purpose, caseId, clearance }: RequestIdentity, request: StreamRequest): string {
    const own = clearance.asks.has('emergency') || clearance.asks.has('second-person') ? caller.subject : '';
    const { after: _unused, ...variables } = request.variables;
    const asked = [request.document.loc?.source.body, request.operation.name?.value, variables];
    return JSON.stringify([clearance.key, purpose, caseId, caller.organisation, caller.divisions, own, asked]);
  }

  /** The context of one subscriber's answer; what was found out of the event it shares with its group. */
  function contextOf(identity: RequestIdentity, event: NonNullable<RequestContext['event']>, request: StreamRequest) {
    const { position } = event.change;
    const groups = readings.get(position) ?? new Map<string, SharedReading>();
    readings.set(position, groups);
    const [oldest] = readings.keys();
    if (readings.size > EVENTS_KEPT && oldest !== undefined) readings.delete(oldest);
    const group = groupOf(identity, request);
    const reading = groups.get(group) ?? { context: createRequestContext(parts, identity, event) };
    groups.set(group, reading);
    const context: RequestContext = { ...reading.context, caller: identity.caller, caseId: identity.caseId };
    sharing.set(context, reading);
    return context;
  }

  async function* answers(follower: ChangeFollower, opened: Opened): AnswerStream {
    const { request, feed, organisation, place } = opened;
    const { document, operation, variables } = request;
    for (;;) {
      const change = await follower.next(IDLE_MS);
      if (change === undefined) return;
      const identity = await authenticate(request.headers, again);
      if (identity.caller.organisation !== organisation)
        throw new WanjiaError('UNAUTHENTICATED', { detail: 'another caller' });
      if (study(document, operation, identity.clearance, variables).denied.length > 0)
        throw new WanjiaError('FORBIDDEN', { what: 'this subscription' });
      if (change === null) continue;
      const cursor = graph.changes.cursorAt(feed, organisation, { position: change.position, since: place.since });
      const context = contextOf(identity, { change, cursor }, request);
      const result = await answer({
        document,
        operation,
        operationName: operation.name?.value ?? null,
        variables,
        context,
      });
      const told = Object.values(result.data ?? {}).some((value) => value !== null);
      if (told || result.errors !== undefined) yield result;
    }
  }

  /** Ends the waiting as soon as nobody wants the next answer, and tells an ending as an answer. */
  function streamOf(follower: ChangeFollower, opened: Opened): AnswerStream {
    const inner = answers(follower, opened);
    const end = (): void => {
      follower.close();
      open.delete(follower);
    };
    let over = false;
    return {
      async next() {
        if (over) return { done: true, value: undefined };
        try {
          const step = await inner.next();
          if (step.done === true) end();
          return step;
        } catch (error) {
          over = true;
          end();
          if (!(error instanceof WanjiaError)) throw error;
          return { done: false, value: { errors: [new GraphQLError(error.message, { originalError: error })] } };
        }
      },
      async return() {
        over = true;
        end();
        return { done: true, value: undefined };
      },
      async throw(error) {
        over = true;
        end();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      async [Symbol.asyncDispose]() {
        over = true;
        end();
      },
    };
  }

  /** The one field of the subscription and what it is given. */
  function fieldOf({ document, operation, variables }: StreamRequest) {
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (coerced.errors !== undefined)
      throw new WanjiaError('BAD_USER_INPUT', { input: 'variables', expected: 'what the operation declares' });
    const root = schema.getSubscriptionType();
    const fields = root?.getFields() ?? {};
    const [coordinate = ''] = [
      ...selectFields(schema, { document, operation, variables: null }, () => false).fields.keys(),
    ].filter((name) => name.startsWith(`${root?.name}.`));
    const field = fields[coordinate.split('.')[1] ?? ''];
    const node = operation.selectionSet.selections.find((selection) => selection.kind === 'Field');
    const type = field && SUBSCRIPTIONS[field.name as SubscriptionName]?.follows;
    if (field === undefined || node === undefined || type === undefined || node.name.value !== field.name)
      throw new WanjiaError('BAD_USER_INPUT', { input: 'query', expected: 'one subscription, selected directly' });
    return { field, type, args: getArgumentValues(field, node, coerced.coerced) };
  }

  async function refuse(identity: RequestIdentity, denied: readonly string[]): Promise<never> {
    await disclosureLog.admit().record(refusedAttempt(identity, denied));
    throw new WanjiaError('FORBIDDEN', { what: denied.join(', ') });
  }

  return {
    async open(request) {
      const identity = await authenticate(request.headers, parts);
      if (open.size >= streamsAtMost) throw new WanjiaError('TOO_MANY_SUBSCRIPTIONS', { limit: streamsAtMost });
      const { document, operation, variables } = request;
      const { denied } = study(document, operation, identity.clearance, variables);
      if (denied.length > 0) return refuse(identity, denied);
      const { field, type, args } = fieldOf(request);
      argumentCheck('Subscription', field, identity.clearance)?.(args);
      const { organisation } = identity.caller;
      const after = typeof args.after === 'string' ? args.after : null;
      const { place, feed } = await graph.changes.placeOf(organisation, after);
      const patterns = scopePatterns(identity.caller);
      const follower = await graph.follow({ after: place.position, type, patterns });
      open.add(follower);
      return streamOf(follower, { request, place, feed, organisation });
    },
    close() {
      for (const follower of open) follower.close();
      open.clear();
    },
  };
}
