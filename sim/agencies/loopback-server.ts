import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOPBACK = '127.0.0.1';
const LONGEST_BODY = 1024 * 1024;

/** What an agency answers: JSON with a status. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type RequestHandler = (request: IncomingMessage) => Promise<Answer>;

export interface LoopbackServer {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/** An HTTP server that only this machine can reach. Port 0 takes any free one. */
export async function startLoopbackServer(handler: RequestHandler, port = 0): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    respond(handler, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    baseUrl: `http://${LOOPBACK}:${address.port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function respond(handler: RequestHandler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, body, headers } = await handler(request);
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

export function refusal(status: number, error: string, headers: Answer['headers'] = {}): Answer {
  return { status, body: { error }, headers };
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > LONGEST_BODY) throw new Error('request body too long');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
