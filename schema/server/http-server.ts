/** The HTTP face: GraphQL, its explorer, health and figures, on node:http. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Clock } from '../../src/kernel/clock.ts';
import {
  type AccessPolicy,
  createLookupQuota,
  createRequestQuota,
  type ErrandIssuer,
  type Masks,
  type TokenVerifier,
} from '../../src/modules/access/index.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import { EXPORTS_PATH } from '../../src/modules/exports/index.ts';
import { type HttpServer as ListeningServer, listen } from '../../src/platform/http/listen.ts';
import type { GraphDependencies } from '../context.ts';
import { createDownloads } from '../exports/downloads.ts';
import { openSubgraph } from '../federation/hub-server.ts';
import { createRecordProjection } from '../records/projection.ts';
import { createStreams, DEFAULT_STREAM_LIMITS, type StreamLimits } from '../subscriptions/streams.ts';
import { createApolloServer } from './apollo.ts';
import { createClearedExecution, type Execution } from './execution.ts';
import { createExecutor } from './executor.ts';
import { type Explorer, loadExplorer } from './explorer.ts';
import { createGraphqlHandler } from './graphql-handler.ts';
import { answering, type Handler, send, sendError, sendJson } from './http-answers.ts';
import { DEFAULT_LIMITS, type OperationLimits } from './limits.ts';
import { createServerMetrics, type PipelineCounts, type ServerMetrics } from './metrics.ts';
import { createOnceExecutor } from './once-executor.ts';
import { createReference } from './reference.ts';
import { createRepeatedRequests } from './repeated-requests.ts';
import type { ServerLog } from './server-log.ts';
import { createStreamServer } from './stream-server.ts';
import { createTrustedDocuments, loadOwnDocuments } from './trusted-documents.ts';

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
  /** Signs what agencies' own processes are told; absent: the hub is no subgraph. */
  readonly errands?: ErrandIssuer;
  readonly pipelineCounts?: PipelineCounts;
  readonly limits?: Partial<OperationLimits>;
  /** Only registered operations are answered. */
  readonly trustedOnly?: boolean;
  /** How operations are executed; default: cleared. */
  readonly execution?: Execution;
  /** Of subscriptions: how many may be open, and how often their callers are looked at again. */
  readonly streams?: StreamLimits;
}

export interface HttpServer {
  /** Every path that is answered. */
  readonly paths: readonly string[];
  /** Listens; port 0 takes any free one. Answers with the port. */
  listen(port: number, host?: string): Promise<number>;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

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
    ['/graphql/reference', createReference(parts.schema, parts.policy)],
    ['/graphql/explorer.js', (_request, response) => sendExplorer(response, explorer, 'explorer.js')],
    ['/graphql/explorer.css', (_request, response) => sendExplorer(response, explorer, 'explorer.css')],
    [
      '/graphql',
      (request, response, url) =>
        prefersPage(request, url) ? sendExplorer(response, explorer, 'explorer.html') : graphql(request, response, url),
    ],
  ]);
}

/** Builds the server; nothing listens yet. */
export async function createHttpServer(parts: HttpServerParts): Promise<HttpServer> {
  const { schema, log, disclosureLog, execution = createClearedExecution(schema), trustedOnly = false } = parts;
  const limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const metrics = createServerMetrics(parts.pipelineCounts);
  const executor = createOnceExecutor(createExecutor({ schema, execution, disclosureLog, asText: true }));
  const apollo = createApolloServer({ schema, execute: executor.execute, log, metrics, limits });
  await apollo.start();
  const contextParts = {
    ...parts,
    lookups: createLookupQuota({ clock: parts.clock, ledger: parts.graph.lookupLedger }),
    records: createRecordProjection(schema, execution),
    requests: createRequestQuota(parts),
    trusted: createTrustedDocuments({
      required: trustedOnly,
      documents: parts.graph.documents,
      own: await loadOwnDocuments(),
    }),
  };
  const graphql = createGraphqlHandler({
    ...parts,
    ...contextParts,
    apollo,
    limits,
    repeated: createRepeatedRequests({ schema, limits, metrics, executor }),
  });
  const streams = createStreams({ ...contextParts, ...parts, streams: parts.streams ?? DEFAULT_STREAM_LIMITS });
  const streaming = createStreamServer({ schema, streams, limits, log, trusted: contextParts.trusted });
  const routes = routesOf(parts, graphql, await loadExplorer(), metrics);
  routes.set(EXPORTS_PATH, createDownloads(parts));
  routes.set('/graphql/stream', (request, response) => streaming.handle(request, response));
  const subgraph = await openSubgraph({ ...parts, ...contextParts, metrics, limits });
  for (const [path, handler] of subgraph.routes) routes.set(path, handler);
  let server: ListeningServer | undefined;
  return {
    paths: [...routes.keys()],
    listen: async (port, host = '127.0.0.1') => {
      server = await listen({ host, port }, answering(routes, log, metrics));
      streaming.attach(server.server);
      return server.port;
    },
    close: async () => {
      await streaming.close();
      await server?.close();
      await subgraph.close();
      await apollo.stop();
    },
  };
}
