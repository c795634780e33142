/** Subscriptions over WebSocket: graphql-transport-ws on `/graphql`. */
import type { IncomingHttpHeaders, Server } from 'node:http';
import { useServer as serveOver } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { AnswerStream } from '../subscriptions/answer-stream.ts';
import type { StreamDesk, TransportSettings } from './stream-desk.ts';

/** Connections that never say who they are are cut off. */
const INIT_TIMEOUT_MS = 10_000;
/** The close code of a reader that is too slow; its reason says how to go on. */
export const SLOW_READER_CLOSE = 4429;
/** The close code of a hub that stops: come again, perhaps to another process. */
export const RESTART_CLOSE = 1012;
const COME_AGAIN = 'subscribe again, after the cursor of the last event';

interface Socket {
  close(code: number, reason: string): void;
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
  { schema, maxBytes, patience }: TransportSettings,
): SocketStreams {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxBytes });
  /** A socket takes the next message when the one before has left: there is nothing to wait for. */
  const outletOf = (socket: Socket) => ({
    ready: async () => true,
    cutOff: () => socket.close(SLOW_READER_CLOSE, `SLOW_READER: ${COME_AGAIN}`),
  });
  const serving = serveOver(
    {
      connectionInitWaitTimeout: INIT_TIMEOUT_MS,
      onConnect: ({ connectionParams }) => headersOf(connectionParams).authorization !== undefined,
      onSubscribe: async ({ connectionParams, extra }, _id, asked) => {
        const { socket } = extra as { readonly socket: Socket };
        const opening = await desk.open(asked, headersOf(connectionParams), outletOf(socket));
        if (!opening.ok) return opening.errors;
        const { document, stream } = opening;
        return { schema, document, rootValue: stream, variableValues: asked.variables ?? {} };
      },
      subscribe: ({ rootValue }) => rootValue as AnswerStream,
    },
    sockets,
    patience.keepAliveMs,
  );
  return {
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        const path = (request.url ?? '').split('?')[0];
        if (path !== '/graphql') socket.destroy();
        else sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
      });
    },
    async close() {
      for (const socket of sockets.clients) socket.close(RESTART_CLOSE, `RESTARTING: ${COME_AGAIN}`);
      await serving.dispose();
    },
  };
}
