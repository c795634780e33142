/** The hub's keys under the operator's hands. */

import type { Listing } from '../cli/app.ts';
import { beijingTime } from '../kernel/clock.ts';
import { listKeys as keysOf, rotateKeys } from '../platform/crypto/key-rotation.ts';
import { type ResealReport, resealAll } from '../platform/crypto/reseal.ts';
import type { Hub } from './hub.ts';
import { SEALED_COLUMNS } from './sealed-columns.ts';

/** One process at a time seals anew. */
const RESEAL_LOCK = 'wanjia:reseal';

export function resealHub(hub: Hub, signal?: AbortSignal): Promise<ResealReport> {
  return hub.db.withLock(RESEAL_LOCK, async () => {
    await hub.sealing.refresh();
    const parts = { db: hub.db, sealer: hub.sealing.sealer, columns: SEALED_COLUMNS };
    return resealAll(parts, () => hub.archive.reseal(), signal);
  });
}

export function rotateHubKeys({ db, sealing }: Hub): Promise<string> {
  return rotateKeys({ db, sealing, provider: sealing.provider });
}

export async function listHubKeys({ db, sealing }: Hub): Promise<Listing> {
  const keys = await keysOf(db, sealing.sealer.currentKey);
  return keys.map(({ id, state, createdAt, retiredAt }) => ({
    id,
    state,
    created: beijingTime(createdAt),
    retired: retiredAt === null ? null : beijingTime(retiredAt),
  }));
}
