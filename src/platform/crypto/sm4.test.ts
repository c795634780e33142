import { createCipheriv, createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';

const KEY = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');

describe('SM4 and HMAC-SM3 as this Node has them', () => {
  it('enciphers the example of GB/T 32907 A.1 as counter block', () => {
    const stream = createCipheriv('sm4-ctr', KEY, KEY).update(Buffer.alloc(16));
    expect(stream.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it('counts up from block to block', () => {
    const nonce = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
    const clear = Buffer.from(
      'aabbccddeeffaabb'.replaceAll(/(.)\1/g, (pair) => pair.repeat(8)),
      'hex',
    );
    expect(createCipheriv('sm4-ctr', KEY, nonce).update(clear).toString('hex')).toBe(
      'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7' +
        'f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
    );
  });

  it('signs the example of GM/T 0042 D.3', () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at + 1));
    const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2);
    expect(createHmac('sm3', key).update(text).digest('hex')).toBe(
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    );
  });
});
