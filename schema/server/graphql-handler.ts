/** One GraphQL request over HTTP: body, identity, execution, answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { Clock } from '../../src/kernel/clock.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { AccessPolicy, LookupQuota, Masks, RequestQuota, TokenVerifier } from '../../src/modules/access/index.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import { readBody } from '../../src/platform/http/read-body.ts';
import type { GraphDependencies, RequestContext } from '../context.ts';
import type { Hop } from '../federation/hop.ts';
import type { RecordProjection } from '../records/projection.ts';
import { createRequestContext, type RequestIdentity } from '../request-context.ts';
import { authenticate } from './authenticate.ts';
import type { OperationLimits } from './limits.ts';
import type { RepeatedRequests } from './repeated-requests.ts';
import type { ServerLog } from './server-log.ts';
import { bodyWith, namesHash, requestOf, searchWith, type TrustedDocuments } from './trusted-documents.ts';

export interface HandlerParts {
  readonly apollo: ApolloServer<RequestContext>;
  readonly graph: GraphDependencies;
  readonly policy: AccessPolicy;
  readonly tokens: TokenVerifier;
  readonly masks: Masks;
  readonly clock: Clock;
  readonly lookups: LookupQuota;
  readonly records: RecordProjection;
  readonly requests: RequestQuota;
  readonly limits: OperationLimits;
  readonly log: ServerLog;
  readonly disclosureLog: DisclosureLog;
  readonly trusted: TrustedDocuments;
  /** Of a gateway's request: the operation it is part of. */
  hopOf?(body: unknown, identity: RequestIdentity): Promise<Hop | null>;
  /** Absent: Apollo answers every request. */
  readonly repeated?: RepeatedRequests;
}

export async function parseBody(request: IncomingMessage, limit: number): Promise<unknown> {
  if (request.method !== 'POST') return undefined;
  const body = await readBody(request, limit);
  if (!body.ok) throw new WanjiaError('REQUEST_TOO_LARGE', { limit });
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(body.value.toString('utf8'));
  } catch {
    throw new WanjiaError('REQUEST_MALFORMED', { detail: 'the body is not JSON' });
  }
}

function headerMap(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

/** Whatever else an answer says of itself. */
const HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

async function sendAnswer(response: ServerResponse, answer: HTTPGraphQLResponse): Promise<void> {
  response.writeHead(answer.status ?? 200, {
    ...Object.fromEntries(answer.headers),
    ...HEADERS,
  });
  if (answer.body.kind === 'complete') {
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/** What is asked, with the text of the operation whichever way it was named. */
async function withText(
  { method = 'GET' }: IncomingMessage,
  given: { readonly body: unknown; readonly search: string },
  textOf: (request: unknown) => Promise<string | null>,
): Promise<{ readonly body: unknown; readonly search: string }> {
  const { body, search } = given;
  const request = method === 'POST' ? body : requestOf(search);
  const text = await textOf(request);
  if (text === null || !namesHash(request)) return given;
  return method === 'POST' ? { body: bodyWith(body, text), search } : { body, search: searchWith(search, text) };
}

function withoutOriginal(body: unknown): unknown {
  const { extensions: _read, ...question } = body as Readonly<Record<string, unknown>>;
  return question;
}

interface ReadRequest {
  readonly body: unknown;
  readonly search: string;
  readonly context: RequestContext;
}

/** Answers what was read of a request: as it was answered before where it is known, by Apollo otherwise. */
export function createAnswering({ apollo, repeated }: Pick<HandlerParts, 'apollo' | 'repeated'>) {
  return async (request: IncomingMessage, response: ServerResponse, read: ReadRequest): Promise<void> => {
    const { context, ...asked } = read;
    const known = (await repeated?.answer(request, asked.body, context)) ?? null;
    if (known !== null) {
      response.writeHead(200, { ...known.headers, ...HEADERS });
      response.end(known.body);
      return;
    }
    const httpGraphQLRequest: HTTPGraphQLRequest = {
      method: request.method ?? 'GET',
      headers: headerMap(request),
      ...asked,
    };
    const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context });
    await sendAnswer(response, answer);
    await repeated?.remember(request, asked.body, context, answer);
  };
}

/** Handles requests to `/graphql`. Identity comes first: an unknown caller learns nothing about its request. */
export function createGraphqlHandler(parts: HandlerParts) {
  const answer = createAnswering(parts);
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const identity = await authenticate(request.headers, parts);
    const body = await parseBody(request, parts.limits.bytes);
    const hop = (await parts.hopOf?.(body, identity)) ?? null;
    const given = { body, search: url.search };
    // A part of a gateway's operation is held to its original instead, which is no part of the question.
    const asked =
      hop === null
        ? await withText(request, given, (brought) => parts.trusted.textOf(brought, identity.caller.organisation))
        : { ...given, body: withoutOriginal(body) };
    const context = createRequestContext(parts, { ...identity, host: request.headers.host }, { hop });
    await answer(request, response, { ...asked, context });
  };
}
