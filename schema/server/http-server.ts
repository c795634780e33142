/** The HTTP face: GraphQL, its explorer, health and figures, on node:http. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Clock } from '../../src/kernel/clock.ts';
import { type ErrorCode, type ErrorParams, WanjiaError } from '../../src/kernel/errors.ts';
import {
  type AccessPolicy,
  createLookupQuota,
  createRequestQuota,
  type Masks,
  type TokenVerifier,
} from '../../src/modules/access/index.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import { EXPORTS_PATH } from '../../src/modules/exports/index.ts';
import { type HttpServer as ListeningServer, listen, type RequestHandler } from '../../src/platform/http/listen.ts';
import type { GraphDependencies } from '../context.ts';
import { createDownloads } from '../exports/downloads.ts';
import { createRecordProjection } from '../records/projection.ts';
import { createStreams, DEFAULT_STREAM_LIMITS, type StreamLimits } from '../subscriptions/streams.ts';
import { createApolloServer } from './apollo.ts';
import { createClearedExecution, type Execution } from './execution.ts';
import { type Explorer, loadExplorer } from './explorer.ts';
import { formatCatalogued } from './format-error.ts';
import { createGraphqlHandler } from './graphql-handler.ts';
import { DEFAULT_LIMITS, type OperationLimits } from './limits.ts';
import { createServerMetrics, type PipelineCounts, type ServerMetrics } from './metrics.ts';
import type { ServerLog } from './server-log.ts';
import { createStreamServer } from './stream-server.ts';

export interface HttpServerParts {
  readonly schema: GraphQLSchema;
  readonly graph: GraphDependencies;
  readonly policy: AccessPolicy;
  readonly tokens: TokenVerifier;
  readonly masks: Masks;
  readonly clock: Clock;
  readonly log: ServerLog;
  /** Every answer about persons waits for its row. */
  readonly disclosureLog: DisclosureLog;
  /** Migrated, connected and able to answer. */
  ready(): Promise<boolean>;
  readonly pipelineCounts?: PipelineCounts;
  readonly limits?: Partial<OperationLimits>;
  /** How operations are executed; default: cleared. */
  readonly execution?: Execution;
  /** Of subscriptions: how many may be open, and how often their callers are looked at again. */
  readonly streams?: StreamLimits;
}

export interface HttpServer {
  /** Listens; port 0 takes any free one. Answers with the port. */
  listen(port: number, host?: string): Promise<number>;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

const STATUS_OF: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  NOT_ADMITTED: 403,
  TOO_MANY_REQUESTS: 429,
  ISSUER_UNREACHABLE: 503,
  FORBIDDEN: 403,
  CASE_NOT_OPEN: 403,
  REQUEST_TOO_LARGE: 413,
  REQUEST_MALFORMED: 400,
  BAD_USER_INPUT: 400,
  DISCLOSURE_LOG_FULL: 503,
  DISCLOSURE_LOG_FAILED: 503,
  NOT_FOUND: 404,
  EXPORT_LINK_INVALID: 404,
  EXPORT_LINK_STALE: 410,
  EXPORT_GRANT_CHANGED: 403,
  EXPORT_CONSENT_WITHDRAWN: 403,
  EXPORT_STORE_FAILED: 503,
};

const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...COMMON_HEADERS, ...headers });
  response.end(body);
}

function sendError(response: ServerResponse, code: ErrorCode, params: ErrorParams = {}): void {
  const status = STATUS_OF[code] ?? 500;
  send(response, status, JSON.stringify({ errors: [formatCatalogued(code, params)] }), {
    'content-type': 'application/json; charset=utf-8',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(status === 429 ? { 'retry-after': '60' } : {}),
    // What is left of an oversized body is not read.
    ...(status === 413 ? { connection: 'close' } : {}),
  });
}

