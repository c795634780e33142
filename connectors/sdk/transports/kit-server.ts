import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface KitRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface KitAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** Never answers. */
  readonly silent?: boolean;
  /** Drops the connection. */
  readonly dropped?: boolean;
}

export type KitHandler = (request: KitRequest) => KitAnswer;

/** A server that answers as a test says, and remembers what it was asked. */
export interface KitServer {
  readonly url: string;
  readonly requests: readonly KitRequest[];
  close(): Promise<void>;
}

export async function startKitServer(handler: KitHandler): Promise<KitServer> {
  const requests: KitRequest[] = [];
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', 'http://kit');
      const { method = '', headers } = incoming;
      const body = Buffer.concat(parts).toString('utf8');
      const request = { method, path: url.pathname, query: url.searchParams, headers, body };
      requests.push(request);
      const answer = handler(request);
      if (answer.dropped) incoming.socket.destroy();
      if (answer.dropped || answer.silent) return;
      response.writeHead(answer.status ?? 200, { ...answer.headers });
      response.end(answer.text ?? JSON.stringify(answer.json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
