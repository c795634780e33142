import { createHmac, hash } from 'node:crypto';

/** SM3 (GB/T 32905) of a text or bytes, in lower-case hexadecimal. */
export function sm3(content: string | Uint8Array): string {
  return hash('sm3', content);
}

/** HMAC over SM3, in lower-case hexadecimal. */
export function hmacSm3(key: string | Uint8Array, content: string | Uint8Array): string {
  return createHmac('sm3', key).update(content).digest('hex');
}
