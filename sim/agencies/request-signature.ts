import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  /** Unix milliseconds, as sent. */
  readonly timestamp: string;
  readonly body: string;
}

/** Hex HMAC-SM3 over method, path, timestamp and body, each on its line. */
export function signatureOf(secret: string, { method, path, timestamp, body }: SignedRequest): string {
  return createHmac('sm3', secret).update(`${method}\n${path}\n${timestamp}\n${body}`).digest('hex');
}

export function isSignedBy(secret: string, request: SignedRequest, signature: string): boolean {
  const expected = Buffer.from(signatureOf(secret, request));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
