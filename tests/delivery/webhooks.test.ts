import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CloudEvent } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import {
  createDispatcher,
  createEndpointStore,
  createWebhooks,
  type DispatcherDeps,
  type Viewer,
  type Webhooks,
} from '../../src/modules/webhooks/index.ts';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { createOutgoing, type Send } from '../../src/platform/http/outgoing.ts';
import { createLog } from '../../src/platform/log.ts';
import { appendChanges } from '../../src/platform/outbox/outbox.ts';
import { createTestDatabase } from '../support/database.ts';
import { accept, type Received, type Receiver, refuse, startReceiver, startUntrusted } from '../support/receiver.ts';
import { testSealer } from '../support/sealer.ts';
import { allSeeing } from './support/all-seeing.ts';

const HOUR = 3_600_000;
const clock = {
  at: new Date('2026-11-02T09:00:00+08:00'),
  now: () => clock.at,
  pass: (ms: number): void => {
    clock.at = new Date(clock.at.getTime() + ms);
  },
};
const send = createOutgoing({ allowedAddresses: ['127.0.0.1'], timeoutMs: 400 });
const caller = {
  organisation: 'changning-civil-affairs',
  subject: 'alerts-client',
  identity: {
    issuer: 'wanjia-local',
    subject: 'alerts-client',
    clientId: null,
    issuedAt: new Date(0),
    stated: { organisation: null, roles: null, divisions: null },
  },
  purpose: 'casework',
};

let db: Database;
let receiver: Receiver;
beforeAll(async () => {
  db = await openDatabase({ url: await createTestDatabase(), applicationName: 'wanjia-test' });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.execute('TRUNCATE webhook_endpoint, webhook_secret, webhook_delivery, outbox, change');
  receiver = await startReceiver();
  return () => receiver.close();
});

const viewing =
  (parts: Partial<Viewer> = {}) =>
  async (): Promise<Viewer> => ({
    ...allSeeing(db, caller.organisation),
    ...parts,
  });

function hub(changes: Partial<DispatcherDeps> = {}): {
  webhooks: Webhooks;
  dispatcher: ReturnType<typeof createDispatcher>;
} {
  const endpoints = createEndpointStore(db, testSealer);
  const log = createLog('silent');
  const deps = { db, endpoints, clock, log, send, viewerOf: viewing(), ...changes };
  return {
    webhooks: createWebhooks({ ...deps, origin: 'hub.example', plainAllowed: true }),
    dispatcher: createDispatcher(deps),
  };
}

async function endpointAt(url: string, parts: object = {}, { webhooks } = hub()) {
  const draft = { caller, url, types: ['ALERT'], detail: 'THIN', signature: 'HMAC_SHA256', ...parts } as const;
  const created = await webhooks.create(draft);
  if (!created.ok) throw new Error(created.error);
  const { secret } = created.value;
  if (secret === null) throw new Error('no secret');
  const confirmed = await webhooks.confirm({ id: created.value.endpoint.id, reach: null, expectedVersion: null });
  if (!confirmed.ok) throw new Error(confirmed.error);
  return { secret, order: { id: confirmed.value.id, reach: null, expectedVersion: null } };
}

/** Alerts of households that changed, one after the other. */
async function change(households: readonly number[], first = 1): Promise<void> {
  await appendChanges(
    db,
    households.map((householdId, at) => ({
      type: 'ALERT',
      id: first + at,
      householdId,
      operation: 'UPSERT',
      kind: 'RAISED',
      version: 1,
      before: [],
      after: ['310105001'],
    })),
  );
  await drainOutbox(db);
}

const first = (): Received => receiver.received[0] ?? { headers: {}, body: '', path: '' };
const ids = (): unknown[] => receiver.received.map(({ headers }) => headers['webhook-id']);
const standing = async (): Promise<object[]> =>
  db.query('SELECT state, status, error, attempts FROM webhook_delivery ORDER BY position');

