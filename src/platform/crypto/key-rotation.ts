/** Changes the key that seals. Values under the older keys stay readable until they are sealed anew. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Database } from '../database/database.ts';
import { type KeyState, registerKeys } from './key-check.ts';
import type { KeyProvider } from './key-provider.ts';
import { KEYS_FOLLOWED_MS, type Sealing } from './sealing.ts';

const LOCK = 'wanjia:rotate-keys';

/** `NEXT`: made by a rotation that has not ended, opens but does not seal. */
export type ListedState = KeyState | 'CURRENT' | 'NEXT';

export interface ListedKey {
  readonly id: string;
  readonly state: ListedState;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
}

const numberOf = (id: string): number => Number(id.slice(1));

/** Makes a new key the current one; tells its id. A rotation that was killed is carried on with the key it had made. */
export function rotateKeys(deps: {
  readonly db: Database;
  readonly provider: KeyProvider;
  readonly sealing: Sealing;
}): Promise<string> {
  const { db, provider, sealing } = deps;
  return db.withLock(LOCK, async () => {
    const held = await provider.read();
    if (held === null) throw new WanjiaError('KEYS_MISSING', { place: provider.place });
    const newest = [...held.keys.keys()].sort((a, b) => numberOf(b) - numberOf(a))[0] ?? held.current;
    const next = numberOf(newest) > numberOf(held.current) ? newest : await provider.add();
    const material = await provider.read();
    if (material !== null) await registerKeys(db, material);
    // Every process knows the key before the first of them seals with it.
    await sleep(2 * KEYS_FOLLOWED_MS);
    await provider.makeCurrent(next);
    await sealing.refresh();
    // And every process seals with it before anybody looks for what still stands under the older one.
    await sleep(2 * KEYS_FOLLOWED_MS);
    return next;
  });
}

/** Every key the database knows, oldest first. */
export async function listKeys(db: Database, current: string): Promise<readonly ListedKey[]> {
  const rows = await db.query<{ id: string; state: KeyState; created_at: Date; retired_at: Date | null }>(
    'select id, state, created_at, retired_at from sealing_key order by left(id, 1) desc, length(id), id',
  );
  const stateOf = (id: string, state: KeyState): ListedState => {
    if (!id.startsWith('k') || state === 'RETIRED') return state;
    if (id === current) return 'CURRENT';
    return numberOf(id) > numberOf(current) ? 'NEXT' : state;
  };
  return rows.map(({ id, state, created_at, retired_at }) => ({
    id,
    state: stateOf(id, state),
    createdAt: created_at,
    retiredAt: retired_at,
  }));
}
