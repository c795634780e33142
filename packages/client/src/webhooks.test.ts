import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { readWebhook, WebhookRejected, type WebhookRequest } from './webhooks.ts';

const [OLD, NEW] = ['whsec_b2xkIHNlY3JldCBvZiAyNCBieXRlcyE=', 'whsec_bmV3IHNlY3JldCBvZiAyNCBieXRlcyE='];
const EVENT = {
  specversion: '1.0',
  id: 'msg_1',
  source: 'urn:wanjia:feed:1',
  type: 'wanjia.alert.raised',
  time: '2026-11-01T00:00:00.000Z',
  subject: 'alerts/A1',
  data: { type: 'ALERT', operation: 'UPSERT', kind: 'RAISED', id: 'A1', version: 1, cursor: 'c', record: null },
};

function sm3(secret: string, id: string, at: Date, body: string): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const text = `${id}.${Math.floor(at.getTime() / 1_000)}.${body}`;
  return `v1sm3,${createHmac('sm3', key).update(text).digest('base64')}`;
}

const sha256 = (secret: string, id: string, at: Date, body: string): string => new Webhook(secret).sign(id, at, body);

function sent(sign: typeof sha256, { secrets = [NEW], event = EVENT, at = new Date() } = {}): WebhookRequest {
  const body = JSON.stringify(event);
  return {
    headers: {
      'Webhook-Id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': secrets.map((secret) => sign(secret, 'msg_1', at, body)).join(' '),
    },
    body,
  };
}

describe.each([
  ['HMAC-SHA256', sha256],
  ['HMAC-SM3', sm3],
] as const)('a webhook signed with %s', (_name, sign) => {
  it('is read, also as bytes, and while a secret is replaced', () => {
    const { specversion: _, ...event } = EVENT;
    expect(readWebhook(sent(sign), NEW)).toEqual(event);
    const { headers, body } = sent(sign, { secrets: [NEW, OLD] });
    expect(readWebhook({ headers, body: new TextEncoder().encode(String(body)) }, OLD).id).toBe('msg_1');
    expect(readWebhook(sent(sign, { secrets: [OLD] }), NEW, OLD).id).toBe('msg_1');
  });

  it('is rejected when altered, when signed by somebody else, and when old', () => {
    const { headers, body } = sent(sign);
    const altered = { headers, body: String(body).replace('A1', 'A2') };
    expect(() => readWebhook(altered, NEW)).toThrow(WebhookRejected);
    expect(() => readWebhook({ headers: { ...headers, 'Webhook-Id': 'msg_2' }, body }, NEW)).toThrow(WebhookRejected);
    expect(() => readWebhook(sent(sign), OLD)).toThrow(WebhookRejected);
    const old = sent(sign, { at: new Date(Date.now() - 6 * 60_000) });
    expect(() => readWebhook(old, NEW)).toThrow('too old');
    const undated = { headers: { ...headers, 'webhook-timestamp': 'now' }, body };
    expect(() => readWebhook(undated, NEW)).toThrow('too old');
  });

  it('is rejected when its event is not the one of the headers, or none', () => {
    const other = sent(sign, { event: { ...EVENT, id: 'msg_2' } });
    expect(() => readWebhook(other, NEW)).toThrow('not an event');
    expect(() => readWebhook(sent(sign, { event: null as never }), NEW)).toThrow('cannot be read');
  });
});

it('tells a test from a change', () => {
  const { subject: _, ...rest } = EVENT;
  const event = { ...rest, type: 'wanjia.webhook.tested', data: {} } as unknown as typeof EVENT;
  expect(readWebhook(sent(sha256, { event }), NEW)).toMatchObject({ subject: null, data: null });
});

it('needs its headers', () => {
  expect(() => readWebhook({ headers: {}, body: '{}' }, NEW)).toThrow('webhook-id is missing');
});
