/** The execution of each request, once, whoever asks for its answer first. */
import type { ExecutionResult } from 'graphql';
import type { RequestContext } from '../context.ts';
import type { OperationRequest } from './operation-request.ts';

export type OperationExecutor = (request: OperationRequest) => Promise<ExecutionResult>;

interface Executed {
  readonly request: OperationRequest;
  readonly answer: Promise<ExecutionResult>;
}

export interface OnceExecutor {
  readonly execute: OperationExecutor;
  /** What was executed in a context; null: nothing. */
  executedIn(context: RequestContext): Executed | null;
}

export function createOnceExecutor(run: OperationExecutor): OnceExecutor {
  const known = new WeakMap<object, Executed>();
  return {
    execute: (request) => {
      const executed = known.get(request.context.own) ?? { request, answer: run(request) };
      known.set(request.context.own, executed);
      return executed.answer;
    },
    executedIn: (context) => known.get(context.own) ?? null,
  };
}
