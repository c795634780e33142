/**
 * Seals texts for storage: SM4-CTR, then HMAC-SM3 over key id, nonce and ciphertext. Every use (a column) has its own
 * keys, so that a value moved to another use does not open.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { WanjiaError } from '../../kernel/errors.ts';
import type { KeyRing, UseKeys } from './key-ring.ts';
import { HEAD_LENGTH, headOf, MAC_BYTES, NONCE_BYTES, readSealed, writeSealed } from './sealed-form.ts';

export interface Sealer {
  /** Seals a text; the same text gives another value each time. Null stays null. */
  seal<T extends string | null>(use: string, text: T): T;
  /** Seals a text so that equal texts of one use have equal heads: for values that are compared or found. */
  sealComparable<T extends string | null>(use: string, text: T): T;
  /** Opens what was sealed for this use. Errors: SEALED_VALUE_BROKEN, SEALING_KEY_MISSING. */
  open<T extends string | null>(use: string, sealed: T): T;
  /** The same value under the current key, with the same head. Errors as of `open`. */
  renew(use: string, sealed: string): string;
  /** The blind index of a text: what its comparable value begins with. The caller brings the text into one form first. */
  index(use: string, text: string): string;
  /** The id of the key that seals now. */
  readonly currentKey: string;
}

function macOf(key: Uint8Array, keyId: string, nonce: Uint8Array, ciphertext: Uint8Array): Buffer {
  return createHmac('sm3', key).update(`${keyId}.`).update(nonce).update(ciphertext).digest().subarray(0, MAC_BYTES);
}

function indexBytes(ring: KeyRing, use: string, text: string): Buffer {
  return createHmac('sm3', ring.indexFor(use)).update(text).digest().subarray(0, NONCE_BYTES);
}

function sealWith(ring: KeyRing, use: string, text: string, nonce: Buffer): string {
  const keyId = ring.current;
  const keys = keysOf(ring, keyId, use);
  const cipher = createCipheriv('sm4-ctr', keys.cipher, nonce);
  const ciphertext = cipher.update(text, 'utf8');
  const body = Buffer.concat([ciphertext, macOf(keys.mac, keyId, nonce, ciphertext)]).toString('base64url');
  return writeSealed({ head: nonce.toString('base64url'), keyId, body });
}

/** A nonce may serve again for the same text: under another key, it makes another stream. */
function nonceOf(sealed: string): Buffer {
  return Buffer.from(headOf(sealed), 'base64url');
}

function keysOf(ring: KeyRing, keyId: string, use: string): UseKeys {
  const keys = ring.forUse(keyId, use);
  if (keys === null) throw new WanjiaError('SEALING_KEY_MISSING', { key: keyId });
  return keys;
}

function openWith(ring: KeyRing, use: string, sealed: string): string {
  const parts = readSealed(sealed);
  if (parts === null) throw new WanjiaError('SEALED_VALUE_BROKEN', { use });
  const keys = keysOf(ring, parts.keyId, use);
  const nonce = Buffer.from(parts.head, 'base64url');
  const body = Buffer.from(parts.body, 'base64url');
  const end = body.length - MAC_BYTES;
  if (end < 0) throw new WanjiaError('SEALED_VALUE_BROKEN', { use });
  const ciphertext = body.subarray(0, end);
  if (!timingSafeEqual(body.subarray(end), macOf(keys.mac, parts.keyId, nonce, ciphertext)))
    throw new WanjiaError('SEALED_VALUE_BROKEN', { use });
  return createDecipheriv('sm4-ctr', keys.cipher, nonce).update(ciphertext).toString('utf8');
}

/** `ring` is asked anew for each value: keys change while the hub runs. */
export function createSealer(ring: () => KeyRing): Sealer {
  const unlessNull = (text: string | null, work: (text: string) => string): never =>
    (text === null ? null : work(text)) as never;
  return {
    seal: (use, text) => unlessNull(text, (clear) => sealWith(ring(), use, clear, randomBytes(NONCE_BYTES))),
    sealComparable: (use, text) =>
      unlessNull(text, (clear) => sealWith(ring(), use, clear, indexBytes(ring(), use, clear))),
    open: (use, sealed) => unlessNull(sealed, (text) => openWith(ring(), use, text)),
    renew: (use, sealed) => sealWith(ring(), use, openWith(ring(), use, sealed), nonceOf(sealed)),
    index: (use, text) => indexBytes(ring(), use, text).toString('base64url').slice(0, HEAD_LENGTH),
    get currentKey() {
      return ring().current;
    },
  };
}
