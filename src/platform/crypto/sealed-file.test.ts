import { describe, expect, it } from '@jest/globals';
import { createKeyRing } from './key-ring.ts';
import { createFileSealer } from './sealed-file.ts';

const ring = createKeyRing({
  current: 'k1',
  keys: new Map([['k1', Buffer.alloc(32, 1)]]),
  index: { id: 'i1', secret: Buffer.alloc(32, 2) },
});
const files = createFileSealer(() => ring);

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

const seal = (bytes: Uint8Array, use = 'archive'): Promise<Buffer> => all(files.seal(use, inParts(bytes, 10_000)));
const open = (bytes: Uint8Array, use = 'archive'): Promise<Buffer> => all(files.open(use, inParts(bytes, 7_777)));
const BROKEN = { code: 'SEALED_VALUE_BROKEN' };

describe('a sealed file', () => {
  it('opens as it was, whatever its length', async () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000]) {
      const clear = Buffer.alloc(length, 'the roll of a street ');
      const sealed = await seal(clear);
      expect((await open(sealed)).equals(clear)).toBe(true);
      expect(sealed.includes('street')).toBe(false);
    }
  });

  it('that was changed, cut, lengthened or moved gives out nothing of the wrong part', async () => {
    const sealed = await seal(Buffer.alloc(200_000, 'x'));
    const turned = Buffer.from(sealed);
    turned[100_000] = (turned[100_000] ?? 0) ^ 1;
    await expect(open(turned)).rejects.toMatchObject(BROKEN);
    const chunk = 65_536 + 36;
    for (const cut of [sealed.subarray(0, -1), sealed.subarray(0, 23 + chunk), sealed.subarray(0, 10), Buffer.alloc(0)])
      await expect(open(cut)).rejects.toMatchObject(BROKEN);
    await expect(open(Buffer.concat([sealed, Buffer.from('y')]))).rejects.toMatchObject(BROKEN);
    const swapped = Buffer.concat([
      sealed.subarray(0, 23),
      sealed.subarray(23 + chunk, 23 + 2 * chunk),
      sealed.subarray(23, 23 + chunk),
      sealed.subarray(23 + 2 * chunk),
    ]);
    await expect(open(swapped)).rejects.toMatchObject(BROKEN);
    await expect(open(sealed, 'export')).rejects.toMatchObject(BROKEN);
    await expect(open(Buffer.from('来源主键,更新时间'.repeat(20)))).rejects.toMatchObject(BROKEN);
  });
});
