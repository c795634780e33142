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
import type { ServerLog } from './server-log.ts';

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
  /** Of a gateway's request: the operation it is part of. */
  hopOf?(body: unknown, identity: RequestIdentity): Hop | null;
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

export function headerMap(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

export async function sendAnswer(response: ServerResponse, answer: HTTPGraphQLResponse): Promise<void> {
  response.writeHead(answer.status ?? 200, {
    ...Object.fromEntries(answer.headers),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  if (answer.body.kind === 'complete') {
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/** Handles requests to `/graphql`. Identity comes first: an unknown caller learns nothing about its request. */
export function createGraphqlHandler(parts: HandlerParts) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const identity = await authenticate(request.headers, parts);
    const body = await parseBody(request, parts.limits.bytes);
    const hop = parts.hopOf?.(body, identity) ?? null;
    const httpGraphQLRequest: HTTPGraphQLRequest = {
      method: request.method ?? 'GET',
      headers: headerMap(request),
      search: url.search,
      body,
    };
    const answer = await parts.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest,
      context: async () => createRequestContext(parts, { ...identity, host: request.headers.host }, { hop }),
    });
    await sendAnswer(response, answer);
  };
}
