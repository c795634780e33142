/** What the transports of subscriptions have in common: what was asked, opened, and errors as callers see them. */
import type { IncomingHttpHeaders } from 'node:http';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { RecentMap } from '../../src/kernel/recent-map.ts';
import type { AnswerStream } from '../subscriptions/answer-stream.ts';
import type { Outlet, Streams } from '../subscriptions/streams.ts';
import { createFormatError } from './format-error.ts';
import { extentRule, type OperationLimits } from './limits.ts';
import type { ServerLog } from './server-log.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** Documents kept by their text: thousands of subscribers ask in the same words. */
const DOCUMENTS_KEPT = 500;

export interface StreamAsked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What was opened, or why nothing was. */
export type Opening =
  | { readonly ok: true; readonly document: DocumentNode; readonly stream: AnswerStream }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

export interface StreamDesk {
  open(asked: StreamAsked, headers: IncomingHttpHeaders, outlet: Outlet): Promise<Opening>;
  /** Throws what keeps a caller out. */
  admit(headers: IncomingHttpHeaders): Promise<void>;
  /** Whether somebody asks; what else keeps them out they are told when they ask for something. */
  knows(headers: IncomingHttpHeaders): Promise<boolean>;
}

/** How long the transports bear with readers that do not read. */
export interface StreamPatience {
  /** A WebSocket is asked so often whether it is there; one that has not answered by the next time is cut off. */
  readonly keepAliveMs: number;
  /** So long a reader that is cut off may take to read that it is. */
  readonly lastWordsMs: number;
}

export interface TransportSettings {
  readonly schema: GraphQLSchema;
  readonly maxBytes: number;
  readonly patience: StreamPatience;
  readonly log: ServerLog;
}

export interface StreamDeskParts {
  readonly schema: GraphQLSchema;
  readonly streams: Streams;
  readonly limits: OperationLimits;
  readonly log: ServerLog;
  readonly trusted: TrustedDocuments;
}

/** What a rule of ours refuses has its own code already. */
function asInvalid({ message, nodes, originalError, extensions }: GraphQLError): GraphQLError {
  const code = { code: 'GRAPHQL_VALIDATION_FAILED', ...extensions };
  return new GraphQLError(message, { nodes: nodes ?? null, originalError: originalError ?? null, extensions: code });
}

export function createStreamDesk({ schema, streams, limits, log, trusted }: StreamDeskParts): StreamDesk {
  const format = createFormatError(log);
  const rules = [...specifiedRules, extentRule(limits)];
  const documents = new RecentMap<string, DocumentNode>(DOCUMENTS_KEPT);

  const shown = (errors: readonly GraphQLError[]): GraphQLError[] =>
    errors.map((error) => {
      const { message, extensions, path } = format(error.toJSON(), error);
      return new GraphQLError(message, { extensions, path });
    });

  function parsed(query: string): DocumentNode {
    try {
      return parse(query, { maxTokens: 10_000 });
    } catch {
      throw new GraphQLError('syntax error', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
    }
  }

  function documentOf(query: string): DocumentNode {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const document = parsed(query);
    const [invalid] = validate(schema, document, rules, { maxErrors: 20 });
    if (invalid !== undefined) throw asInvalid(invalid);
    documents.set(query, document);
    return document;
  }

  function asErrors(error: unknown): readonly GraphQLError[] {
    if (error instanceof GraphQLError) return [error];
    if (error instanceof WanjiaError) return [new GraphQLError(error.message, { originalError: error })];
    return [new GraphQLError('internal error', { originalError: error instanceof Error ? error : null })];
  }

  return {
    admit: (headers) => streams.admit(headers),
    async knows(headers) {
      try {
        await streams.organisationOf(headers);
        return true;
      } catch (error) {
        return !(error instanceof WanjiaError && error.code === 'UNAUTHENTICATED');
      }
    },
    async open(asked, headers, outlet) {
      const { operationName, variables, extensions } = asked;
      try {
        const text = (await trusted.textOf(asked, await streams.organisationOf(headers))) ?? '';
        const document = documentOf(text);
        const operation = getOperationAST(document, operationName);
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
          throw new WanjiaError('REQUEST_MALFORMED', {
            detail: 'only subscriptions are streamed; send the rest as a POST',
          });
        const tellsPlace = extensions?.tellPlace === true;
        const given = { headers, document, operation, variables: variables ?? {}, tellsPlace };
        const stillTrusted = async (organisation: string): Promise<unknown> =>
          trusted.textOf({ query: text }, organisation);
        const stream = await streams.open({ ...given, outlet, stillTrusted, show: shown });
        return { ok: true, document, stream };
      } catch (error) {
        return { ok: false, errors: shown(asErrors(error)) };
      }
    },
  };
}
