import { randomBytes } from 'node:crypto';

/** A secret that cannot be guessed, safe in a URL. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}
