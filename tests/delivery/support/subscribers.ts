/** Subscribers as the public clients of graphql-transport-ws and graphql-sse make them. */
import { createClient as createSseClient } from 'graphql-sse';
import { createClient, type ExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';

export type Told = ExecutionResult<Record<string, unknown>>;

/** How a stream ended: a close code, an error of its transport, or that it is complete. */
export interface Ending {
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly complete?: true;
}

/** What a subscription tells, one after the other. */
export interface Stream {
  /** The next answer, or how the stream ended. */
  next(): Promise<Told | Ending>;
  readonly told: readonly (Told | Ending)[];
  leave(): void;
}

export interface Asked {
  readonly url: string;
  readonly token: string;
  readonly purpose: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type Subscribe = (sink: { next(told: Told): void; error(error: unknown): void; complete(): void }) => () => void;

function collected(subscribe: Subscribe): Stream {
  const told: (Told | Ending)[] = [];
  let [read, wake] = [0, () => {}];
  const add = (one: Told | Ending): void => {
    told.push(one);
    wake();
  };
  const leave = subscribe({
    next: add,
    error: (error) => add(Array.isArray(error) ? { errors: error } : (error as Ending)),
    complete: () => add({ complete: true }),
  });
  return {
    told,
    leave,
    async next() {
      while (told.length <= read)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      read += 1;
      return told[read - 1] as Told;
    },
  };
}

/** Over a WebSocket of its own. */
export function overWebSocket({ url, token, purpose, query, variables = {}, extensions = {} }: Asked): Stream {
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: token === '' ? {} : { authorization: `Bearer ${token}`, purpose },
  });
  const stream = collected((sink) =>
    client.subscribe({ query, variables: { ...variables }, extensions: { ...extensions } }, sink as never),
  );
  return { ...stream, leave: () => void client.dispose() };
}

/** Over an event stream: one for all subscriptions, or one for each. */
export function overEvents(singleConnection: boolean, { url, token, purpose, ...asked }: Asked): Stream {
  const { query, variables = {}, extensions = {} } = asked;
  const client = createSseClient({
    url: `${url}/stream`,
    singleConnection: singleConnection as false,
    retryAttempts: 0,
    headers: { authorization: `Bearer ${token}`, 'wanjia-purpose': purpose },
  });
  const stream = collected((sink) =>
    client.subscribe({ query, variables: { ...variables }, extensions: { ...extensions } }, sink as never),
  );
  return { ...stream, leave: () => client.dispose() };
}

/** The code of the error that a stream told, or how else it ended. */
export function codeOf(told: Told | Ending): string {
  if ('errors' in told) return String(told.errors?.[0]?.extensions?.code ?? told.errors?.[0]?.message);
  return 'code' in told ? `${told.code} ${told.reason}` : JSON.stringify(told);
}
