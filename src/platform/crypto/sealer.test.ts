import { describe, expect, it } from '@jest/globals';
import { createKeyRing, type KeyMaterial } from './key-ring.ts';
import { headOf, readSealed, writeSealed } from './sealed-form.ts';
import { createSealer, type Sealer } from './sealer.ts';

const secret = (byte: number): Buffer => Buffer.alloc(32, byte);
const material = (current: string, ...ids: number[]): KeyMaterial => ({
  current,
  keys: new Map(ids.map((id) => [`k${id}`, secret(id)])),
  index: { id: 'i1', secret: secret(200) },
});
const sealerOf = (keys: KeyMaterial): Sealer => {
  const ring = createKeyRing(keys);
  return createSealer(() => ring);
};
const sealer = sealerOf(material('k1', 1));
const TEXT = '310199199001010016';

const failure = (work: () => unknown): { code: string; text: string } => {
  try {
    work();
  } catch (error) {
    return { code: (error as { code: string }).code, text: JSON.stringify(error) + String((error as Error).stack) };
  }
  throw new Error('nothing was thrown');
};

describe('a sealed value', () => {
  it('opens for its use, whatever its length', () => {
    for (const text of ['', 'a', TEXT, '走访情况：老人独居\n'.repeat(2_000), '💧'])
      for (const sealed of [sealer.seal('visit.findings', text), sealer.sealComparable('visit.findings', text)])
        expect(sealer.open('visit.findings', sealed)).toBe(text);
    expect(sealer.seal('visit.findings', null)).toBeNull();
    expect(sealer.open('visit.findings', null)).toBeNull();
  });

  it('is another each time, and shows nothing of the text', () => {
    const [one, two] = [sealer.seal('a.b', TEXT), sealer.seal('a.b', TEXT)];
    expect(headOf(one)).not.toBe(headOf(two));
    expect(one).not.toContain(TEXT.slice(0, 6));
    expect(readSealed(one)).toMatchObject({ keyId: 'k1' });
  });

  it('that is comparable has the head of its equals of the same use, and of no other', () => {
    const one = sealer.sealComparable('a.b', TEXT);
    expect(sealer.sealComparable('a.b', TEXT)).toBe(one);
    expect(headOf(one)).toBe(sealer.index('a.b', TEXT));
    expect(headOf(sealer.sealComparable('a.c', TEXT))).not.toBe(headOf(one));
    expect(headOf(sealer.sealComparable('a.b', `${TEXT} `))).not.toBe(headOf(one));
  });

  it('keeps its head under a new key, and the old value still opens', () => {
    const rotated = sealerOf(material('k2', 1, 2));
    const [old, renewed] = [sealer.sealComparable('a.b', TEXT), rotated.sealComparable('a.b', TEXT)];
    expect(renewed).not.toBe(old);
    expect(headOf(renewed)).toBe(headOf(old));
    expect(rotated.open('a.b', old)).toBe(TEXT);
    expect(rotated.open('a.b', renewed)).toBe(TEXT);
  });

  it('has the form that earlier releases wrote', () => {
    expect(sealer.open('a.b', 'XI3krnw0f3EoI-smjOWFug.k1.LrffOE0-QA76DKfOuO7s0OD77tVo6NJKacq4zhpG-S-Ayw')).toBe(TEXT);
  });

  it('changed anywhere, cut, moved or foreign does not open, and nothing of it is told', () => {
    const sealed = sealer.seal('a.b', TEXT);
    const turned = [...sealed].map((letter, at) => {
      const other = letter === 'A' ? 'B' : 'A';
      return sealed.slice(0, at) + other + sealed.slice(at + 1);
    });
    // The last letter of each part carries bits that decode to nothing.
    const carrying = turned.filter((_, at) => at !== 21 && at !== sealed.length - 1);
    for (const broken of [...carrying, sealed.slice(0, -8), sealed.slice(0, 30), '', TEXT])
      expect(failure(() => sealer.open('a.b', broken)).code).toMatch(/^SEAL(ED_VALUE_BROKEN|ING_KEY_MISSING)$/);
    expect(failure(() => sealer.open('a.c', sealed))).toMatchObject({ code: 'SEALED_VALUE_BROKEN' });
    const { text } = failure(() => sealer.open('a.c', sealed));
    for (const part of [TEXT, sealed, sealed.slice(0, 22)]) expect(text).not.toContain(part);
  });

  it('of an unknown key says which key is missing', () => {
    const parts = readSealed(sealer.seal('a.b', TEXT));
    if (parts === null) throw new Error('not sealed');
    const { code, text } = failure(() => sealer.open('a.b', writeSealed({ ...parts, keyId: 'k9' })));
    expect([code, text.includes('k9')]).toEqual(['SEALING_KEY_MISSING', true]);
  });

  it('does not open under another key of the same id', () => {
    const other = sealerOf({ ...material('k1', 1), keys: new Map([['k1', secret(9)]]) });
    expect(failure(() => other.open('a.b', sealer.seal('a.b', TEXT))).code).toBe('SEALED_VALUE_BROKEN');
  });
});
