/** Subscriptions over WebSocket: graphql-transport-ws on `/graphql`. */
import type { IncomingHttpHeaders, Server } from 'node:http';
import { handleProtocols, makeServer } from 'graphql-ws';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { AnswerStream } from '../subscriptions/answer-stream.ts';
import type { StreamDesk, TransportSettings } from './stream-desk.ts';

/** Connections that never say who they are are cut off. */
const INIT_TIMEOUT_MS = 10_000;
/** The close code of a reader that is too slow; its reason says how to go on. */
export const SLOW_READER_CLOSE = 4429;
/** The close code of a hub that stops: come again, perhaps to another process. */
export const RESTART_CLOSE = 1012;
const COME_AGAIN = 'subscribe again, after the cursor of the last event';

/** The close code of graphql-transport-ws for what went wrong on our side. */
const INTERNAL_CLOSE = 4500;

/**
 * What a socket has said and was not answered: its answers wait where it does not read them. Open subscriptions are
 * among it, so it is more than a caller may have of them.
 */
const UNANSWERED = { messages: 20_000, bytes: 32_000_000 };

/** Has whoever is not there, or does not read, cut off. */
function watch(socket: WebSocket, everyMs: number): void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const beat = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, everyMs);
  socket.once('close', () => clearInterval(beat));
}

/** Hands over what a socket says, as long as it takes the answers. */
function listen(socket: WebSocket, take: (text: string) => Promise<void>, failed: () => void): void {
  const unanswered = { messages: 0, bytes: 0 };
  socket.on('message', (raw: RawData) => {
    const text = String(raw);
    unanswered.messages += 1;
    unanswered.bytes += text.length;
    if (unanswered.messages > UNANSWERED.messages || unanswered.bytes > UNANSWERED.bytes) return socket.terminate();
    take(text)
      .catch(failed)
      .finally(() => {
        unanswered.messages -= 1;
        unanswered.bytes -= text.length;
      });
  });
}

/** Resolves when it has left, or never will: what else there is to say of a line that is gone, its end says. */
function sendOver(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.OPEN) socket.send(text, () => resolve());
    else resolve();
  });
}

export interface SocketStreams {
  /** Takes WebSockets of a server's `/graphql`. */
  attach(server: Server): void;
  /** Closes every socket and says why. */
  close(): Promise<void>;
}

/** Identity as a WebSocket brings it: `authorization`, `purpose` and `case` in `connection_init`. */
function headersOf(given: Readonly<Record<string, unknown>> | undefined): IncomingHttpHeaders {
  const text = (name: string): string | undefined => {
    const value = given?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  return { authorization: text('authorization'), 'wanjia-purpose': text('purpose'), 'wanjia-case': text('case') };
}

export function createSocketStreams(
  desk: StreamDesk,
  { schema, maxBytes, patience, log }: TransportSettings,
): SocketStreams {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxBytes, handleProtocols });
  /** A socket takes the next message when the one before has left: there is nothing to wait for. */
  const outletOf = (socket: WebSocket) => ({
    ready: async () => true,
    cutOff: () => socket.close(SLOW_READER_CLOSE, `SLOW_READER: ${COME_AGAIN}`),
  });
  const serving = makeServer<Record<string, unknown> | undefined, { readonly socket: WebSocket }>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,
    onConnect: async ({ connectionParams }) => {
      const headers = headersOf(connectionParams);
      return headers.authorization !== undefined && (await desk.knows(headers));
    },
    onSubscribe: async ({ connectionParams, extra }, _id, asked) => {
      const opening = await desk.open(asked, headersOf(connectionParams), outletOf(extra.socket));
      if (!opening.ok) return opening.errors;
      const { document, stream } = opening;
      return { schema, document, rootValue: stream, variableValues: asked.variables ?? {} };
    },
    subscribe: ({ rootValue }) => rootValue as AnswerStream,
  });

  function serve(socket: WebSocket): void {
    let ponging = false;
    // What is wrong with a line or what it says ends it; whoever is at its other end knows.
    socket.on('error', () => undefined);
    watch(socket, patience.keepAliveMs);
    const failed = (): void => {
      log.error({}, 'what a subscriber said could not be taken');
      socket.close(INTERNAL_CLOSE, 'internal error');
    };
    const closed = serving.opened(
      {
        protocol: socket.protocol,
        send: (text) => sendOver(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => listen(socket, take, failed),
        // One at a time, and without what it brought: a socket that asks and does not read is not to fill the memory.
        onPing: async () => {
          if (ponging) return;
          ponging = true;
          await sendOver(socket, '{"type":"pong"}');
          ponging = false;
        },
      },
      { socket },
    );
    socket.once('close', (code, reason) => void closed(code, String(reason)));
  }

  return {
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        const path = (request.url ?? '').split('?')[0];
        if (path !== '/graphql') socket.destroy();
        else sockets.handleUpgrade(request, socket, head, serve);
      });
    },
    async close() {
      for (const socket of sockets.clients) socket.close(RESTART_CLOSE, `RESTARTING: ${COME_AGAIN}`);
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}
