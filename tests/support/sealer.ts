/** Sealing under keys that are the same in every test run, so that a test can write what a hub reads. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKeyRing } from '../../src/platform/crypto/key-ring.ts';
import { type RememberingSealer, remembering } from '../../src/platform/crypto/remembering.ts';
import { createSealer, type Sealer } from '../../src/platform/crypto/sealer.ts';

const [KEY, INDEX] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const ring = createKeyRing({ current: 'k1', keys: new Map([['k1', KEY]]), index: { id: 'i1', secret: INDEX } });

export const testSealer: Sealer = createSealer(() => ring);

export const testBulk: RememberingSealer = remembering(testSealer, { indexes: 100, values: 100 });

/** Gives a hub's home the tests' keys before the hub opens. */
export async function writeTestKeys(home: string): Promise<void> {
  const keys = {
    current: 'k1',
    keys: { k1: KEY.toString('hex') },
    index: { id: 'i1', secret: INDEX.toString('hex') },
  };
  await mkdir(join(home, 'keys'), { recursive: true, mode: 0o700 });
  await writeFile(join(home, 'keys', 'sealing.json'), JSON.stringify(keys), { mode: 0o600 });
}
