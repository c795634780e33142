/** A store that refuses for a moment is asked again: a full disk is cleared, a store that hiccups comes back. */
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';

/** Does work again while it fails in a way that passes; throws the last failure, or the first after the signal. */
export type Patience = <T>(
  work: () => Promise<T>,
  passes: (failure: unknown) => boolean,
  signal?: AbortSignal,
) => Promise<T>;

/** How often, and how long between two tries at first and at most. */
export interface PatienceSettings {
  readonly tries: number;
  readonly firstMs: number;
  readonly mostMs: number;
}

/** What is asked for is answered or refused soon. */
export const BRIEF: PatienceSettings = { tries: 3, firstMs: 200, mostMs: 2_000 };
/** What was worked out already is worth some minutes. */
export const LONG: PatienceSettings = { tries: 60, firstMs: 200, mostMs: 5_000 };

export function patienceOf({ tries, firstMs, mostMs }: PatienceSettings): Patience {
  const backoff = new ExponentialBackoff({ initialDelay: firstMs, maxDelay: mostMs });
  return (work, passes, signal) => retry(handleWhen(passes), { maxAttempts: tries, backoff }).execute(work, signal);
}
