/** Subscribers in a process of their own: each over a WebSocket of its own; prints when each was told of what. */
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Subscribers {
  readonly url: string;
  readonly query: string;
  /** One subscriber each. */
  readonly tokens: readonly string[];
  readonly purpose: string;
}

/** One line of output: everybody listens, or somebody was told. */
export type Line =
  | { readonly listening: true }
  | { readonly id: string; readonly version: number; readonly at: number };

interface Told {
  readonly data?: { readonly alertRaised: { readonly alert: { readonly id: string; readonly version: number } } };
}

const input: Buffer[] = [];
for await (const chunk of process.stdin) input.push(chunk as Buffer);
const { url, query, tokens, purpose } = JSON.parse(Buffer.concat(input).toString()) as Subscribers;
const say = (line: Line): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

function subscribe(token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const client = createClient({
      ...{ url, webSocketImpl: WebSocket, retryAttempts: 0, lazy: false },
      connectionParams: { authorization: `Bearer ${token}`, purpose },
      onNonLazyError: reject,
      on: { connected: () => resolve() },
    });
    client.subscribe<Told['data'] & Record<string, unknown>>(
      { query },
      {
        next: ({ data, errors }) => {
          if (errors !== undefined) process.stderr.write(`a subscriber was told: ${errors[0]?.extensions?.code}\n`);
          else if (data != null) say({ ...data.alertRaised.alert, at: Date.now() });
        },
        error: reject,
        complete: () => {},
      },
    );
  });
}

for (const token of tokens) await subscribe(token);
say({ listening: true });
