/** The hub's sealing: its keys as they stand now, followed while it runs. */
import type { Database } from '../database/database.ts';
import { openKeys } from './key-check.ts';
import type { KeyProvider } from './key-provider.ts';
import { createKeyRing, type KeyMaterial } from './key-ring.ts';
import { type RememberingSealer, remembering } from './remembering.ts';
import { createFileSealer, type FileSealer } from './sealed-file.ts';
import { createSealer, type Sealer } from './sealer.ts';

/** A new key is known to every process before any of them seals with it: `keys rotate` waits longer than this. */
export const KEYS_FOLLOWED_MS = 1_000;

/** Values of each use. */
const REMEMBERED = { indexes: 50_000, values: 4_000 };

export interface Sealing {
  readonly sealer: Sealer;
  /** For bulk: remembers the values of a district, a few dozen megabytes. */
  readonly bulk: RememberingSealer;
  readonly files: FileSealer;
  readonly provider: KeyProvider;
  /** Takes over the keys as they stand. */
  refresh(): Promise<void>;
  close(): void;
}

function sameKeys(a: KeyMaterial, b: KeyMaterial): boolean {
  return a.current === b.current && a.keys.size === b.keys.size && [...a.keys.keys()].every((id) => b.keys.has(id));
}

export async function openSealing(deps: {
  readonly db: Database;
  readonly provider: KeyProvider;
  /** Whether the database holds records already: then it must have keys of its own. */
  holdsRecords(): Promise<boolean>;
  /** Told when the keys could not be read again; those held stay in force. */
  onFailure(error: unknown): void;
}): Promise<Sealing> {
  let material = await openKeys(deps.db, deps.provider, deps.holdsRecords);
  let ring = createKeyRing(material);
  const refresh = async (): Promise<void> => {
    const read = await deps.provider.read();
    if (read === null || sameKeys(read, material)) return;
    material = read;
    ring = createKeyRing(read);
  };
  const following = setInterval(() => void refresh().catch(deps.onFailure), KEYS_FOLLOWED_MS);
  following.unref();
  const sealer = createSealer(() => ring);
  return {
    sealer,
    bulk: remembering(sealer, REMEMBERED),
    files: createFileSealer(() => ring),
    provider: deps.provider,
    refresh,
    close: () => clearInterval(following),
  };
}
