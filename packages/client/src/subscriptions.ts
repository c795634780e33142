/** Subscriptions that survive their connections: an interrupted one is opened again behind the last event's cursor. */
import { createClient as createEventClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { type AccessReport, accessReportOf } from './access-report.ts';
import { type AnsweredError, answeredError, HubError, PASSING } from './hub-error.ts';
import { connectionParamsOf, headersOf, type Identity, tokenOf } from './identity.ts';
import { pause, pauseBefore } from './patience.ts';

/** One event and where it goes on. */
export interface Told<R> {
  readonly data: R;
  readonly access: AccessReport;
  /** Null where the subscription does not select it: it can then not be resumed, nor where it does not take `$after`. */
  readonly cursor: string | null;
}

export interface SubscribeOptions {
  /** `websocket` (graphql-transport-ws) unless said. */
  readonly over?: 'websocket' | 'event-stream' | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told the cursor of an event once the next one is asked for: it has been worked on. Before any, where it begins. */
  readonly checkpoint?: ((cursor: string) => void | Promise<void>) | undefined;
  /** Connections in a row that bring nothing, before the failure is told; without end unless said. */
  readonly attempts?: number | undefined;
}

export interface StreamOptions extends Identity {
  readonly url: string;
  readonly fetch?: typeof fetch;
}

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[] | undefined;
  readonly extensions?: unknown;
}

interface Opened {
  readonly results: AsyncIterable<Result>;
  close(): void;
}

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Has the hub tell where it begins, before any event. */
const TELL_PLACE = { extensions: { tellPlace: true } } as const;

const PING_MS = 15_000;
const PONG_MS = 5_000;

/** Codes after which the same subscription can go on as it was. */
const RESUMED: ReadonlySet<string> = new Set([
  ...PASSING,
  'NETWORK',
  'SLOW_READER',
  'TOO_MANY_SUBSCRIPTIONS',
  'TOO_MANY_REQUESTS',
  'ISSUER_UNREACHABLE',
  'INTERNAL_SERVER_ERROR',
]);

async function socketImplementation(): Promise<unknown> {
  return (globalThis as { readonly WebSocket?: unknown }).WebSocket ?? (await import('ws')).WebSocket;
}

async function openSocket(given: StreamOptions, token: string, asked: Asked): Promise<Opened> {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const client = createSocketClient({
    url: given.url.replace(/^http/, 'ws'),
    webSocketImpl: await socketImplementation(),
    connectionParams: connectionParamsOf(given, token),
    retryAttempts: 0,
    keepAlive: PING_MS,
    on: {
      ping: (received) => {
        if (!received) silence = setTimeout(() => client.terminate(), PONG_MS);
      },
      pong: () => clearTimeout(silence),
      closed: () => clearTimeout(silence),
    },
  });
  return { results: client.iterate(asked), close: () => void client.dispose() };
}

function openEvents(given: StreamOptions, token: string, asked: Asked): Opened {
  const client = createEventClient({
    url: `${given.url}/stream`,
    headers: headersOf(given, token),
    retryAttempts: 0,
    ...(given.fetch !== undefined && { fetchFn: given.fetch }),
  });
  return { results: client.iterate(asked), close: () => client.dispose() };
}

/** A connection's end as an error of the hub: close codes and statuses that say so are about who asks. */
function failureOf(error: unknown): HubError {
  if (error instanceof HubError) return error;
  if (Array.isArray(error)) return answeredError(error as AnsweredError[]);
  const { code, response } = error as { readonly code?: unknown; readonly response?: { readonly status: number } };
  const status = response?.status ?? (typeof code === 'number' ? code : null);
  const message = 'the connection to the hub was lost';
  if (status === 401 || status === 4401 || status === 4403)
    return new HubError({ code: 'UNAUTHENTICATED', message: 'the hub did not take the token', status });
  const refused = status !== null && ((status >= 400 && status < 429) || status === 4400);
  return new HubError({ code: refused ? 'NOT_AN_ANSWER' : 'NETWORK', message, status, cause: error });
}

function cursorIn(data: unknown): string | null {
  const [event] = Object.values((data ?? {}) as Readonly<Record<string, { readonly cursor?: unknown } | null>>);
  return typeof event?.cursor === 'string' ? event.cursor : null;
}

/** Where a subscription begins, as the hub tells it that was asked to. */
function placeIn(extensions: unknown): string | null {
  const { place } = (extensions ?? {}) as { readonly place?: unknown };
  return typeof place === 'string' ? place : null;
}

/** Where a subscription stands. */
class Progress {
  after: string | null;
  /** It was told something: from there on nothing is to be lost. */
  begun = false;
  failures = 0;
  token: string | undefined;
  refused: string | undefined;
  readonly #takesAfter: boolean;

  constructor({ query, variables: { after } }: Asked) {
    this.after = typeof after === 'string' ? after : null;
    this.#takesAfter = /\$after\b/.test(query);
  }

  /** Throws unless the subscription can go on after the failure without losing anything. */
  passed(failure: HubError, attempts: number): void {
    const renewable = failure.code === 'UNAUTHENTICATED' && this.refused !== this.token;
    if (!renewable && !RESUMED.has(failure.code)) throw failure;
    if (this.begun && (this.after === null || !this.#takesAfter)) {
      const message = 'the subscription was interrupted, and does not select its cursor and take it as $after to go on';
      throw new HubError({ code: 'NOT_RESUMABLE', message, cause: failure });
    }
    this.failures += 1;
    if (this.failures >= attempts) throw failure;
    this.refused = renewable ? this.token : undefined;
  }
}

async function connect(given: StreamOptions, over: SubscribeOptions['over'], asked: Asked, progress: Progress) {
  progress.token = await tokenOf(given, progress.refused);
  const from = progress.after === null ? TELL_PLACE : { variables: { ...asked.variables, after: progress.after } };
  const open = over === 'event-stream' ? openEvents : openSocket;
  return open(given, progress.token, { ...asked, ...from });
}

async function* eventsOf(opened: Opened, progress: Progress, checkpoint: SubscribeOptions['checkpoint']) {
  for await (const { data, errors, extensions } of opened.results) {
    if (errors !== undefined && errors.length > 0) throw answeredError(errors, { data });
    progress.refused = undefined;
    progress.begun = true;
    const place = placeIn(extensions);
    if (place !== null) {
      progress.after = place;
      await checkpoint?.(place);
      continue;
    }
    progress.failures = 0;
    const cursor = cursorIn(data);
    yield { data, access: accessReportOf(extensions), cursor };
    progress.after = cursor;
    if (cursor !== null) await checkpoint?.(cursor);
  }
}

/** Events without end. A failure that does not pass is thrown; what the signal breaks off throws its reason. */
export async function* subscribe(
  given: StreamOptions,
  asked: Asked,
  { over, signal, checkpoint, attempts = Number.POSITIVE_INFINITY }: SubscribeOptions,
): AsyncGenerator<Told<unknown>, void, void> {
  const progress = new Progress(asked);
  for (;;) {
    signal?.throwIfAborted();
    const opened = await connect(given, over, asked, progress);
    const close = (): void => opened.close();
    signal?.addEventListener('abort', close, { once: true });
    try {
      yield* eventsOf(opened, progress, checkpoint);
      progress.passed(new HubError({ code: 'NETWORK', message: 'the hub ended the stream' }), attempts);
    } catch (error) {
      signal?.throwIfAborted();
      progress.passed(failureOf(error), attempts);
    } finally {
      signal?.removeEventListener('abort', close);
      opened.close();
    }
    await pause(pauseBefore(Math.max(0, progress.failures - 1)), signal);
  }
}