describe('a message', () => {
  it('is a signed CloudEvent that names things by id and nothing else', async () => {
    const { secret } = await endpointAt(receiver.url);
    await change([7]);
    await hub().dispatcher.drain();
    const { headers, body } = first();
    const verifier = new Webhook(secret);
    // The reference library refuses stamps of another hour than its own.
    expect(() => verifier.verify(body, headers as Record<string, string>)).toThrow('Message timestamp too old');
    const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
    expect(headers['webhook-signature']).toBe(verifier.sign(String(headers['webhook-id']), at, body));
    const event = new CloudEvent(JSON.parse(body) as object, true);
    expect(event).toMatchObject({ id: headers['webhook-id'], type: 'wanjia.alert.raised', subject: 'alerts/A1' });
    expect(event.data).toMatchObject({ type: 'ALERT', operation: 'UPSERT', id: 'A1', record: null });
    expect(headers['content-type']).toContain('application/cloudevents+json');
  });

  it('is signed with HMAC-SM3 where that was chosen', async () => {
    const { secret } = await endpointAt(receiver.url, { signature: 'HMAC_SM3' });
    await change([7]);
    await hub().dispatcher.drain();
    const { headers, body } = first();
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    expect(headers['webhook-signature']).toBe(`v1sm3,${createHmac('sm3', key).update(signed).digest('base64')}`);
  });

  it('is signed with both secrets while one replaces the other, then with the new one', async () => {
    const { secret, order } = await endpointAt(receiver.url);
    const replaced = await hub().webhooks.replaceSecret(order);
    if (!replaced.ok) throw new Error(replaced.error);
    const count = async (): Promise<number> => {
      await hub().dispatcher.drain();
      return String(receiver.received.at(-1)?.headers['webhook-signature']).split(' ').length;
    };
    await change([1]);
    expect(await count()).toBe(2);
    clock.pass(25 * HOUR);
    await change([2], 2);
    expect(await count()).toBe(1);
    expect(replaced.value.secret).not.toBe(secret);
  });

  it('is not sent of what lies outside the caller’s divisions or types, nor of what it may not see', async () => {
    await endpointAt(receiver.url);
    await change([1]);
    await hub({ viewerOf: viewing({ divisions: ['310106'] }) }).dispatcher.drain();
    await change([2], 2);
    await hub({ viewerOf: viewing({ types: ['CASE'] }) }).dispatcher.drain();
    expect(await standing()).toEqual([]);
    await change([3], 3);
    await hub({ viewerOf: viewing({ look: async () => new Map() }) }).dispatcher.drain();
    expect(receiver.received).toEqual([]);
    expect(await standing()).toMatchObject([{ state: 'WITHHELD' }]);
  });

  it('waits while its caller is not admitted', async () => {
    await endpointAt(receiver.url);
    await change([1]);
    await hub({ viewerOf: async () => null }).dispatcher.drain();
    expect(receiver.received).toEqual([]);
    await hub().dispatcher.drain();
    expect(receiver.received).toHaveLength(1);
  });
});

