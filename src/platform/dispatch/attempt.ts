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
  /** Another try would fail as well. */
  readonly lasting?: boolean;
}

export const delivered = ({ item }: Claimed, status: number | null): Tried => ({
  ...{ item, state: 'DELIVERED', status, error: null, again: null, retryAfter: 0 },
});

export const withheld = ({ item }: Claimed): Tried => ({
  ...{ item, state: 'WITHHELD', status: null, error: null, again: null, retryAfter: 0 },
});

/** To be tried again after a pause that grows, or given up. */
export function failed({ item, attempts, plannedAt }: Claimed, failure: Failure, now: Date): Tried {
  const { status, error, retryAfter = 0, lasting = false } = failure;
  const again = new Date(now.getTime() + Math.max(pauseAfter(attempts, Math.random()), retryAfter));
  const dead = lasting || again.getTime() - plannedAt.getTime() > PATIENCE_MS;
  return { item, state: dead ? 'DEAD' : 'PENDING', status, error, again, retryAfter };
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
