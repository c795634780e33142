import { createHmac } from 'node:crypto';

/** What a signature covers. */
export interface SignedParts {
  readonly method: string;
  readonly path: string;
  /** Unix time in milliseconds. */
  readonly timestamp: number;
  readonly body: string;
}

/** HMAC-SM3 (GB/T 32905, GB/T 15852.2) over method, path, timestamp and body, in hexadecimal. */
export function signRequest(secret: string, { method, path, timestamp, body }: SignedParts): string {
  return createHmac('sm3', secret).update(`${method}\n${path}\n${timestamp}\n${body}`).digest('hex');
}
