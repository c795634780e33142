import { describe, expect, it } from '@jest/globals';
import { hmacSm3, sm3 } from './sm3.ts';

describe('SM3', () => {
  it('gives the digest of the example in GB/T 32905 A.1', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('signs by HMAC', () => {
    expect(hmacSm3('key', 'content')).toMatch(/^[0-9a-f]{64}$/);
    expect(hmacSm3('key', 'content')).not.toBe(hmacSm3('other', 'content'));
  });
});
