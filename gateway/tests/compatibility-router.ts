/** Hive Gateway over subgraphs of a test, in this process. */
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { type DocumentNode, print } from 'graphql';

type Ask = (source: string, variables?: Readonly<Record<string, unknown>>) => Promise<object>;

interface Asked {
  readonly asked: readonly string[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly subgraphs: Readonly<Record<string, Ask>>;
}

/** The answers to several operations, as a client of the gateway gets them. */
export async function throughRouter(supergraph: string, { asked, variables, subgraphs }: Asked): Promise<object[]> {
  const runtime = createGatewayRuntime({
    supergraph,
    unifiedGraphHandler,
    logging: false,
    landingPage: false,
    transports: {
      http: {
        getSubgraphExecutor: ({ subgraphName }) => {
          const ask = async (request: {
            document: DocumentNode;
            variables?: Record<string, unknown>;
          }): Promise<never> =>
            // Executors are typed by what their caller expects.
            (await subgraphs[subgraphName]?.(print(request.document), request.variables)) as never;
          return ask;
        },
      },
    },
  });
  try {
    const answers: object[] = [];
    for (const query of asked) {
      const response = await runtime.fetch('http://gateway/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      answers.push((await response.json()) as object);
    }
    return answers;
  } finally {
    await runtime[Symbol.asyncDispose]();
  }
}
