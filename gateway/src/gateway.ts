/** Hive Gateway over the composed supergraph, between the callers on one side and hub and agencies on the other. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime, type GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { z } from 'zod';
import { createAgencyExecutor, type Patience } from './agency.ts';
import { createDocumentSource } from './documents.ts';
import { Errand } from './errand.ts';
import { askHub, passToHub, type SubgraphRequest, sendHubUnreachable } from './hub.ts';
import { createSorter, sectionFields } from './sections.ts';
import { createUpgrades } from './upgrades.ts';

export interface GatewaySettings {
  /** The text of the composed supergraph. */
  readonly supergraph: string;
  readonly hub: URL;
  /** By agency. */
  readonly agencies: Readonly<Record<string, URL>>;
  readonly patience: Patience;
  readonly host: string;
  readonly port: number;
}

export interface Gateway {
  readonly port: number;
  close(): Promise<void>;
}

const MAX_BYTES = 1_048_576;
/** How long answers under way are waited for when the gateway ends. */
const LAST_ANSWERS_MS = 5_000;
/** What says who the caller is and why it asks; nothing else of its request goes on. */
const CREDENTIALS = ['authorization', 'wanjia-purpose', 'wanjia-case'];

const operation = z.looseObject({
  query: z.string().nullish(),
  documentId: z.string().nullish(),
  extensions: z.looseObject({ persistedQuery: z.looseObject({ sha256Hash: z.string() }).optional() }).nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

type Operation = z.infer<typeof operation>;

/** An operation as it came, and as it is planned. */
interface Planned {
  readonly original: Operation;
  readonly query: string;
}

interface Context {
  readonly errand: Errand;
}

/** Tells beside the data what the hub held back and which agencies did not answer. */
const TELLING: GatewayPlugin<Context> = {
  onResultProcess({ result, setResult, serverContext }) {
    if (Array.isArray(result) || Symbol.asyncIterator in result) return;
    const { errand } = serverContext as unknown as Context;
    const { errors, ...rest } = result as ExecutionResult;
    const extensions = { ...errand.extensions() };
    setResult({ ...rest, ...(errors === undefined ? {} : { errors: errors.map(asOurs) }), extensions });
  },
};

/** Which process found it is nobody's business. */
function asOurs(error: GraphQLError): GraphQLError {
  const { message, path, extensions } = error;
  const { serviceName: _process, ...rest } = extensions ?? {};
  return new GraphQLError(message, { path, extensions: rest });
}

/** What the planner asks of a subgraph. */
interface ExecutionRequest {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly context?: unknown;
}

function createRuntime({ supergraph, hub, agencies, patience }: GatewaySettings) {
  const schema = async (): Promise<GraphQLSchema> => runtime.getSchema() as Promise<GraphQLSchema>;
  const executors = new Map(
    Object.entries(agencies).map(([name, url]) => [name, createAgencyExecutor({ name, url, patience, schema })]),
  );
  const runtime = createGatewayRuntime<Context>({
    supergraph,
    unifiedGraphHandler,
    logging: false,
    maskedErrors: false,
    landingPage: false,
    graphqlEndpoint: '/graphql',
    transports: {
      http: {
        getSubgraphExecutor: ({ subgraphName }) => {
          const agency = executors.get(subgraphName);
          const ask = async ({ document, variables, operationName, context }: ExecutionRequest): Promise<never> => {
            const { errand } = context as unknown as Context;
            const asked: SubgraphRequest = { document, variables, operationName };
            const answer = await (agency === undefined ? askHub(hub, asked, errand) : agency(asked, errand));
            // Executors are typed by what their caller expects; what comes back was checked.
            return answer as never;
          };
          return ask;
        },
      },
    },
    plugins: () => [TELLING],
  });
  return { runtime, schema };
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function readOperation(body: Buffer): Operation | null {
  try {
    const read = operation.safeParse(JSON.parse(body.toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function credentialsOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    CREDENTIALS.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** Whether it is a request of the kind that is planned here. */
function isOperation({ method, url, headers }: IncomingMessage): boolean {
  const [path] = (url ?? '').split('?');
  return method === 'POST' && path === '/graphql' && /^application\/json\b/i.test(headers['content-type'] ?? '');
}

async function listening({ host, port }: GatewaySettings, server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Starts the gateway. It holds no key and no record, and decides nothing: the hub does, and what it signs. */
export async function startGateway(settings: GatewaySettings): Promise<Gateway> {
  const { hub } = settings;
  const { runtime, schema } = createRuntime(settings);
  const textOf = createDocumentSource(hub);
  const planned = createSorter(await schema(), sectionFields(parse(settings.supergraph)));

  async function plan(request: IncomingMessage, response: ServerResponse, body: Buffer, asked: Planned) {
    const { original, query } = asked;
    const errand = new Errand(original, credentialsOf(request));
    const { accept = 'application/json' } = request.headers;
    const answer = await runtime.fetch(
      'http://gateway/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query, variables: original.variables }),
      },
      { errand },
    );
    const text = await answer.text();
    const { refusal } = errand;
    // The hub could not take the operation as it stands: it says what is wrong with it better than the gateway.
    if (refusal?.status === 400) return passToHub(hub, request, response, body);
    const type = refusal?.contentType ?? answer.headers.get('content-type') ?? 'application/json';
    response.writeHead(refusal?.status ?? answer.status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(refusal?.body ?? text);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOperation(request)) return passToHub(hub, request, response);
    const body = await readBody(request);
    if (body === null) {
      response.writeHead(413, { connection: 'close' }).end();
      return;
    }
    const original = readOperation(body);
    const { operationName = null, variables } = original ?? {};
    const text = original && (await textOf(original, credentialsOf(request)));
    const query = text && planned({ query: text, operationName, variables: variables ?? {} });
    if (!original || !query) return passToHub(hub, request, response, body);
    await plan(request, response, body, { original, query });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => sendHubUnreachable(response));
  });
  const upgrades = createUpgrades(hub);
  server.on('upgrade', upgrades.pass);
  const port = await listening(settings, server);
  return {
    port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      upgrades.close();
      // Event streams never end by themselves; whoever waits for an answer has it by then.
      const streams = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
      await closed;
      clearTimeout(streams);
      await runtime[Symbol.asyncDispose]();
    },
  };
}
