/**
 * Whether a database and the keys at hand belong together. The database holds a check value of every key that sealed
 * something in it; without its own keys it is not opened, so that nothing is ever written under keys that do not fit.
 */
import { WanjiaError } from '../../kernel/errors.ts';
import type { Database, Queryable } from '../database/database.ts';
import type { KeyProvider } from './key-provider.ts';
import type { KeyMaterial } from './key-ring.ts';
import { hmacSm3 } from './sm3.ts';

/** `IN_USE`: values may stand under it. `RETIRED`: nothing in the database does any more; only backups may. */
export type KeyState = 'IN_USE' | 'RETIRED';

interface CheckedKey {
  readonly id: string;
  readonly check_value: string;
  readonly state: KeyState;
}

function checkValue(id: string, secret: Uint8Array): string {
  return hmacSm3(secret, `wanjia key check ${id}`);
}

function secretsOf({ keys, index }: KeyMaterial): ReadonlyMap<string, Uint8Array> {
  return new Map([...keys, [index.id, index.secret]]);
}

function verify(held: readonly CheckedKey[], material: KeyMaterial, place: string): void {
  const secrets = secretsOf(material);
  for (const { id, check_value, state } of held) {
    const secret = secrets.get(id);
    if (secret === undefined && state === 'IN_USE') throw new WanjiaError('SEALING_KEY_MISSING', { key: id });
    if (secret !== undefined && checkValue(id, secret) !== check_value)
      throw new WanjiaError('KEYS_NOT_OWN', { key: id, place });
  }
}

/** Notes keys the database has not seen, so that it will ask for them. */
export async function registerKeys(db: Queryable, material: KeyMaterial): Promise<void> {
  const secrets = [...secretsOf(material)];
  await db.execute(
    `insert into sealing_key (id, check_value) select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
    [secrets.map(([id]) => id), secrets.map(([id, secret]) => checkValue(id, secret))],
  );
}

/** One at a time: whoever comes first makes the keys, the others find them. */
const LOCK = 'wanjia:sealing-keys';

/**
 * The keys of a database; made where database and provider are both new.
 * Errors: KEYS_MISSING, KEYS_NOT_OWN, KEYS_UNREADABLE, SEALING_KEY_MISSING, DATABASE_NOT_SEALED.
 */
export function openKeys(
  db: Database,
  provider: KeyProvider,
  holdsRecords: () => Promise<boolean>,
): Promise<KeyMaterial> {
  return db.withLock(LOCK, async () => {
    const held = await db.query<CheckedKey>('select id, check_value, state from sealing_key');
    const found = await provider.read();
    if (found === null && held.length > 0) throw new WanjiaError('KEYS_MISSING', { place: provider.place });
    if (held.length === 0 && (await holdsRecords())) throw new WanjiaError('DATABASE_NOT_SEALED');
    const material = found ?? (await provider.create());
    verify(held, material, provider.place);
    await registerKeys(db, material);
    return material;
  });
}