describe('an endpoint', () => {
  it('is not told before the receiver has confirmed that it wants to be', async () => {
    receiver.allowedOrigin = null;
    await expect(endpointAt(receiver.url)).rejects.toThrow('WEBHOOK_NOT_CONFIRMED');
    receiver.allowedOrigin = 'someone-else.example';
    await expect(endpointAt(receiver.url)).rejects.toThrow('WEBHOOK_NOT_CONFIRMED');
    await change([1]);
    await hub().dispatcher.drain();
    expect(receiver.received).toEqual([]);
    receiver.allowedOrigin = 'hub.example';
    await endpointAt(receiver.url);
  });

  it.each([
    'https://user:secret@partner.example/hook',
    'ftp://partner.example/hook',
    'not an address',
    'https://partner.example/hook#part',
  ])('cannot be %s', async (url) => {
    await expect(endpointAt(url)).rejects.toThrow('WEBHOOK_TARGET_INVALID');
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://169.254.169.254/latest',
    'http://[::1]:1/',
    'http://10.0.0.1/',
    'http://[::ffff:127.0.0.1]:1/',
    'http://2130706433:1/',
    'http://0.0.0.0:1/',
    'http://[fd00::1]/',
    'http://100.64.0.1/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::7f00:1]:1/',
    'http://127.1:1/',
    'http://①②⑦.0.0.1:1/',
  ])('at the private address %s is refused unless it is allowed', async (url) => {
    const closed = createOutgoing({ allowedAddresses: [], timeoutMs: 400 });
    const answer = await closed({ url, method: 'POST', headers: {}, body: '' });
    expect(answer).toEqual({ ok: false, error: 'TARGET_REFUSED' });
  });

  it('shows neither its address nor its secrets in the database', async () => {
    const { secret } = await endpointAt(receiver.url);
    const dump = JSON.stringify(
      await db.query('SELECT e.*, s.* FROM webhook_endpoint e JOIN webhook_secret s ON true'),
    );
    expect(dump).not.toContain('127.0.0.1');
    expect(dump).not.toContain(secret.replace('whsec_', ''));
  });

  it('is one of so many that an organisation may have', async () => {
    const { webhooks } = hub();
    const draft = { caller, url: receiver.url, types: ['ALERT'], detail: 'THIN', signature: 'HMAC_SHA256' } as const;
    const entered = [];
    for (let nth = 0; nth < 51; nth += 1) entered.push(await webhooks.create(draft));
    expect(entered.filter(({ ok }) => ok)).toHaveLength(50);
    expect(entered.at(-1)).toEqual({ ok: false, error: 'WEBHOOKS_FULL' });
    const another = { ...draft, caller: { ...caller, organisation: 'changning-education' } };
    expect((await webhooks.create(another)).ok).toBe(true);
  });

  it('answers a test at once', async () => {
    const { order } = await endpointAt(receiver.url);
    receiver.answer = refuse(418);
    expect(await hub().webhooks.test(order)).toEqual({ ok: true, value: { status: 418, error: null } });
  });
});

