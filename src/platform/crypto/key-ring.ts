/** The keys in force: several for sealing, one of them current, and one for indexes; a key of its own for each use. */
import { createHmac } from 'node:crypto';

/** What a key provider holds. Secrets are 32 bytes. */
export interface KeyMaterial {
  /** The id of the key that seals; all of them open. */
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly index: { readonly id: string; readonly secret: Uint8Array };
}

/** The keys of one use under one sealing key. */
export interface UseKeys {
  readonly cipher: Uint8Array;
  readonly mac: Uint8Array;
}

export interface KeyRing {
  readonly current: string;
  /** Null: the ring has no key of this id. */
  forUse(keyId: string, use: string): UseKeys | null;
  /** The key of the index, and of the nonce of comparable values, of one use. */
  indexFor(use: string): Uint8Array;
}

const CIPHER_KEY_BYTES = 16;

/** Key derivation by HMAC-SM3 as a pseudo-random function: what opens one use opens no other. */
export function deriveKey(secret: Uint8Array, purpose: string, use: string): Buffer {
  return createHmac('sm3', secret).update(`wanjia ${purpose}\0${use}`).digest();
}

export function createKeyRing({ current, keys, index }: KeyMaterial): KeyRing {
  const derived = new Map<string, UseKeys>();
  const indexes = new Map<string, Uint8Array>();
  const derive = (keyId: string, use: string): UseKeys | null => {
    const secret = keys.get(keyId);
    if (secret === undefined) return null;
    const made = {
      cipher: deriveKey(secret, 'cipher', use).subarray(0, CIPHER_KEY_BYTES),
      mac: deriveKey(secret, 'mac', use),
    };
    derived.set(`${keyId} ${use}`, made);
    return made;
  };
  return {
    current,
    forUse: (keyId, use) => derived.get(`${keyId} ${use}`) ?? derive(keyId, use),
    indexFor(use) {
      const known = indexes.get(use) ?? deriveKey(index.secret, 'index', use);
      indexes.set(use, known);
      return known;
    },
  };
}
