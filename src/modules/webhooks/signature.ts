/**
 * Signs messages by the Standard Webhooks specification: over id, timestamp and body, once for every secret in force.
 * `v1` is its HMAC-SHA256; with HMAC_SM3 the same is signed under `v1sm3` (GB/T 32905, GB/T 15852.2), for receivers that
 * must use the national algorithms.
 */
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { hmacSm3 } from '../../platform/crypto/sm3.ts';
import type { WebhookHeaders } from '../delivery/index.ts';
import type { Signature } from './endpoint.ts';

const PREFIX = 'whsec_';

/** A new secret, as it is shown once: `whsec_` and 32 random bytes. */
export function createSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

export interface Message {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

function signSm3({ id, at, body }: Message, secret: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signed = `${id}.${Math.floor(at.getTime() / 1_000)}.${body}`;
  return `v1sm3,${Buffer.from(hmacSm3(key, signed), 'hex').toString('base64')}`;
}

const SIGN: Readonly<Record<Signature, (message: Message, secret: string) => string>> = {
  HMAC_SHA256: ({ id, at, body }, secret) => new Webhook(secret).sign(id, at, body),
  HMAC_SM3: signSm3,
};

/** The headers that let the receiver check a message. */
export function signedHeaders(message: Message, secrets: readonly string[], signature: Signature): WebhookHeaders {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => SIGN[signature](message, secret)).join(' '),
  };
}
