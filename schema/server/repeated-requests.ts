/**
 * Requests that come again. What Apollo Server found out about a request without looking at its variables, it would find
 * out again about the same text, from a caller who may see the same, under the same headers: that it is well-formed and
 * valid, within the limits a text has, and in which form it is answered. That is remembered of requests that were answered
 * without errors, and only the rest is done anew. An answer with errors is for Apollo to give: it gets what was executed.
 */
import type { IncomingMessage } from 'node:http';
import type { HTTPGraphQLResponse } from '@apollo/server';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { RecentMap } from '../../src/kernel/recent-map.ts';
import type { Clearance } from '../../src/modules/access/index.ts';
import { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import type { RequestContext } from '../context.ts';
import { bodyOf } from '../records/json-text.ts';
import { operationCost } from './cost.ts';
import type { OperationLimits } from './limits.ts';
import type { ServerMetrics } from './metrics.ts';
import type { OnceExecutor } from './once-executor.ts';
import type { OperationRequest } from './operation-request.ts';

/** What Apollo's findings rest on. */
interface Text {
  readonly query: string;
  readonly operationName: string | null;
  readonly accept: string | undefined;
  readonly clearance: Clearance;
}

interface Asked extends Text {
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Known extends Text {
  readonly request: Omit<OperationRequest, 'variables' | 'context'>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CompleteAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

export interface RepeatedRequests {
  /** The answer where the request is known and all of it succeeds; null: Apollo answers. */
  answer(request: IncomingMessage, body: unknown, context: RequestContext): Promise<CompleteAnswer | null>;
  /** Remembers what Apollo found out about a request. */
  remember(
    request: IncomingMessage,
    body: unknown,
    context: RequestContext,
    answer: HTTPGraphQLResponse,
  ): Promise<void>;
}

export interface RepeatedRequestParts {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly metrics: ServerMetrics;
  readonly executor: OnceExecutor;
  /** What else rests on the request itself, and is refused by Apollo. */
  refuses?(request: OperationRequest): boolean;
}

/** The oldest leave first; one that is still in use is back with its next answer. */
const KEPT_TEXTS = 500;
const MEMBERS: ReadonlySet<string> = new Set(['query', 'operationName', 'variables']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A plain request for an operation; null: anything that takes more to understand. */
function askedIn({ method, headers }: IncomingMessage, body: unknown, { clearance }: RequestContext): Asked | null {
  if (method !== 'POST' || !isRecord(body) || !Object.keys(body).every((name) => MEMBERS.has(name))) return null;
  const { query, operationName = null, variables } = body;
  if (typeof query !== 'string' || (operationName !== null && typeof operationName !== 'string')) return null;
  if (variables != null && !isRecord(variables)) return null;
  return { query, operationName, accept: headers.accept, clearance, variables: variables ?? {} };
}

const isSame = (one: Text, other: Text): boolean =>
  one.clearance === other.clearance && one.operationName === other.operationName && one.accept === other.accept;

/** What is known, by the text of the document. */
function createKnown() {
  const kept = new RecentMap<string, readonly Known[]>(KEPT_TEXTS);
  return {
    find(asked: Text): Known | undefined {
      return kept.get(asked.query)?.find((known) => isSame(known, asked));
    },
    add(known: Known): void {
      const others = (kept.get(known.query) ?? []).filter((other) => !isSame(other, known));
      kept.set(known.query, [...others.slice(-KEPT_TEXTS), known]);
    },
  };
}

export function createRepeatedRequests(parts: RepeatedRequestParts): RepeatedRequests {
  const { schema, limits, metrics, executor } = parts;
  const kept = createKnown();
  const out = new JsonBytes();

  async function execute(request: OperationRequest): Promise<ExecutionResult | null> {
    if (operationCost(schema, request) > limits.cost || parts.refuses?.(request)) return null;
    // What is thrown is kept with the execution, and thrown again where Apollo asks for it.
    return executor.execute(request).catch(() => null);
  }

  return {
    async answer(request, body, context) {
      const began = performance.now();
      const asked = askedIn(request, body, context);
      const known = asked === null ? undefined : kept.find(asked);
      if (asked === null || known === undefined) return null;
      const result = await execute({ ...known.request, variables: asked.variables, context });
      if (result === null || result.errors !== undefined) return null;
      const seconds = (performance.now() - began) / 1000;
      metrics.operation({ kind: known.request.operation.operation, code: 'OK', seconds });
      return { headers: known.headers, body: bodyOf(result, out) };
    },
    async remember(request, body, context, { status = 200, headers }) {
      const asked = askedIn(request, body, context);
      const executed = executor.executedIn(context);
      if (asked === null || executed === null || status !== 200) return;
      const result = await executed.answer.catch(() => null);
      if (result === null || result.errors !== undefined) return;
      const { document, operation, operationName } = executed.request;
      const { query, accept, clearance } = asked;
      const text = { query, accept, clearance, operationName: asked.operationName };
      kept.add({ ...text, request: { document, operation, operationName }, headers: Object.fromEntries(headers) });
    },
  };
}
