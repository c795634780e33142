/** Webhooks at the hub's machine: the same endpoints that owners enter through the API, with an account's own rights. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/app/index.ts';
import { runWebhooks } from '../../src/app/webhooks.ts';
import type { EndpointEntry } from '../../src/cli/app.ts';
import { decodeId } from '../../src/kernel/ids.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { SILENT_TERMINAL } from '../../src/platform/terminal/terminal.ts';
import { accept, type Receiver, refuse, startReceiver } from '../support/receiver.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, face, live, ask } = await serveWorkedHub({ WANJIA_WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' });
const app = createApp({ config: hub.config, log: hub.log, terminal: SILENT_TERMINAL });
let receiver: Receiver;
let sending: { close(): Promise<void> } | undefined;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(async () => {
  await sending?.close();
  await receiver.close();
  await app.close();
});

const entry = (parts: Partial<EndpointEntry> = {}): EndpointEntry => ({
  ...{ url: receiver.url, account: 'district-officer', purpose: 'casework', types: ['ALERT'], detail: 'THIN' },
  ...{ signature: 'HMAC_SHA256', ...parts },
});
const idOf = (text: string): bigint => decodeId('webhook', text) ?? 0n;
async function until(done: () => boolean): Promise<void> {
  for (let waited = 0; !done() && waited < 20_000; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('wanjia webhooks', () => {
  it('enters an endpoint that its owner sees, with a secret that is told once', async () => {
    const { id, secret } = await app.webhooks.add(entry());
    expect(secret).toMatch(/^whsec_/);
    const query = '{ webhooks { id subject state } }';
    const { data } = await ask({ persona: 'district-officer', purpose: 'casework', query });
    expect(data).toEqual({ webhooks: [{ id, subject: 'district-officer', state: 'UNVERIFIED' }] });
    const rotated = await app.webhooks.rotateSecret(idOf(id));
    expect(rotated.secret).not.toBe(secret);
    expect(JSON.stringify(await app.webhooks.list(null))).not.toMatch(/whsec_|\/hook/);
    await app.webhooks.remove(idOf(id));
    expect(await app.webhooks.list(null)).toEqual([]);
  });

  it('enters none for an account that could not enter it itself', async () => {
    await expect(app.webhooks.add(entry({ account: 'adviser' }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(app.webhooks.add(entry({ purpose: 'audit' }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(app.webhooks.add(entry({ account: 'nobody' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(app.webhooks.add(entry({ types: ['ALERT', 'X'] }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(app.webhooks.add(entry({ url: 'ftp://x' }))).rejects.toMatchObject({ code: 'WEBHOOK_TARGET_INVALID' });
    expect(await app.webhooks.list(null)).toEqual([]);
  });

  it('tests, sends, replays by message and by time, and lists what was given up', async () => {
    const began = new Date();
    const id = idOf((await app.webhooks.add(entry())).id);
    receiver.allowedOrigin = null;
    await expect(app.webhooks.enable(id)).rejects.toMatchObject({ code: 'WEBHOOK_NOT_CONFIRMED' });
    receiver.allowedOrigin = '*';
    await app.webhooks.enable(id);
    receiver.answer = refuse(503);
    expect(await app.webhooks.test(id)).toEqual({ status: 503, error: null });
    receiver.answer = accept;
    receiver.received.length = 0;

    sending = runWebhooks(hub, face.viewers);
    await live(DAY, unserved());
    await drainOutbox(hub.db);
    const ids = () => receiver.received.map(({ headers }) => String(headers['webhook-id']));
    await until(() => ids().length === 1);
    const position = Number(ids()[0]?.split('_').at(-1));
    await app.webhooks.replay(id, { position });
    await until(() => ids().length === 2);
    await app.webhooks.replay(id, { since: began });
    await until(() => ids().length === 3);
    expect(new Set(ids()).size).toBe(1);
    await expect(app.webhooks.replay(id, { position: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    await hub.db.execute(`UPDATE webhook_delivery SET state = 'DEAD', status = 500`);
    expect(await app.webhooks.dead(id)).toMatchObject([{ position, status: 500 }]);
    await app.webhooks.disable(id);
    expect(await app.webhooks.list(id)).toMatchObject([{ state: 'PAUSED', dead: 1, server: expect.any(String) }]);
  });
});
