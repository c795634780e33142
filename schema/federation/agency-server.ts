/** The HTTP face of an agency's own process: its subgraph, for gateways that bring an errand of the hub. */
import type { IncomingMessage } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { AgencyId } from '../../src/kernel/agency.ts';
import { beijingDay, type Clock } from '../../src/kernel/clock.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { AccessPolicy, ErrandReader } from '../../src/modules/access/index.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import { type HttpServer as ListeningServer, listen } from '../../src/platform/http/listen.ts';
import type { RequestContext } from '../context.ts';
import { createApolloServer } from '../server/apollo.ts';
import { createClearedExecution } from '../server/execution.ts';
import { createExecutor } from '../server/executor.ts';
import { headerMap, parseBody, sendAnswer } from '../server/graphql-handler.ts';
import { answering, type Handler, send, sendJson } from '../server/http-answers.ts';
import type { HttpServer } from '../server/http-server.ts';
import { DEFAULT_LIMITS } from '../server/limits.ts';
import { createServerMetrics } from '../server/metrics.ts';
import type { ServerLog } from '../server/server-log.ts';
import { type AgencyContext, createAgencyContext, type SectionReader } from './agency-context.ts';
import { createAgencySubgraph } from './agency-subgraph.ts';

export interface AgencyServerParts {
  readonly agency: AgencyId;
  readonly errands: ErrandReader;
  readonly sections: SectionReader;
  readonly policy: AccessPolicy;
  readonly clock: Clock;
  readonly log: ServerLog;
  /** The agency's own: every answer about persons waits for its row. */
  readonly disclosureLog: DisclosureLog;
  ready(): Promise<boolean>;
}

/** A page of households may hold some thousand persons, each with a pass. */
const LIMITS = { ...DEFAULT_LIMITS, bytes: 32 * DEFAULT_LIMITS.bytes };
const ERRAND = /^Bearer ([\w.-]{1,8192})$/;

/** Only what the hub signed says who asks: no other header is looked at. */
async function contextOf({ headers }: IncomingMessage, parts: AgencyServerParts): Promise<AgencyContext> {
  const token = ERRAND.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw new WanjiaError('UNAUTHENTICATED', { detail: 'no errand of the hub' });
  const { policy, clock } = parts;
  const errand = await parts.errands.read(token);
  const standing = policy.standingOf(errand.caller, beijingDay(clock.now()));
  return createAgencyContext(parts, errand, policy.clear(errand.caller.roles, errand.purpose, standing));
}

/** Builds the server; nothing listens yet. */
export async function createAgencyServer(parts: AgencyServerParts): Promise<HttpServer> {
  const { schema } = createAgencySubgraph(parts.agency);
  const { log, disclosureLog } = parts;
  const metrics = createServerMetrics();
  const execution = createClearedExecution(schema);
  const execute = createExecutor({ schema, execution, disclosureLog, asText: true });
  const apollo = createApolloServer({ schema, execute, log, metrics, limits: LIMITS });
  await apollo.start();
  const graphql: Handler = async (request, response, url) => {
    const context = await contextOf(request, parts);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: new HeaderMap(headerMap(request)),
        search: url.search,
        body: await parseBody(request, LIMITS.bytes),
      },
      // The fields of this schema ask for what it holds and no more.
      context: async () => context as unknown as RequestContext,
    });
    await sendAnswer(response, answer);
  };
  const routes = new Map<string, Handler>([
    ['/graphql', graphql],
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
  ]);
  let server: ListeningServer | undefined;
  return {
    paths: [...routes.keys()],
    listen: async (port, host = '127.0.0.1') => {
      server = await listen({ host, port }, answering(routes, log, metrics));
      return server.port;
    },
    close: async () => {
      await server?.close();
      await apollo.stop();
    },
  };
}
