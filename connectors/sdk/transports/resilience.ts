import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { SourceError } from '../source-error.ts';

/** A failure that may pass: it is tried again. */
export class TransientError extends Error {
  readonly reason: SourceError;
  /** What the agency asked for; without it the wait grows by itself. */
  readonly retryAfterMs: number | null;

  constructor(reason: SourceError, retryAfterMs: number | null = null) {
    super(reason.message, { cause: reason });
    this.name = 'TransientError';
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

/** How patient the hub is with one agency. */
export interface Patience {
  readonly retries: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  readonly timeoutMs: number;
  /** After so many failures in a row the agency is left alone. */
  readonly failuresBeforePause: number;
  readonly pauseMs: number;
}

export const DEFAULT_PATIENCE: Patience = {
  retries: 5,
  firstDelayMs: 200,
  longestDelayMs: 120_000,
  timeoutMs: 30_000,
  failuresBeforePause: 10,
  pauseMs: 30_000,
};

/** Runs calls to one agency: timeout, retries with growing waits, a pause after repeated failure. */
export interface Resilience {
  readonly patience: Patience;
  run<T>(task: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>;
}

const isTimeout = (error: Error): boolean => error instanceof TaskCancelledError;
const isTransient = (error: Error): boolean => error instanceof TransientError || isTimeout(error);
/** Being asked to slow down is no outage. */
const isOutage = (error: Error): boolean =>
  isTimeout(error) || (error instanceof TransientError && error.retryAfterMs === null);

function waitBefore({ attempt, result }: IRetryBackoffContext<unknown>, patience: Patience): number {
  const asked = 'error' in result && result.error instanceof TransientError ? result.error.retryAfterMs : null;
  if (asked !== null) return asked;
  const grown = Math.min(patience.firstDelayMs * 2 ** (attempt - 1), patience.longestDelayMs);
  return grown * (0.75 + Math.random() / 2);
}

function toSourceError(error: unknown, source: string, patience: Patience): unknown {
  if (error instanceof TransientError) return error.reason;
  if (error instanceof BrokenCircuitError) return new SourceError('SOURCE_PAUSED', { source }, { cause: error });
  if (error instanceof TaskCancelledError) {
    return new SourceError('SOURCE_TIMEOUT', { source, seconds: patience.timeoutMs / 1000 }, { cause: error });
  }
  return error;
}

/** The policy for one agency; it lives as long as its connector, so that a pause outlasts a sync. */
export function createResilience(source: string, options: Partial<Patience> = {}): Resilience {
  const patience = { ...DEFAULT_PATIENCE, ...options };
  const policy = wrap(
    retry(handleWhen(isTransient), {
      maxAttempts: patience.retries,
      backoff: new DelegateBackoff((context) => waitBefore(context, patience)),
    }),
    circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: patience.pauseMs,
      breaker: new ConsecutiveBreaker(patience.failuresBeforePause),
    }),
    timeout(patience.timeoutMs, TimeoutStrategy.Aggressive),
  );
  return {
    patience,
    async run(task, signal) {
      try {
        return await policy.execute((context) => task(context.signal), signal);
      } catch (error) {
        signal.throwIfAborted();
        throw toSourceError(error, source, patience);
      }
    },
  };
}
