/** Subscriptions on the wire: graphql-transport-ws on `/graphql`, graphql-sse on `/graphql/stream`. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createEventStreams } from './event-streams.ts';
import { createSocketStreams } from './socket-streams.ts';
import { createStreamDesk, type StreamDeskParts, type StreamPatience } from './stream-desk.ts';

export interface StreamServer {
  /** Takes WebSockets of a server's `/graphql`. */
  attach(server: Server): void;
  /** Answers `/graphql/stream`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends the streams and has their readers come again: close code 1012, or an event stream that ends incomplete. */
  close(): Promise<void>;
}

const PATIENCE: StreamPatience = { keepAliveMs: 15_000, lastWordsMs: 5_000 };

export function createStreamServer(parts: StreamDeskParts, patience = PATIENCE): StreamServer {
  const { schema, streams, limits, log } = parts;
  const desk = createStreamDesk(parts);
  const settings = { schema, maxBytes: limits.bytes, patience, log };
  const sockets = createSocketStreams(desk, settings);
  const events = createEventStreams(desk, settings);
  return {
    attach: (server) => sockets.attach(server),
    handle: (request, response) => events.handle(request, response),
    async close() {
      // First nobody takes anything any more: what ends then is not told as complete.
      events.close();
      const closed = sockets.close();
      streams.close();
      await closed;
    },
  };
}
