/** The hub's face towards gateways: its subgraph, and the keys that check what it signs for the agencies. */
import type { GraphQLSchema } from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { ErrandIssuer } from '../../src/modules/access/index.ts';
import { createApolloServer } from '../server/apollo.ts';
import { authenticate } from '../server/authenticate.ts';
import { createClearedExecution } from '../server/execution.ts';
import { createExecutor } from '../server/executor.ts';
import { createGraphqlHandler, type HandlerParts } from '../server/graphql-handler.ts';
import { type Handler, sendJson } from '../server/http-answers.ts';
import type { OperationLimits } from '../server/limits.ts';
import type { ServerMetrics } from '../server/metrics.ts';
import { createOnceExecutor } from '../server/once-executor.ts';
import { createRepeatedRequests } from '../server/repeated-requests.ts';
import { createHop } from './hop.ts';
import { createHubSubgraph } from './hub-subgraph.ts';
import { createBoundary, createOriginals, withinOriginal } from './original.ts';
import { isPartOf } from './whole-graph.ts';

export interface HubServerParts extends Omit<HandlerParts, 'apollo'> {
  readonly schema: GraphQLSchema;
  readonly metrics: ServerMetrics;
  readonly errands?: ErrandIssuer;
}

/** Tells a gateway the text of an operation that its caller named by the hash. */
function documentTexts(parts: HubServerParts): Handler {
  return async (request, response, { searchParams }) => {
    const { caller } = await authenticate(request.headers, parts);
    const asked = { documentId: searchParams.get('documentId') };
    const document = await parts.trusted.textOf(asked, caller.organisation);
    if (document === null) throw new WanjiaError('DOCUMENT_NOT_REGISTERED');
    sendJson(response, 200, { document });
  };
}

export interface HubServer {
  readonly routes: ReadonlyMap<string, Handler>;
  close(): Promise<void>;
}

const NOT_SERVED: HubServer = { routes: new Map(), close: async () => undefined };

/** A gateway asks several aliases and a level more to join the parts of what was counted as the original. */
const ROOM = { aliases: 2, depth: 2 };
const partLimitsOf = (limits: OperationLimits): OperationLimits => ({
  ...limits,
  aliases: limits.aliases * ROOM.aliases,
  depth: limits.depth + ROOM.depth,
});

/** The handler is made when a gateway first comes: a hub without one does not wait for its schema. */
function whenFirstAsked(make: () => Promise<{ handle: Handler; close(): Promise<void> }>) {
  let made: ReturnType<typeof make> | undefined;
  const handle: Handler = async (...request) => {
    made ??= make();
    return (await made).handle(...request);
  };
  return { handle, close: async () => (await made)?.close() };
}

async function serve(parts: HubServerParts, errands: ErrandIssuer) {
  const { schema: wholeGraph, limits, log, metrics, disclosureLog } = parts;
  const { schema } = createHubSubgraph();
  isPartOf(schema, wholeGraph);
  const execution = createClearedExecution(schema);
  const executor = createOnceExecutor(createExecutor({ schema, execution, disclosureLog, asText: true }));
  const [beyond, partLimits] = [createBoundary(schema), partLimitsOf(limits)];
  const apollo = createApolloServer({
    ...{ schema, log, metrics, limits: partLimits },
    execute: executor.execute,
    plugins: [withinOriginal(beyond)],
  });
  await apollo.start();
  const originalOf = createOriginals(wholeGraph, limits);
  const handle = createGraphqlHandler({
    ...parts,
    apollo,
    repeated: createRepeatedRequests({
      ...{ schema, metrics, executor, limits: partLimits },
      refuses: (request) => beyond(request) !== null,
    }),
    // What a gateway sends holds the operation twice.
    limits: { ...limits, bytes: limits.bytes * 2 },
    hopOf: async (body, identity) => {
      const original = await originalOf(body, (asked) => parts.trusted.textOf(asked, identity.caller.organisation));
      return original === null ? null : createHop(errands, original, identity);
    },
  });
  return { handle, close: () => apollo.stop() };
}

/** The routes of the hub as a subgraph; none where nothing is signed for agencies. */
export async function openSubgraph(parts: HubServerParts): Promise<HubServer> {
  const { errands } = parts;
  if (errands === undefined) return NOT_SERVED;
  const { handle, close } = whenFirstAsked(() => serve(parts, errands));
  return {
    routes: new Map<string, Handler>([
      ['/federation/graphql', handle],
      ['/federation/document', documentTexts(parts)],
      ['/federation/keys', (_request, response) => sendJson(response, 200, errands.keys)],
    ]),
    close,
  };
}
