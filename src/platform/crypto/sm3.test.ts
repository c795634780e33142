import { describe, expect, it } from '@jest/globals';
import { hmacSm3, sm3 } from './sm3.ts';

describe('SM3', () => {
  it('gives the digest of the example in GB/T 32905 A.1', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it.each([
    [
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20',
      Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)),
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    ],
    [
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425',
      Buffer.alloc(50, 0xcd),
      '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
    ],
  ])('signs by HMAC as in GM/T 0042-2015 D.3 (key %s)', (key, content, expected) => {
    expect(hmacSm3(Buffer.from(key, 'hex'), content)).toBe(expected);
  });
});
