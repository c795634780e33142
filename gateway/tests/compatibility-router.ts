/** The gateway's planner over subgraphs of a test, in this process. */
import { type ExecutionResult, parse, print, validate } from 'graphql';
import { createPlanExecutor } from '../src/plan-executor.ts';

type Ask = (source: string, variables?: Readonly<Record<string, unknown>>) => Promise<object>;

interface Asked {
  readonly asked: readonly string[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly subgraphs: Readonly<Record<string, Ask>>;
}

/** The answers to several operations, as a client of the gateway gets them. */
export async function throughRouter(supergraph: string, { asked, variables, subgraphs }: Asked): Promise<object[]> {
  const { schema, execute } = await createPlanExecutor<null>(
    supergraph,
    async (subgraph, request) =>
      (await subgraphs[subgraph]?.(print(request.document), request.variables)) as ExecutionResult,
  );
  const answers: object[] = [];
  for (const query of asked) {
    const document = parse(query);
    const errors = validate(schema, document);
    answers.push(errors.length > 0 ? { errors } : await execute({ document, variables }, null));
  }
  return answers;
}