describe('a receiver that fails', () => {
  it.each([
    ['500', refuse(500), { status: 500, error: null }],
    ['301, which is not followed', refuse(301, { location: 'http://127.0.0.1:1/' }), { status: 301, error: null }],
    ['never', () => {}, { status: null, error: 'TARGET_TIMED_OUT' }],
    [
      'a broken line',
      (response: { destroy(): void }) => response.destroy(),
      { status: null, error: 'TARGET_BROKE_OFF' },
    ],
    [
      'that it speaks another protocol from now on',
      ({ socket }: ServerResponse) => socket?.write('HTTP/1.1 101 \r\nupgrade: other\r\nconnection: upgrade\r\n\r\n'),
      { status: null, error: 'TARGET_BROKE_OFF' },
    ],
    [
      'more headers than anybody reads',
      (response: ServerResponse) => response.writeHead(204, { heap: 'x'.repeat(100_000) }).end(),
      { status: null, error: 'TARGET_BROKE_OFF' },
    ],
  ])('answering %s is told again later, under the same id', async (_name, answer, outcome) => {
    await endpointAt(receiver.url);
    receiver.answer = answer as Receiver['answer'];
    await change([1]);
    await hub().dispatcher.drain();
    expect(await standing()).toEqual([{ state: 'PENDING', attempts: 1, ...outcome }]);
    receiver.answer = accept;
    await hub().dispatcher.drain();
    expect(receiver.received).toHaveLength(1);
    clock.pass(6_000);
    await hub().dispatcher.drain();
    expect(await standing()).toEqual([{ state: 'DELIVERED', status: 204, error: null, attempts: 2 }]);
    expect(new Set(ids()).size).toBe(1);
  });

  it('that takes a connection and never reads is given up on, however much there is to send', async () => {
    const held = new Set<Socket>();
    const server = createServer({ pauseOnConnect: true }, (socket) => held.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const bodies = ['', 'x'.repeat(20_000_000)];
    const answers = bodies.map((body) => send({ url, method: 'POST', headers: {}, body }));
    expect(await Promise.all(answers)).toEqual(bodies.map(() => ({ ok: false, error: 'TARGET_TIMED_OUT' })));
    for (const socket of held) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('that answers drop by drop is given up on, and its answer is not waited for to its end', async () => {
    const drops: NodeJS.Timeout[] = [];
    receiver.answer = (response, { body }) => {
      if (body === 'headers') response.writeHead(200).flushHeaders();
      // A status line that never ends; then a body that never does.
      const drip = () => void (body === 'headers' ? response.write('.') : response.socket?.write('H'));
      drops.push(setInterval(drip, 50));
    };
    const ask = (body: string) => send({ url: receiver.url, method: 'POST', headers: {}, body });
    expect(await ask('nothing')).toMatchObject({ ok: false });
    expect(await ask('headers')).toMatchObject({ ok: true, value: { status: 200 } });
    for (const drop of drops) clearInterval(drop);
  });

  it('that is not there is not one that broke off', async () => {
    const gone = await startReceiver();
    await gone.close();
    const answer = await send({ url: gone.url, method: 'POST', headers: {}, body: '' });
    expect(answer).toEqual({ ok: false, error: 'TARGET_UNREACHABLE' });
  });

  it('with a certificate nobody vouches for is not told', async () => {
    const untrusted = await startUntrusted();
    const answer = await send({ url: untrusted.url, method: 'POST', headers: {}, body: '' });
    expect(answer).toEqual({ ok: false, error: 'TARGET_TLS_INVALID' });
    await untrusted.close();
  });

  it('is given the pause it asks for', async () => {
    await endpointAt(receiver.url);
    receiver.answer = refuse(429, { 'retry-after': '120' });
    await change([1, 2]);
    await hub().dispatcher.drain();
    const before = receiver.received.length;
    clock.pass(110_000);
    await hub().dispatcher.drain();
    expect(receiver.received).toHaveLength(before);
    receiver.answer = accept;
    clock.pass(30_000);
    await hub().dispatcher.drain();
    expect((await standing()).map((row) => (row as { state: string }).state)).toEqual(['DELIVERED', 'DELIVERED']);
  });

  it('with 410 is not told any more', async () => {
    const { order } = await endpointAt(receiver.url);
    receiver.answer = refuse(410);
    await change([1, 2]);
    await hub().dispatcher.drain();
    clock.pass(HOUR);
    const before = receiver.received.length;
    await hub().dispatcher.drain();
    expect(receiver.received).toHaveLength(before);
    expect(await hub().webhooks.find(order.id, null)).toMatchObject({ state: 'DISABLED', stateReason: 'GONE' });
  });

  it('for three days is given up, and can be told again from where it fell', async () => {
    const { order } = await endpointAt(receiver.url);
    receiver.answer = refuse(500);
    await change([1]);
    const began = clock.now();
    for (let tries = 0; tries < 60; tries += 1) {
      await hub().dispatcher.drain();
      clock.pass(2 * HOUR);
    }
    expect(await standing()).toMatchObject([{ state: 'DEAD', status: 500 }]);
    const attempts = receiver.received.length;
    expect(attempts).toBeGreaterThan(8);
    receiver.answer = accept;
    await hub().webhooks.confirm(order);
    expect((await hub().webhooks.replay(order, { since: new Date(began.getTime() - HOUR * 24 * 365) })).ok).toBe(true);
    await hub().dispatcher.drain();
    expect(await standing()).toMatchObject([{ state: 'DELIVERED' }]);
    expect(new Set(ids()).size).toBe(1);
  });
});

/** A receiver within the process: what is tried is the order of things, not the network. */
function countingSend(isDown: () => boolean): {
  send: Send;
  got: string[];
  bodies: { id: string; household: string }[];
} {
  const got: string[] = [];
  const bodies: { id: string; household: string }[] = [];
  return {
    got,
    bodies,
    send: async ({ method, headers, body }) => {
      const header = (name: string): string | undefined => (name === 'webhook-allowed-origin' ? '*' : undefined);
      if (method === 'OPTIONS') return { ok: true, value: { status: 200, header, body: '' } };
      if (isDown()) return { ok: false, error: 'TARGET_UNREACHABLE' };
      got.push(String(headers['webhook-id']));
      bodies.push((JSON.parse(body) as { data: { id: string; household: string } }).data);
      return { ok: true, value: { status: 200, header, body: '' } };
    },
  };
}

describe('an outage', () => {
  it('of an hour loses nothing of 10,000 alerts, repeats none, and keeps each household’s order', async () => {
    let down = true;
    const { send: counted, got, bodies } = countingSend(() => down);
    const parts = hub({ send: counted });
    await endpointAt('http://partner.example/hook', {}, hub({ send: counted }));
    const households = Array.from({ length: 10_000 }, (_, at) => 1 + ((at * 7) % 1_000));
    await change(households);
    for (let minute = 0; minute < 60; minute += 1) {
      await parts.dispatcher.drain();
      clock.pass(60_000);
    }
    expect(got).toEqual([]);
    down = false;
    // The pauses have grown, each by chance to another length.
    for (let turn = 0; turn < 100 && got.length < 10_000; turn += 1) {
      clock.pass(6 * 60_000);
      await parts.dispatcher.drain();
    }
    expect(got).toHaveLength(10_000);
    expect(new Set(got).size).toBe(10_000);
    const byHousehold = new Map<number | undefined, number[]>();
    for (const { id } of bodies) {
      const alert = Number(id.slice(1));
      const home = households[alert - 1];
      byHousehold.set(home, [...(byHousehold.get(home) ?? []), alert]);
    }
    for (const alerts of byHousehold.values()) expect(alerts).toEqual([...alerts].sort((a, b) => a - b));
  });

  it('of one endpoint does not delay another, be it at the same server', async () => {
    receiver.answer = (response, { path }) => path === '/hook' && accept(response);
    const patient = { send: createOutgoing({ allowedAddresses: ['127.0.0.1'], timeoutMs: 30_000 }) };
    await endpointAt(receiver.url.replace('/hook', '/slow'), {}, hub(patient));
    await endpointAt(receiver.url, {}, hub(patient));
    await change(Array.from({ length: 60 }, (_, at) => at + 1));
    const draining = hub(patient).dispatcher.drain();
    const told = (path: string): number => receiver.received.filter((one) => one.path === path).length;
    while (told('/hook') < 60) await new Promise((resolve) => setTimeout(resolve, 10));
    // As many as are sent to one endpoint at a time, none of them answered.
    expect(told('/slow')).toBe(32);
    await receiver.close();
    await draining;
  });

  it('a dispatcher that was held up leaves to another what that one has taken', async () => {
    await endpointAt(receiver.url);
    await change([1, 2, 3]);
    let [goOn, begin] = [(): void => undefined, (): void => undefined];
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const look: Viewer['look'] = async (positions) => {
      begin();
      await held;
      return allSeeing(db, caller.organisation).look(positions);
    };
    const slow = hub({ viewerOf: viewing({ look }) }).dispatcher.drain();
    await begun;
    await hub().dispatcher.drain();
    expect(receiver.received).toEqual([]);
    clock.pass(61_000);
    receiver.answer = refuse(500);
    await hub().dispatcher.drain();
    const before = await standing();
    goOn();
    await slow;
    expect(receiver.received).toHaveLength(3);
    expect(await standing()).toEqual(before);
  });

  it('two dispatchers send each message once', async () => {
    await endpointAt(receiver.url);
    await change(Array.from({ length: 200 }, (_, at) => at + 1));
    await Promise.all([hub().dispatcher.drain(), hub().dispatcher.drain(), hub().dispatcher.drain()]);
    expect(receiver.received).toHaveLength(200);
    expect(new Set(ids()).size).toBe(200);
  });
});
