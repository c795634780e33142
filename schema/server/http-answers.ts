/** What every HTTP face of ours has in common: headers, errors as they are sent, and the way to a handler. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ErrorCode, type ErrorParams, WanjiaError } from '../../src/kernel/errors.ts';
import { EXPORTS_PATH } from '../../src/modules/exports/index.ts';
import { isDatabaseAway } from '../../src/platform/database/away.ts';
import type { RequestHandler } from '../../src/platform/http/listen.ts';
import { formatCatalogued } from './format-error.ts';
import type { ServerMetrics } from './metrics.ts';
import type { ServerLog } from './server-log.ts';

const STATUS_OF: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  NOT_ADMITTED: 403,
  TOO_MANY_REQUESTS: 429,
  ISSUER_UNREACHABLE: 503,
  FORBIDDEN: 403,
  CASE_NOT_OPEN: 403,
  REQUEST_TOO_LARGE: 413,
  REQUEST_MALFORMED: 400,
  QUERY_TOO_COSTLY: 400,
  DOCUMENT_NOT_REGISTERED: 400,
  DOCUMENT_HASH_WRONG: 400,
  BAD_USER_INPUT: 400,
  DATABASE_AWAY: 503,
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

export function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...COMMON_HEADERS, ...headers });
  response.end(body);
}

export function sendError(response: ServerResponse, code: ErrorCode, params: ErrorParams = {}): void {
  const status = STATUS_OF[code] ?? 500;
  send(response, status, JSON.stringify({ errors: [formatCatalogued(code, params)] }), {
    'content-type': 'application/json; charset=utf-8',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(status === 429 ? { 'retry-after': '60' } : {}),
    ...(status === 503 ? { 'retry-after': '2' } : {}),
    // What is left of an oversized body is not read.
    ...(status === 413 ? { connection: 'close' } : {}),
  });
}

export const sendJson = (response: ServerResponse, status: number, body: object): void =>
  send(response, status, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8' });

/** Answers requests to one address. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

function answerFailure(cause: unknown, response: ServerResponse, log: ServerLog): void {
  const error = isDatabaseAway(cause) && !(cause instanceof WanjiaError) ? new WanjiaError('DATABASE_AWAY') : cause;
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

/** Answers requests by their path; what fails is told in the catalogue's words. */
export function answering(
  routes: ReadonlyMap<string, Handler>,
  log: ServerLog,
  metrics: ServerMetrics,
): RequestHandler {
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
