import { z } from 'zod';
import { type Day, parseDay } from '../../../src/kernel/day.ts';
import { SourceError } from '../source-error.ts';
import { type Resilience, TransientError } from './resilience.ts';

/** More than any page; an answer beyond it is not read to its end. */
const LARGEST_ANSWER = 1 << 26;

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Below the base URL, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  /** The agency's clock, where it tells it. */
  readonly date: Date | null;
}

/** One row as JSON carries it. */
export const jsonRowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const answerDay = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) === value);

function dateOf(response: Response): Date | null {
  const date = new Date(response.headers.get('date') ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}

/** `Retry-After` is a number of seconds or a date by the agency's clock. */
function retryAfterMs(response: Response): number | null {
  const value = response.headers.get('retry-after');
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = new Date(value).getTime() - (dateOf(response)?.getTime() ?? Date.now());
  return Number.isNaN(until) ? null : Math.max(0, until);
}

async function readBody(response: Response, source: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST_ANSWER) throw new SourceError('SOURCE_ANSWER', { source, detail: 'larger than 64 MB' });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Calls one agency's HTTP interface. */
export class HttpSource {
  readonly source: string;
  readonly #base: URL;
  readonly #resilience: Resilience;

  constructor(source: string, baseUrl: string, resilience: Resilience) {
    this.source = source;
    this.#base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
    this.#resilience = resilience;
  }

  urlOf(path: string): URL {
    return new URL(path.replace(/^\//, ''), this.#base);
  }

  /**
   * Sends a request, again where the failure may pass; the request is made anew each time. Answers 2xx and 401,
   * which only the caller can mend; everything else is an error.
   */
  async send(makeRequest: () => HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    return this.#resilience.run((attempt) => this.#sendOnce(makeRequest(), attempt), signal);
  }

  async #sendOnce(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { source } = this;
    const { method, headers, body = null } = request;
    try {
      // A redirect could carry the credentials elsewhere.
      const response = await fetch(this.urlOf(request.path), { method, headers, body, signal, redirect: 'error' });
      const text = await readBody(response, source);
      if (response.ok || response.status === 401)
        return { status: response.status, body: text, date: dateOf(response) };
      throw this.#refusal(response);
    } catch (cause) {
      if (cause instanceof SourceError || cause instanceof TransientError || signal.aborted) throw cause;
      throw new TransientError(new SourceError('SOURCE_UNREACHABLE', { source, detail: reasonOf(cause) }, { cause }));
    }
  }

  #refusal(response: Response): SourceError | TransientError {
    const { status } = response;
    const error = new SourceError('SOURCE_REFUSED', { source: this.source, status });
    if (status !== 429 && status !== 408 && status < 500) return error;
    const wait = retryAfterMs(response);
    return wait !== null && wait > this.#resilience.patience.longestDelayMs ? error : new TransientError(error, wait);
  }
}

/** A network error's code (`ECONNREFUSED`); its message may hold an address with credentials. */
function reasonOf(error: unknown): string {
  const { code, name, cause } = error as { readonly code?: unknown; readonly name?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return code;
  if (typeof cause === 'object' && cause !== null) return reasonOf(cause);
  return typeof name === 'string' ? name : 'unknown';
}

/** Parses an answer; what departs from the interface is named by its place, without the value. */
export function parseAnswer<T>(answer: HttpAnswer, schema: z.ZodType<T>, source: string): T {
  let json: unknown;
  try {
    json = JSON.parse(answer.body);
  } catch (cause) {
    throw new SourceError('SOURCE_ANSWER', { source, detail: 'not JSON' }, { cause });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new SourceError('SOURCE_ANSWER', { source, detail: place === '' ? 'not the expected object' : place });
}
