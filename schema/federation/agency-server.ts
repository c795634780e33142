/** The HTTP face of an agency's own process: its subgraph, for gateways that bring an errand of the hub. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { AgencyId } from '../../src/kernel/agency.ts';
import { beijingDay, type Clock } from '../../src/kernel/clock.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { AccessPolicy, ErrandReader, ReceivedErrand } from '../../src/modules/access/index.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import { type HttpServer as ListeningServer, listen } from '../../src/platform/http/listen.ts';
import type { RequestContext } from '../context.ts';
import { createApolloServer } from '../server/apollo.ts';
import { createClearedExecution } from '../server/execution.ts';
import { createExecutor } from '../server/executor.ts';
import { createAnswering, parseBody } from '../server/graphql-handler.ts';
import { answering, type Handler, send, sendJson } from '../server/http-answers.ts';
import type { HttpServer } from '../server/http-server.ts';
import { DEFAULT_LIMITS } from '../server/limits.ts';
import { createServerMetrics } from '../server/metrics.ts';
import { createOnceExecutor } from '../server/once-executor.ts';
import { createRepeatedRequests } from '../server/repeated-requests.ts';
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

/** A page of households may hold some thousand persons, each with a pass; what they cost the hub has counted. */
const LIMITS = { ...DEFAULT_LIMITS, bytes: 32 * DEFAULT_LIMITS.bytes, cost: Number.POSITIVE_INFINITY };
const ERRAND = /^Bearer ([\w.-]{1,8192})$/;

/** What a gateway sends: its question, and the list that goes with what the hub signed. */
const question = z.object({
  query: z.string().optional(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.object({ passes: z.unknown() }).optional(),
});

/** Only what the hub signed says who asks: no other header is looked at. */
async function readErrand({ headers }: IncomingMessage, errands: ErrandReader): Promise<ReceivedErrand> {
  const token = ERRAND.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw new WanjiaError('UNAUTHENTICATED', { detail: 'no errand of the hub' });
  return errands.read(token);
}

function contextOf(errand: ReceivedErrand, list: unknown, parts: AgencyServerParts): AgencyContext {
  const { policy, clock, errands, sections } = parts;
  const standing = policy.standingOf(errand.caller, beijingDay(clock.now()));
  const clearance = policy.clear(errand.caller.roles, errand.purpose, standing);
  return createAgencyContext({ errand, passes: errands.passesOf(errand, list), clearance, sections });
}

/** Builds the server; nothing listens yet. */
export async function createAgencyServer(parts: AgencyServerParts): Promise<HttpServer> {
  const { schema } = createAgencySubgraph(parts.agency);
  const { log, disclosureLog } = parts;
  const metrics = createServerMetrics();
  const execution = createClearedExecution(schema);
  const executor = createOnceExecutor(createExecutor({ schema, execution, disclosureLog, asText: true }));
  const apollo = createApolloServer({ schema, execute: executor.execute, log, metrics, limits: LIMITS });
  await apollo.start();
  const answer = createAnswering({
    apollo,
    repeated: createRepeatedRequests({ schema, limits: LIMITS, metrics, executor }),
  });
  const graphql: Handler = async (request, response, url) => {
    const errand = await readErrand(request, parts.errands);
    const asked = question.safeParse(await parseBody(request, LIMITS.bytes));
    const { extensions, ...body } = asked.data ?? {};
    // The fields of this schema ask for what its context holds and no more.
    const context = contextOf(errand, extensions?.passes, parts) as unknown as RequestContext;
    await answer(request, response, { body, search: url.search, context });
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
