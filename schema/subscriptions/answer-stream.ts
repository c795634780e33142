/** The form in which transports take answers. */
import { type ExecutionResult, GraphQLError } from 'graphql';

/** Answers until it is closed; ends with an answer that holds one error where the hub ends it. */
export type AnswerStream = AsyncGenerator<ExecutionResult, void, void>;

export interface StreamEnds {
  /** Called when it is over, once or more. */
  left(): void;
  /** Errors as the caller is to see them. */
  show(errors: readonly GraphQLError[]): readonly GraphQLError[];
}

/**
 * Unlike a generator by itself it ends at once when nobody wants the next answer, also while one is waited for, and tells
 * a refusal as its last answer.
 */
export function streamOf(inner: AnswerStream, { left, show }: StreamEnds): AnswerStream {
  let over = false;
  const end = (): void => {
    over = true;
    left();
  };
  return {
    async next() {
      if (over) return { done: true, value: undefined };
      try {
        const step = await inner.next();
        if (step.done === true) end();
        else if (step.value.errors !== undefined)
          return { done: false, value: { ...step.value, errors: show(step.value.errors) } };
        return step;
      } catch (error) {
        end();
        const originalError = error instanceof Error ? error : null;
        return { done: false, value: { errors: show([new GraphQLError('the stream ended', { originalError })]) } };
      }
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
    async throw(error) {
      end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      end();
    },
  };
}
