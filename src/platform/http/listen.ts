import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WanjiaError } from '../../kernel/errors.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface ListenSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** A server that listens. */
export interface HttpServer {
  readonly server: Server;
  readonly url: string;
  readonly port: number;
  /** Takes no new connection, lets the requests under way finish, then cuts what is left after the patience. */
  close(patienceMs?: number): Promise<void>;
}

const DRAIN_MS = 10_000;
const HEADERS_MS = 20_000;

function listening(server: Server, { host, port }: ListenSettings): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new WanjiaError('PORT_IN_USE', { port }, { cause }) : cause);
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

async function drain(server: Server, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(cut);
}

/** Fails at once where the address is taken, before anything is begun that ends in listening on it. */
export async function requireFreePort(settings: ListenSettings): Promise<void> {
  const server = createServer();
  await listening(server, settings);
  await drain(server, 0);
}

/** Starts an HTTP server on the address. */
export async function listen(settings: ListenSettings, onRequest: RequestHandler): Promise<HttpServer> {
  const server = createServer({ headersTimeout: HEADERS_MS }, (request, response) => {
    // Once the server drains, a kept-alive connection must not bring another request.
    if (!server.listening) response.setHeader('Connection', 'close');
    onRequest(request, response);
  });
  const { port } = await listening(server, settings);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const shown = settings.host === '0.0.0.0' || settings.host === '::' ? 'localhost' : host;
  return { server, port, url: `http://${shown}:${port}`, close: (patienceMs = DRAIN_MS) => drain(server, patienceMs) };
}
