import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { whileInHand } from './in-hand.ts';
import { type Claimed, type ItemStore, LEASE_MS } from './item.store.ts';

const claimed: Claimed = { item: 7, attempts: 1, plannedAt: new Date(0), doubtful: false };
const clock = { now: () => new Date() };

/** Tells until when an item was kept in hand. */
function storeThat(isOurs: () => boolean) {
  const kept: number[] = [];
  const keep: ItemStore['keep'] = async (_party, some, now) => {
    kept.push(now.getTime() + LEASE_MS);
    return isOurs() ? some : [];
  };
  return { kept, items: { keep } as ItemStore };
}

describe('what is in hand', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('stays there as long as it is tried, and no longer', async () => {
    const { kept, items } = storeThat(() => true);
    let arrive = (): void => undefined;
    const tried = whileInHand({ items, party: 1, claimed, clock }, async () => {
      await new Promise<void>((resolve) => {
        arrive = resolve;
      });
      return 'arrived';
    });
    for (let minutes = 0; minutes < 10; minutes += 1) {
      await jest.advanceTimersByTimeAsync(60_000);
      expect(kept.at(-1)).toBeGreaterThan(Date.now());
    }
    arrive();
    expect(await tried).toBe('arrived');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is not tried when another has it', async () => {
    const { items } = storeThat(() => false);
    const attempt = jest.fn(async () => 'arrived');
    expect(await whileInHand({ items, party: 1, claimed, clock }, attempt)).toBeNull();
    expect(attempt).not.toHaveBeenCalled();
  });
});
