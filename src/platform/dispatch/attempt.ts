/** What came of a try, in the words of the items' table, and what a round of them says of their party. */
import type { Round } from './health.store.ts';
import type { Attempted, Claimed } from './item.store.ts';
import { PATIENCE_MS, pauseAfter } from './patience.ts';

export interface Tried extends Attempted {
  /** A pause that was asked for, in milliseconds. */
  readonly retryAfter: number;
  /** The party said that it wants to be told no more. */
  readonly gone?: boolean;
}

/** How a failed try was answered, if it was. */
export interface Failure extends Pick<Attempted, 'status' | 'error'> {
  readonly retryAfter?: number;
  /** It may have arrived all the same. */
  readonly uncertain?: boolean;
  /** Another try would fail as well. */
  readonly lasting?: boolean;
}

const ended = { error: null, again: null, uncertain: false, retryAfter: 0 } as const;

export const delivered = ({ item, attempts }: Claimed, status: number | null): Tried => ({
  ...{ item, attempts, state: 'DELIVERED', status, ...ended },
});

export const withheld = ({ item, attempts }: Claimed): Tried => ({
  ...{ item, attempts, state: 'WITHHELD', status: null, ...ended },
});

/** To be tried again after a pause that grows, or given up. */
export function failed({ item, attempts, plannedAt }: Claimed, failure: Failure, now: Date): Tried {
  const { status, error, retryAfter = 0, uncertain = false, lasting = false } = failure;
  const again = new Date(now.getTime() + Math.max(pauseAfter(attempts, Math.random()), retryAfter));
  const dead = lasting || again.getTime() - plannedAt.getTime() > PATIENCE_MS;
  return { item, attempts, state: dead ? 'DEAD' : 'PENDING', status, error, again, uncertain, retryAfter };
}

export function roundOf(tried: readonly Tried[]): Round {
  const count = (...states: string[]): number => tried.filter(({ state }) => states.includes(state)).length;
  return {
    succeeded: count('DELIVERED'),
    failed: count('PENDING', 'DEAD'),
    gone: tried.some(({ gone }) => gone === true),
    retryAfter: Math.max(0, ...tried.map(({ retryAfter }) => retryAfter)),
  };
}
