/** Hive Gateway over the composed supergraph, between the callers on one side and hub and agencies on the other. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DocumentNode, type ExecutionResult, type GraphQLError, parse } from 'graphql';
import { z } from 'zod';
import { createAgencyExecutor, type Patience } from './agency.ts';
import { createDocumentSource } from './documents.ts';
import { Errand } from './errand.ts';
import { askHub, passToHub, sendHubUnreachable } from './hub.ts';
import { createPlanExecutor, type PlanExecutor } from './plan-executor.ts';
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
/** What says who the caller is, why it asks and in which form it takes an answer; nothing else of its request goes on. */
const CARRIED = ['authorization', 'wanjia-purpose', 'wanjia-case', 'accept'];

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
  readonly document: DocumentNode;
}

/** Which process found it is nobody's business. */
function asOurs({ message, path, extensions }: GraphQLError): object {
  const { serviceName: _process, ...rest } = extensions ?? {};
  return { message, ...(path && { path }), ...(Object.keys(rest).length > 0 && { extensions: rest }) };
}

/** Tells beside the data what the hub held back and which agencies did not answer. */
function textOf({ data, errors }: ExecutionResult, errand: Errand): string {
  return JSON.stringify({ ...(errors && { errors: errors.map(asOurs) }), data, extensions: errand.extensions() });
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

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    CARRIED.flatMap((name) => {
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

async function createPlanned({ supergraph, hub, agencies, patience }: GatewaySettings): Promise<PlanExecutor<Errand>> {
  const ways = new Map<string, ReturnType<typeof createAgencyExecutor>>();
  const planned = await createPlanExecutor<Errand>(supergraph, async (subgraph, { context: errand, ...asked }) => {
    const agency = ways.get(subgraph);
    return agency === undefined ? askHub(hub, asked, errand) : agency(asked, errand);
  });
  for (const [name, url] of Object.entries(agencies))
    ways.set(name, createAgencyExecutor({ name, url, patience, schema: planned.schema }));
  return planned;
}

/** Starts the gateway. It holds no key and no record, and decides nothing: the hub does, and what it signs. */
export async function startGateway(settings: GatewaySettings): Promise<Gateway> {
  const { hub } = settings;
  const planned = await createPlanned(settings);
  const namedText = createDocumentSource(hub);
  const documentToPlan = createSorter(planned.schema, sectionFields(parse(settings.supergraph)));

  async function plan(request: IncomingMessage, response: ServerResponse, body: Buffer, asked: Planned) {
    const { original, document } = asked;
    const errand = new Errand(original, headersOf(request));
    const result = await planned.execute({ document, variables: original.variables ?? {} }, errand).catch(() => null);
    const { refusal, contentType } = errand;
    // What the hub could not take as it stands, or was not asked, it says what is wrong with better than the gateway.
    if (refusal?.status === 400 || (result === null && contentType === undefined))
      return passToHub(hub, request, response, body);
    if (result === null) return sendHubUnreachable(response);
    response.writeHead(refusal?.status ?? 200, {
      'content-type': refusal?.contentType ?? contentType ?? 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(refusal?.body ?? textOf(result, errand));
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
    const text = original && (await namedText(original, headersOf(request)));
    const document = text ? documentToPlan({ query: text, operationName, variables: variables ?? {} }) : null;
    if (!original || document === null) return passToHub(hub, request, response, body);
    await plan(request, response, body, { original, document });
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
    },
  };
}
