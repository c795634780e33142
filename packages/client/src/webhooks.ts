/** Checks webhooks by the Standard Webhooks specification, in either of the hub's signatures, and reads their events. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { Change } from './changes.ts';

interface WebhookDetail {
  readonly kind: string | null;
  readonly record: Change['record'];
  /** The hub's GraphQL address, where a thin message's rest is asked for; null: the hub does not know its own. */
  readonly link: string | null;
}

/** What a message tells: a change, with its record where the endpoint is told FAT, or that the endpoint was tested. */
export interface WebhookEvent {
  /** The same at every attempt and every replay: keep the ids you have worked on. */
  readonly id: string;
  /** Such as `wanjia.alert.raised` or `wanjia.webhook.tested`. */
  readonly type: string;
  readonly source: string;
  readonly time: string;
  /** The kind of thing and its id; null for a test. */
  readonly subject: string | null;
  /** Null for a test. A thin message's record is null whatever its operation. */
  readonly data: (Omit<Change, 'record'> & WebhookDetail) | null;
}

export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as it came, byte for byte. */
  readonly body: string | Uint8Array;
}

/** The message is not the hub's, was altered, is too old, or is no event: answer 400 and do nothing. */
export class WebhookRejected extends Error {
  override readonly name = 'WebhookRejected';
}

/** How far a message's time may lie from now, as in the specification's libraries. */
const TOLERANCE_SECONDS = 300;
const PREFIX = 'whsec_';

interface Signed {
  readonly id: string;
  readonly timestamp: string;
  readonly signatures: readonly string[];
  readonly body: string;
}

function signedOf({ headers, body }: WebhookRequest): Signed {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const header = (name: string): string => {
    const value = byName.get(name);
    if (typeof value !== 'string' || value === '') throw new WebhookRejected(`the header ${name} is missing`);
    return value;
  };
  return {
    id: header('webhook-id'),
    timestamp: header('webhook-timestamp'),
    signatures: header('webhook-signature').split(' '),
    body: typeof body === 'string' ? body : Buffer.from(body).toString('utf8'),
  };
}

function isSignedSm3({ id, timestamp, signatures, body }: Signed, secret: string): boolean {
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
  const expected = createHmac('sm3', key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures.some((one) => {
    if (!one.startsWith('v1sm3,')) return false;
    const given = Buffer.from(one.slice('v1sm3,'.length), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function isSigned(signed: Signed, secret: string): boolean {
  if (isSignedSm3(signed, secret)) return true;
  const { id, timestamp, signatures, body } = signed;
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}

function eventOf(body: string, id: string): WebhookEvent {
  const event = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const { specversion, type, source, time, subject, data } = event;
  if (specversion !== '1.0' || typeof type !== 'string' || typeof source !== 'string' || event.id !== id)
    throw new WebhookRejected('the body is not an event of CloudEvents 1.0, or not the one that was signed');
  const tested = type === 'wanjia.webhook.tested';
  return {
    ...{ id, type, source, time: String(time) },
    subject: typeof subject === 'string' ? subject : null,
    data: tested ? null : (data as WebhookEvent['data']),
  };
}

/** Reads a message that was signed with one of the secrets: the present one, and the one before it while it is replaced. */
export function readWebhook(request: WebhookRequest, ...secrets: readonly string[]): WebhookEvent {
  const signed = signedOf(request);
  const age = Math.abs(Date.now() / 1_000 - Number(signed.timestamp));
  if (!(age <= TOLERANCE_SECONDS)) throw new WebhookRejected('the message is too old, or from the future');
  if (!secrets.some((secret) => isSigned(signed, secret))) throw new WebhookRejected('the signature is not right');
  try {
    return eventOf(signed.body, signed.id);
  } catch (error) {
    if (error instanceof WebhookRejected) throw error;
    throw new WebhookRejected('the body cannot be read');
  }
}
