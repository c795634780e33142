/** Subscriptions on the wire: graphql-transport-ws on `/graphql`, graphql-sse on `/graphql/stream`. */
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { useServer as serveOver } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { AnswerStream, StreamRequest, Streams } from '../subscriptions/streams.ts';
import { createFormatError } from './format-error.ts';
import { extentRule, type OperationLimits } from './limits.ts';
import type { ServerLog } from './server-log.ts';

export interface StreamServerParts {
  readonly schema: GraphQLSchema;
  readonly streams: Streams;
  readonly limits: OperationLimits;
  readonly log: ServerLog;
}

export interface StreamServer {
  /** Takes WebSockets of a server's `/graphql`. */
  attach(server: Server): void;
  /** Answers `/graphql/stream`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends the streams and says so: 1001, or the end of the event stream. */
  close(): Promise<void>;
}

/** Connections that never say who they are are cut off. */
const INIT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 15_000;
/** The close code of a reader that is too slow; its reason says how to go on. */
export const SLOW_READER_CLOSE = 4429;

interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Identity as a WebSocket brings it: `authorization`, `purpose` and `case` in `connection_init`. */
function headersOf(given: Readonly<Record<string, unknown>> | undefined): IncomingHttpHeaders {
  const text = (name: string): string | undefined => {
    const value = given?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  return { authorization: text('authorization'), 'wanjia-purpose': text('purpose'), 'wanjia-case': text('case') };
}

export function createStreamServer({ schema, streams, limits, log }: StreamServerParts): StreamServer {
  const format = createFormatError(log);
  const formatted = (errors: readonly GraphQLError[]) => errors.map((error) => format(error.toJSON(), error));
  const rules = [...specifiedRules, extentRule(limits)];

  function requestOf({ query, operationName, variables }: Asked, headers: IncomingHttpHeaders): StreamRequest {
    const document = parse(query, { maxTokens: 10_000 });
    const [invalid] = validate(schema, document, rules, { maxErrors: 20 });
    if (invalid !== undefined) throw invalid;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
      throw new WanjiaError('REQUEST_MALFORMED', {
        detail: 'only subscriptions are streamed; send the rest as a POST',
      });
    return { headers, document, operation, variables: variables ?? {} };
  }

  function asErrors(error: unknown): readonly GraphQLError[] {
    if (error instanceof GraphQLError) return [error];
    if (error instanceof WanjiaError) return [new GraphQLError(error.message, { originalError: error })];
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'a stream could not be opened');
    return [new GraphQLError('internal error', { originalError: error instanceof Error ? error : null })];
  }

  const codeOf = (errors: readonly GraphQLError[] | undefined): string | undefined => {
    const cause = errors?.[0]?.originalError;
    return cause instanceof WanjiaError ? cause.code : undefined;
  };

  /** Errors of answers as callers see them. */
  async function* shown(
    stream: AnswerStream,
    ended: (errors: readonly GraphQLError[]) => void,
  ): AsyncGenerator<ExecutionResult, void, void> {
    try {
      for await (const { errors, ...result } of stream) {
        if (errors !== undefined) ended(errors);
        yield errors === undefined ? result : { ...result, errors: formatted(errors) as unknown as GraphQLError[] };
      }
    } finally {
      await stream.return();
    }
  }

  /** A stream that could not be opened says why as its only answer: an event stream has no other place for it. */
  async function* endedBy(errors: readonly GraphQLError[]): AsyncGenerator<ExecutionResult, void, void> {
    yield { errors: formatted(errors) as unknown as GraphQLError[] };
  }

  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.bytes });
  const serving = serveOver(
    {
      connectionInitWaitTimeout: INIT_TIMEOUT_MS,
      onConnect: ({ connectionParams }) => headersOf(connectionParams).authorization !== undefined,
      onSubscribe: async (ctx, _id, asked) => {
        try {
          const request = requestOf(asked, headersOf(ctx.connectionParams));
          const stream = await streams.open(request);
          return {
            schema,
            document: request.document,
            rootValue: stream,
            variableValues: asked.variables ?? {},
            contextValue: ctx.extra,
          };
        } catch (error) {
          return asErrors(error);
        }
      },
      subscribe: ({ rootValue, contextValue }) => {
        const { socket } = contextValue as { readonly socket: { close(code: number, reason: string): void } };
        return shown(rootValue as AnswerStream, (errors) => {
          if (codeOf(errors) === 'SLOW_READER')
            socket.close(SLOW_READER_CLOSE, 'SLOW_READER: subscribe again, after the cursor of the last event');
        });
      },
      onError: (_ctx, _id, _asked, errors) => formatted(errors),
    },
    sockets,
    KEEP_ALIVE_MS,
  );

  const events = createHandler({
    schema,
    onSubscribe: async ({ raw }, { query, operationName, variables }) => {
      try {
        const stream = await streams.open(requestOf({ query, operationName, variables }, raw.headers));
        return shown(stream, () => undefined);
      } catch (error) {
        return endedBy(asErrors(error));
      }
    },
  });

  return {
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        const path = (request.url ?? '').split('?')[0];
        if (path !== '/graphql') socket.destroy();
        else sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
      });
    },
    handle: (request, response) => events(request, response),
    async close() {
      streams.close();
      await serving.dispose();
    },
  };
}
