/** Sealing under keys that are the same in every test run. */
import { createKeyRing } from '../../src/platform/crypto/key-ring.ts';
import { createSealer, type Sealer } from '../../src/platform/crypto/sealer.ts';

const ring = createKeyRing({
  current: 'k1',
  keys: new Map([['k1', Buffer.alloc(32, 1)]]),
  index: { id: 'i1', secret: Buffer.alloc(32, 2) },
});

export const testSealer: Sealer = createSealer(() => ring);