const sendJson = (response: ServerResponse, status: number, body: object): void =>
  send(response, status, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8' });

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

function prefersPage({ method, headers }: IncomingMessage, url: URL): boolean {
  return method === 'GET' && !url.search && (headers.accept ?? '').includes('text/html');
}

function sendExplorer(response: ServerResponse, explorer: Explorer, name: string): void {
  const file = explorer.file(name);
  if (file === null) sendError(response, 'NOT_FOUND', { what: 'page' });
  else send(response, 200, file.body, file.headers);
}

function routesOf(
  parts: HttpServerParts,
  graphql: Handler,
  explorer: Explorer,
  metrics: ServerMetrics,
): Map<string, Handler> {
  return new Map<string, Handler>([
    ['/', (_request, response) => send(response, 302, '', { location: '/graphql' })],
    ['/health/live', (_request, response) => sendJson(response, 200, { status: 'live' })],
    [
      '/health/ready',
      async (_request, response) => {
        const ready = await parts.ready().catch(() => false);
        sendJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
      },
    ],
    [
      '/metrics',
      async (_request, response) =>
        send(response, 200, await metrics.render(), { 'content-type': metrics.contentType }),
    ],
    ['/graphql/explorer.js', (_request, response) => sendExplorer(response, explorer, 'explorer.js')],
    ['/graphql/explorer.css', (_request, response) => sendExplorer(response, explorer, 'explorer.css')],
    [
      '/graphql',
      (request, response, url) =>
        prefersPage(request, url) ? sendExplorer(response, explorer, 'explorer.html') : graphql(request, response, url),
    ],
  ]);
}

function answerFailure(error: unknown, response: ServerResponse, log: ServerLog): void {
  if (error instanceof WanjiaError && !response.headersSent) {
    sendError(response, error.code, error.params);
    return;
  }
  log.error({ error: error instanceof Error ? error.name : typeof error }, 'a request failed');
  if (response.headersSent) response.destroy();
  else sendError(response, 'INTERNAL_SERVER_ERROR', { reference: '-' });
}

/** A request line may hold what is no address, such as `//`. */
function addressOf({ url }: IncomingMessage): URL | null {
  try {
    return new URL(url ?? '/', 'http://hub');
  } catch {
    return null;
  }
}

/** The name of a route: its path, or the folder of what has many paths. */
const routeOf = ({ pathname }: URL): string => (pathname.startsWith(EXPORTS_PATH) ? EXPORTS_PATH : pathname);

function answering(routes: ReadonlyMap<string, Handler>, log: ServerLog, metrics: ServerMetrics): RequestHandler {
  return (request, response) => {
    const url = addressOf(request);
    if (url === null) {
      sendError(response, 'REQUEST_MALFORMED', { detail: 'its address' });
      return;
    }
    const route = routeOf(url);
    const handler = routes.get(route);
    response.once('close', () => metrics.request(handler === undefined ? 'other' : route, response.statusCode));
    Promise.resolve()
      .then(() =>
        handler === undefined ? sendError(response, 'NOT_FOUND', { what: 'page' }) : handler(request, response, url),
      )
      .catch((error: unknown) => answerFailure(error, response, log));
  };
}

/** Builds the server; nothing listens yet. */
export async function createHttpServer(parts: HttpServerParts): Promise<HttpServer> {
  const { schema, log, disclosureLog, execution = createClearedExecution(schema) } = parts;
  const limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const metrics = createServerMetrics(parts.pipelineCounts);
  const apollo = createApolloServer({ schema, log, metrics, limits, execution, disclosureLog });
  await apollo.start();
  const contextParts = {
    ...parts,
    lookups: createLookupQuota({ clock: parts.clock, ledger: parts.graph.lookupLedger }),
    records: createRecordProjection(schema, execution),
    requests: createRequestQuota(parts),
  };
  const graphql = createGraphqlHandler({
    ...parts,
    ...contextParts,
    apollo,
    limits,
  });
  const streams = createStreams({ ...contextParts, ...parts, streams: parts.streams ?? DEFAULT_STREAM_LIMITS });
  const streaming = createStreamServer({ schema, streams, limits, log });
  const routes = routesOf(parts, graphql, await loadExplorer(), metrics);
  routes.set(EXPORTS_PATH, createDownloads(parts));
  routes.set('/graphql/stream', (request, response) => streaming.handle(request, response));
  let server: ListeningServer | undefined;
  return {
    listen: async (port, host = '127.0.0.1') => {
      server = await listen({ host, port }, answering(routes, log, metrics));
      streaming.attach(server.server);
      return server.port;
    },
    close: async () => {
      await streaming.close();
      await server?.close();
      await apollo.stop();
    },
  };
}
