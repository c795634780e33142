/**
 * Subscriptions as event streams: graphql-sse on `/graphql/stream`, single and distinct connections. The library queues
 * what it is given without end; here the next answer is taken only when the one before has left.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { createHandler, type Request, type Response } from 'graphql-sse';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { readBody } from '../../src/platform/http/read-body.ts';
import type { Outlet } from '../subscriptions/streams.ts';
import type { StreamDesk, StreamPatience, TransportSettings } from './stream-desk.ts';

const TOKEN = 'x-graphql-event-stream-token';
/** A single connection that was announced and does not come is forgotten. */
const ANNOUNCED_MS = 10_000;

type Body = Exclude<Response[0], string | null>;

/** The way out of one event stream. */
class EventOutlet implements Outlet {
  /** What was written and has not left. */
  #leaving: Promise<true> | null = null;
  #response: ServerResponse | undefined;
  readonly #lastWordsMs: number;

  constructor({ lastWordsMs }: StreamPatience) {
    this.#lastWordsMs = lastWordsMs;
  }

  get isOpen(): boolean {
    return this.#response !== undefined;
  }

  /** The library hands over behind our back: it is given a turn to do so. */
  async ready(patienceMs: number): Promise<boolean> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#leaving === null) return true;
    const patience = new AbortController();
    const late = sleep(patienceMs, false, { ref: false, signal: patience.signal }).catch(() => false);
    const left = await Promise.race([this.#leaving, late]);
    patience.abort();
    return left;
  }

  cutOff(): void {
    void this.ready(this.#lastWordsMs).then((left) => left || this.#response?.destroy());
  }

  /** Writes until the body ends or the reader leaves. */
  async stream(body: Body, response: ServerResponse): Promise<void> {
    this.#response = response;
    response.once('close', () => void body.return());
    for await (const message of body) {
      if (response.writableEnded || response.destroyed) break;
      this.#leaving = new Promise((resolve) => response.write(message, () => resolve(true)));
      await this.#leaving;
      this.#leaving = null;
    }
    response.end();
  }
}

/** A stream that could not be opened says why as its only answer: an event stream has no other place for it. */
async function* endedBy(errors: readonly GraphQLError[]): AsyncGenerator<ExecutionResult, void, void> {
  yield { errors };
}

export interface EventStreams {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends every event stream without calling it complete: its reader comes again. */
  close(): void;
}

export function createEventStreams(desk: StreamDesk, { schema, maxBytes, patience }: TransportSettings): EventStreams {
  /** Of single connections, by their tokens. */
  const outlets = new Map<string, EventOutlet>();
  const open = new Set<ServerResponse>();
  const handler = createHandler<IncomingMessage, EventOutlet>({
    schema,
    onSubscribe: async ({ raw, context }, { query, operationName, variables, extensions }) => {
      const opening = await desk.open({ query, operationName, variables, extensions }, raw.headers, context);
      return opening.ok ? opening.stream : endedBy(opening.errors);
    },
  });

  function tokenOf({ url, headers }: IncomingMessage): string | null {
    const given = headers[TOKEN];
    return typeof given === 'string' ? given : new URL(url ?? '/', 'http://hub').searchParams.get('token');
  }

  async function bodyText(request: IncomingMessage): Promise<string> {
    const body = await readBody(request, maxBytes);
    if (!body.ok) throw new WanjiaError('REQUEST_TOO_LARGE', { limit: maxBytes });
    return body.value.toString('utf8');
  }

  const asked = (raw: IncomingMessage, context: EventOutlet): Request<IncomingMessage, EventOutlet> => ({
    method: raw.method ?? 'GET',
    url: raw.url ?? '/',
    headers: { get: (name) => [raw.headers[name.toLowerCase()]].flat().join('\n') || null },
    body: () => bodyText(raw),
    raw,
    context,
  });

  /** Opens a connection that nobody came for, and ends it: the library keeps it until then. */
  async function forget(token: string, announcement: IncomingMessage, outlet: EventOutlet): Promise<void> {
    if (outlet.isOpen) return;
    const headers = new Map([
      ['accept', 'text/event-stream'],
      [TOKEN, token],
    ]);
    const [body] = await handler({ ...asked(announcement, outlet), method: 'GET', headers });
    if (body !== null && typeof body !== 'string') await body.return();
    outlets.delete(token);
  }

  function announced(token: string, announcement: IncomingMessage): void {
    const outlet = new EventOutlet(patience);
    outlets.set(token, outlet);
    setTimeout(() => void forget(token, announcement, outlet), ANNOUNCED_MS).unref();
  }

  return {
    async handle(request, response) {
      if (request.method === 'PUT') await desk.admit(request.headers);
      const token = tokenOf(request);
      const outlet = (token === null ? undefined : outlets.get(token)) ?? new EventOutlet(patience);
      const [body, { status, statusText, headers }] = await handler(asked(request, outlet));
      response.writeHead(status, statusText, headers);
      if (body === null || typeof body === 'string') {
        if (request.method === 'PUT' && status === 201 && body !== null) announced(body, request);
        response.end(body);
        return;
      }
      open.add(response);
      response.once('close', () => {
        open.delete(response);
        if (token !== null) outlets.delete(token);
      });
      await outlet.stream(body, response);
    },
    close() {
      for (const response of open) response.end();
    },
  };
}
