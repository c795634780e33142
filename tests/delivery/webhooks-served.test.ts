/** Webhooks as a partner uses them: entered through the API, told with the caller's own rights, and logged. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runWebhooks } from '../../src/app/webhooks.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { payloadValidator } from '../support/asyncapi.ts';
import { DAY, household, member } from '../support/documents.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { operation } from '../support/served-hub.ts';
import { serveWorkedHub } from '../support/worked-hub.ts';

interface Worked {
  readonly webhook: { readonly id: string; readonly state: string; readonly version: number } | null;
  readonly secret: string | null;
  readonly code?: string;
}

const OWN = new URL('../../schema/operations/webhooks.graphql', import.meta.url);
const { hub, face, live, ask } = await serveWorkedHub({
  WANJIA_WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1',
  WANJIA_PUBLIC_URL: 'https://wanjia.example.gov.cn/',
});
const [CREATE, CONFIRM, LIST] = await Promise.all(
  ['CreateWebhook', 'ConfirmWebhook', 'Webhooks'].map((name) => operation(name, OWN)),
);
const CHANGES = await operation('Changes');

const WAREHOUSE = { persona: 'warehouse', purpose: 'operations' };
const OFFICER = { persona: 'district-officer', purpose: 'casework' };
const family = household([member({ name: '欧阳若曦', residentId: '310199198005050041', phone: '13800000001' })]);

let receiver: Receiver;
let sending: { close(): Promise<void> };
beforeAll(async () => {
  receiver = await startReceiver();
  sending = runWebhooks(hub, face.viewers);
});
afterAll(async () => {
  await sending.close();
  await receiver.close();
});

async function work(asker: typeof OFFICER, query: string, variables: object): Promise<Worked> {
  const { data, errors } = await ask<Record<string, Worked>>({ ...asker, query, variables: { ...variables } });
  if (data == null || errors?.[0] !== undefined) throw new Error(errors?.[0]?.extensions.code);
  return Object.values(data)[0] as Worked;
}

async function entered(asker: typeof OFFICER, input: object): Promise<string> {
  const key = `${asker.persona} ${JSON.stringify(input)}`;
  const { webhook } = await work(asker, CREATE ?? '', { input: { url: receiver.url, ...input }, key });
  const confirmed = await work(asker, CONFIRM ?? '', { id: webhook?.id });
  expect(confirmed.webhook?.state).toBe('ACTIVE');
  return webhook?.id ?? '';
}

interface Told {
  readonly subject: string;
  readonly data: {
    readonly id: string;
    readonly cursor: string;
    readonly link: string | null;
    readonly record: unknown;
  };
}

async function told(count: number): Promise<Told[]> {
  for (let waited = 0; receiver.received.length < count && waited < 20_000; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return receiver.received.splice(0).map(({ body }) => JSON.parse(body) as Told);
}

describe('a webhook', () => {
  it('tells the warehouse under its pseudonyms, with the record that the feed has, and keeps who was told', async () => {
    await entered(WAREHOUSE, { types: ['HOUSEHOLD', 'PERSON'], detail: 'FAT' });
    await live(DAY, family);
    await drainOutbox(hub.db);
    const events = await told(2);
    const feed = await ask<{ changes: { edges: { type: string; id: string; record: unknown }[] } }>({
      ...WAREHOUSE,
      query: CHANGES,
      variables: { first: 100, types: ['HOUSEHOLD', 'PERSON'] },
    });
    const records = feed.data?.changes.edges.map(({ id, record }) => ({ id, record }));
    expect(events.map(({ data: { id, record } }) => ({ id, record }))).toEqual(records);
    const described = [payloadValidator('householdsFat'), payloadValidator('personsFat')];
    expect(events.filter((event) => !described.some((valid) => valid(event)))).toEqual([]);
    const text = JSON.stringify(events);
    for (const value of ['欧阳若曦', '310199198005050041', '13800000001']) expect(text).not.toContain(value);
    const [row] = await hub.db.query<{ operation: string; subject: string }>(
      `SELECT s.operation, d.subject FROM disclosure d JOIN disclosure_scope s ON s.key = d.scope
       WHERE s.operation = 'Webhook' LIMIT 1`,
    );
    expect(row).toEqual({ operation: 'Webhook', subject: 'warehouse' });
  });

  it('is thin unless asked for more', async () => {
    await entered(OFFICER, { types: ['HOUSEHOLD'] });
    await live(DAY, household([member({ name: '钱一' })]));
    await drainOutbox(hub.db);
    const events = await told(4);
    const homes = events.filter(({ subject }) => subject.startsWith('households/'));
    const thin = homes.filter(({ data }) => data.record === null);
    expect(thin.length).toBeGreaterThan(0);
    for (const { data } of thin) expect(data.link).toBe('https://wanjia.example.gov.cn/graphql');
    // The warehouse is told of the same, with records.
    expect(thin.length).toBeLessThan(homes.length);
  });

  it('is told once of its secret, and seen by its own organisation only', async () => {
    const input = { url: receiver.url, types: ['ALERT'] };
    const answers = [1, 2].map(() => work(OFFICER, CREATE ?? '', { input, key: 'the same' }));
    const secrets = (await Promise.all(answers)).map(({ secret }) => secret);
    expect(secrets.filter((secret) => secret !== null)).toHaveLength(1);
    const other = await work(OFFICER, CREATE ?? '', { input: { ...input, detail: 'FAT' }, key: 'the same' });
    expect(other.code).toBe('KEY_REUSED');
    const { data } = await ask<{ webhooks: { subject: string }[] }>({ ...WAREHOUSE, query: LIST ?? '' });
    expect(data?.webhooks.map(({ subject }) => subject)).toEqual(['warehouse']);
    const own = await ask<{ webhooks: { id: string; subject: string }[] }>({ ...OFFICER, query: LIST ?? '' });
    const foreign = await work(WAREHOUSE, CONFIRM ?? '', { id: own.data?.webhooks[0]?.id });
    expect(foreign.code).toBe('NOT_FOUND');
  });

  it('is not for those whose policy has none', async () => {
    const input = { url: receiver.url, types: ['ALERT'] };
    await expect(work({ persona: 'adviser', purpose: 'casework' }, CREATE ?? '', { input, key: 'x' })).rejects.toThrow(
      'FORBIDDEN',
    );
  });
});
