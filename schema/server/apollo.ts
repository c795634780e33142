/** Apollo Server over the hub's own executor: each clearance has its own cleared schema. */
import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { type ErrorCode, type ErrorParams, WanjiaError } from '../../src/kernel/errors.ts';
import type { RequestContext } from '../context.ts';
import { stringifyJson } from '../records/json-text.ts';
import { operationCost } from './cost.ts';
import { asGraphQLError, createFormatError } from './format-error.ts';
import { extentRule, type OperationLimits } from './limits.ts';
import type { ServerMetrics } from './metrics.ts';
import type { OperationExecutor } from './once-executor.ts';
import { plainJsonStatus } from './plain-json-status.ts';
import type { ServerLog } from './server-log.ts';
import { takesCitizenNumber } from './url-guard.ts';

type GatewayInterface = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

export interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly execute: OperationExecutor;
  readonly log: ServerLog;
  readonly metrics: ServerMetrics;
  readonly limits: OperationLimits;
  readonly plugins?: readonly ApolloServerPlugin<RequestContext>[];
}

/** Apollo asks a gateway for schema and executor; ours is the same process. */
function asGateway(parts: ApolloParts): GatewayInterface {
  let announce: Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0] = () => {};
  return {
    onSchemaLoadOrUpdate: (callback) => {
      announce = callback;
      return () => {};
    },
    load: async () => {
      announce({ apiSchema: parts.schema, coreSupergraphSdl: '' });
      return {
        executor: ({ document, operation, operationName, request, context }) =>
          parts.execute({
            document,
            operation,
            operationName,
            variables: request.variables ?? {},
            context: context as RequestContext,
          }),
      };
    },
    stop: async () => {},
  };
}

export function refusedRequest(code: ErrorCode, params: ErrorParams = {}): Error {
  return asGraphQLError(new WanjiaError(code, params), { status: 400 });
}

function limiting({ schema, limits }: ApolloParts): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request }) => {
        if (request.http?.method === 'GET' && takesCitizenNumber(schema, document))
          throw refusedRequest('PERSONAL_VALUE_IN_URL');
        if (operation === undefined)
          throw refusedRequest('REQUEST_MALFORMED', {
            detail: 'operationName names none of the operations, or several',
          });
        if (operation.operation === 'subscription')
          throw refusedRequest('REQUEST_MALFORMED', { detail: 'a subscription is not answered by a single response' });
        const cost = operationCost(schema, { document, operation, variables: request.variables ?? {} });
        if (cost > limits.cost) throw refusedRequest('QUERY_TOO_COSTLY', { cost, limit: limits.cost });
      },
    }),
  };
}

function measuring({ metrics }: ApolloParts): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const began = performance.now();
      return {
        willSendResponse: async ({ operation, response }) => {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          const code = errors.length === 0 ? 'OK' : String(errors[0]?.extensions?.code);
          metrics.operation({
            kind: operation?.operation ?? 'none',
            code,
            seconds: (performance.now() - began) / 1000,
          });
        },
      };
    },
  };
}

export function createApolloServer(parts: ApolloParts): ApolloServer<RequestContext> {
  const { log, limits } = parts;
  const quiet = () => {};
  return new ApolloServer<RequestContext>({
    gateway: asGateway(parts),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // A request with this header is preflighted by every browser; all requests carry it.
    csrfPrevention: { requestHeaders: ['authorization'] },
    allowBatchedHttpRequests: false,
    // What is sent by its hash was registered (trusted-documents.ts); what anybody once sent is not kept.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    validationRules: [extentRule(limits)],
    validationOptions: { maxErrors: 20 },
    parseOptions: { maxTokens: 10_000 },
    formatError: createFormatError(log),
    stringifyResult: stringifyJson,
    logger: {
      debug: quiet,
      info: quiet,
      warn: () => log.warn({}, 'the GraphQL server warned'),
      error: () => log.error({}, 'the GraphQL server failed'),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limiting(parts),
      plainJsonStatus(),
      measuring(parts),
      ...(parts.plugins ?? []),
    ],
  });
}
