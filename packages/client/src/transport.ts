/** Asks the hub over HTTP: with a time limit, again where asking twice is the same as asking once, and no longer than wanted. */
import { type AccessReport, accessReportOf } from './access-report.ts';
import { isRead } from './document.ts';
import { type AnsweredError, answeredError, HubError, PASSING } from './hub-error.ts';
import { headersOf, type Identity, tokenOf } from './identity.ts';
import { LONGEST_PAUSE_MS, pause, pauseBefore } from './patience.ts';

/** An answer without errors, and what of it was held back. */
export interface Answer<R> {
  readonly data: R;
  readonly access: AccessReport;
}

export interface TransportOptions extends Identity {
  /** The hub's GraphQL address, such as `https://hub.example.gov.cn/graphql`. */
  readonly url: string;
  /** Of one attempt; 30 seconds unless said. */
  readonly timeoutMs?: number;
  /** Attempts at a read altogether; 4 unless said. What changes something is tried once. */
  readonly attempts?: number;
  readonly fetch?: typeof fetch;
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly purpose?: string | undefined;
  readonly caseId?: string | undefined;
}

export interface Asked {
  readonly query: string;
  readonly variables: unknown;
  readonly options: RequestOptions;
}

export type Transport = (asked: Asked) => Promise<Answer<unknown>>;

const TRIED_AGAIN: ReadonlySet<number> = new Set([429, 502, 503, 504]);

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
  readonly extensions?: unknown;
}

function retryAfterOf(response: Response): number | null {
  const text = response.headers.get('retry-after');
  if (text === null) return null;
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

async function read(response: Response): Promise<Answer<unknown>> {
  const { status } = response;
  const retryAfterMs = retryAfterOf(response);
  const body = (await response.json().catch(() => null)) as Body | null;
  if (body?.errors !== undefined && body.errors.length > 0)
    throw answeredError(body.errors, { status, retryAfterMs, data: body.data });
  if (body === null || typeof body !== 'object' || body.data === undefined || !response.ok) {
    const message = `the address answered with HTTP ${status} and no GraphQL answer`;
    throw new HubError({ code: 'NOT_AN_ANSWER', message, status, retryAfterMs });
  }
  return { data: body.data, access: accessReportOf(body.extensions) };
}

/** The failure of the way to the hub; what the caller broke off stays what it is. */
function failureOf(error: unknown, signal: AbortSignal | undefined, limit: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof HubError) return error;
  const [code, message] = limit.aborted
    ? ['TIMEOUT', 'the hub did not answer in time']
    : ['NETWORK', 'the hub could not be reached'];
  const suggestion = 'Check the address and that the hub is up, then try again.';
  return new HubError({ code, message, suggestion, cause: error });
}

function mayPass(error: unknown): error is HubError {
  if (!(error instanceof HubError) || (error.retryAfterMs ?? 0) > LONGEST_PAUSE_MS) return false;
  return error.status === null || TRIED_AGAIN.has(error.status) || PASSING.has(error.code);
}

export function createTransport(given: TransportOptions): Transport {
  const { url, timeoutMs = 30_000, attempts = 4 } = given;

  async function attempt({ query, variables, options }: Asked, token: string): Promise<Answer<unknown>> {
    const { signal } = options;
    const limit = AbortSignal.timeout(options.timeoutMs ?? timeoutMs);
    const identity = { ...given, purpose: options.purpose ?? given.purpose, caseId: options.caseId ?? given.caseId };
    try {
      const response = await (given.fetch ?? fetch)(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...headersOf(identity, token),
        },
        body: JSON.stringify({ query, variables }),
        redirect: 'error',
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      return await read(response);
    } catch (error) {
      throw failureOf(error, signal, limit);
    }
  }

  /** A refused token was not acted on: whatever was asked may be asked again with a new one. */
  async function withToken(asked: Asked): Promise<Answer<unknown>> {
    const token = await tokenOf(given);
    try {
      return await attempt(asked, token);
    } catch (error) {
      if (!(error instanceof HubError) || error.status !== 401 || typeof given.token === 'string') throw error;
      const renewed = await tokenOf(given, token);
      if (renewed === token) throw error;
      return attempt(asked, renewed);
    }
  }

  return async (asked) => {
    const tries = isRead(asked.query) ? attempts : 1;
    for (let tried = 1; ; tried += 1) {
      try {
        return await withToken(asked);
      } catch (error) {
        if (tried >= tries || !mayPass(error)) throw error;
        await pause(Math.max(pauseBefore(tried), error.retryAfterMs ?? 0), asked.options.signal);
      }
    }
  };
}
