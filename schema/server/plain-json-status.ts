/**
 * Clients that ask for `application/json` and nothing else read an answer only under status 200
 * (GraphQL over HTTP, section 6.4.1): a request the graph cannot answer is told apart by its `errors`.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../context.ts';

/** What the specification counts as an answer to a well-formed request. */
const ANSWERED: ReadonlySet<unknown> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

function readsPlainJsonOnly(accept: string | undefined): boolean {
  return accept !== undefined && /application\/json/i.test(accept) && !/graphql-response\+json|\*\/\*/i.test(accept);
}

export function plainJsonStatus(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response, errors }) => {
        if (response.http.status !== 400 || !readsPlainJsonOnly(request.http?.headers.get('accept'))) return;
        if (errors?.every(({ extensions }) => ANSWERED.has(extensions.code))) response.http.status = 200;
      },
    }),
  };
}
