/** kill -9 while webhooks are sent: whoever sends on loses nothing and keeps each household's order. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { systemClock } from '../../src/kernel/clock.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { createDispatcher, createEndpointStore, createWebhooks } from '../../src/modules/webhooks/index.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { createOutgoing } from '../../src/platform/http/outgoing.ts';
import { createLog } from '../../src/platform/log.ts';
import { appendChanges } from '../../src/platform/outbox/outbox.ts';
import { createTestDatabase } from '../support/database.ts';
import { accept, startReceiver } from '../support/receiver.ts';
import { testSealer } from '../support/sealer.ts';
import { allSeeing } from './support/all-seeing.ts';

const SENDER = fileURLToPath(new URL('./support/dispatcher-process.ts', import.meta.url));
const [MESSAGES, HOUSEHOLDS, KILLS] = [600, 40, 3];
const ORGANISATION = 'changning-civil-affairs';

const url = await createTestDatabase();
const db = await openDatabase({ url, applicationName: 'wanjia-test' });
const receiver = await startReceiver();
afterAll(async () => {
  await receiver.close();
  await db.close();
});

const deps = {
  db,
  endpoints: createEndpointStore(db, testSealer),
  clock: systemClock,
  log: createLog('silent'),
  send: createOutgoing({ allowedAddresses: ['127.0.0.1'], timeoutMs: 5_000 }),
  viewerOf: async () => allSeeing(db, ORGANISATION),
};

async function enterEndpoint(): Promise<void> {
  const webhooks = createWebhooks({ ...deps, origin: 'hub.example', plainAllowed: true });
  const stated = { organisation: null, roles: null, divisions: null };
  const identity = { issuer: 'wanjia-local', subject: 'x', clientId: null, issuedAt: new Date(0), stated };
  const caller = { organisation: ORGANISATION, subject: 'x', identity, purpose: 'casework' };
  const draft = { caller, url: receiver.url, types: ['ALERT'], detail: 'THIN', signature: 'HMAC_SHA256' } as const;
  const created = await webhooks.create(draft);
  const id = created.ok ? created.value.endpoint.id : 0;
  expect((await webhooks.confirm({ id, reach: null, expectedVersion: null })).ok).toBe(true);
}

/** Kills a sender once it has sent so many messages more. */
async function killAfter(messages: number, ahead: number): Promise<void> {
  const until = receiver.received.length + messages;
  const sender = spawn(process.execPath, ['--import', './bin/typescript.js', SENDER, url, ORGANISATION, `${ahead}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const ended = once(sender, 'exit');
  await new Promise<void>((resolve) => {
    receiver.answer = (response) => {
      accept(response);
      if (receiver.received.length >= until) resolve();
    };
  });
  sender.kill('SIGKILL');
  await ended;
}

it('is told again at most what was on its way, under the same id', async () => {
  await enterEndpoint();
  const homes = Array.from({ length: MESSAGES }, (_, at) => 1 + ((at * 7) % HOUSEHOLDS));
  const places = { before: [], after: ['310105001'] };
  const raised = { type: 'ALERT', operation: 'UPSERT', kind: 'RAISED', version: 1, ...places } as const;
  await appendChanges(
    db,
    homes.map((householdId, at) => ({ ...raised, id: at + 1, householdId })),
  );
  await drainOutbox(db);
  for (let kill = 0; kill < KILLS; kill += 1) await killAfter(MESSAGES / (KILLS + 2), kill);
  receiver.answer = accept;
  // What a killed process had claimed is free again after a minute.
  let ahead = (KILLS + 1) * 61_000;
  const later = { now: () => new Date(Date.now() + ahead) };
  const ids = () => new Set(receiver.received.map(({ headers }) => headers['webhook-id']));
  for (; ids().size < MESSAGES; ahead += 60_000) await createDispatcher({ ...deps, clock: later }).drain();
  const firsts = new Map<string, number>();
  for (const { headers, body } of receiver.received) {
    const { data } = JSON.parse(body) as { data: { id: string } };
    const id = String(headers['webhook-id']);
    if (!firsts.has(id)) firsts.set(id, Number(data.id.slice(1)));
  }
  expect(firsts.size).toBe(MESSAGES);
  const byHome = new Map<number | undefined, number[]>();
  for (const alert of firsts.values()) {
    const home = homes[alert - 1];
    byHome.set(home, [...(byHome.get(home) ?? []), alert]);
  }
  for (const alerts of byHome.values()) expect(alerts).toEqual([...alerts].sort((a, b) => a - b));
}, 60_000);
