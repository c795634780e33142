/** Trying what may take longer than an item may be in hand: it stays there as long as it is tried. */
import type { Clock } from '../../kernel/clock.ts';
import { type Claimed, type ItemStore, LEASE_MS } from './item.store.ts';

export interface InHand {
  readonly items: ItemStore;
  readonly party: number;
  readonly claimed: Claimed;
  readonly clock: Clock;
}

/** Tries an item that is in hand; null: it has come into other hands meanwhile, and is not tried. */
export async function whileInHand<T>(
  { items, party, claimed, clock }: InHand,
  attempt: () => Promise<T>,
): Promise<T | null> {
  const keep = (): Promise<readonly Claimed[]> => items.keep(party, [claimed], clock.now());
  if ((await keep()).length === 0) return null;
  // Not kept once: the next time comes before the lease is over.
  const keeping = setInterval(() => void keep().catch(() => undefined), LEASE_MS / 3);
  try {
    return await attempt();
  } finally {
    clearInterval(keeping);
  }
}
