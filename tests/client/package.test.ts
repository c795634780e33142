/** The client package as others get it: its types hold, and the examples of its README do what they say. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { demoToken } from '../../src/app/access.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { freePort } from '../../src/platform/process/free-port.ts';
import { installClient } from '../support/installed-client.ts';
import { addDays, DAY, served, serveWorkedHub, unserved } from '../support/worked-hub.ts';
import { writeExportsOf } from '../support/written-exports.ts';

const README = new URL('../../packages/client/README.md', import.meta.url);
const installed = await installClient();
const { hub, face, url, live, ask } = await serveWorkedHub();
writeExportsOf({ hub, face });
const [asking, credentials, feed, exporting, subscription, webhook] = [
  ...(await readFile(README, 'utf8')).matchAll(/```ts\n(.*?)```/gs),
].map(([, code]) => code ?? '');

let environment: Record<string, string>;
beforeAll(async () => {
  environment = { WANJIA_HUB_URL: url, WANJIA_TOKEN: await demoToken(hub, 'warehouse') };
  await live(DAY, unserved());
  await drainOutbox(hub.db);
});

/** Holds if the package's types are found: everything would be accepted otherwise. */
const TYPED = `
import { createClient, FeedsDocument, HouseholdByIdDocument } from '@wanjia/client';
const client = createClient({ url: 'http://localhost/graphql', token: 't' });
export async function typed(): Promise<readonly unknown[]> {
  const { data } = await client.request(HouseholdByIdDocument, { id: 'H1' });
  const code: string | null | undefined = data.household?.streetCode;
  await client.request(FeedsDocument);
  // @ts-expect-error a number is no text
  const count: number | null | undefined = data.household?.streetCode;
  // @ts-expect-error the id is needed
  await client.request(HouseholdByIdDocument);
  for await (const change of client.changes({ types: ['ALERT'] })) {
    if (change.operation === 'UPSERT') return [code, count, change.record.hits];
    // @ts-expect-error what is gone has no record
    change.record.hits;
  }
  return [];
}
`;

interface Manifest {
  readonly version: string;
  readonly engines: object;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(new URL(`${folder}package.json`, import.meta.url), 'utf8')) as Manifest;
}

describe('the packed client', () => {
  it('holds what it needs and nothing of its making, with the versions the hub is tried with', async () => {
    expect(installed.files).toEqual(expect.arrayContaining(['README.md', 'dist/index.js', 'dist/node.d.ts']));
    expect(installed.files.filter((name) => /test|(?<!\.d)\.ts$/.test(name))).toEqual([]);
    const [client, manifest] = await Promise.all([manifestOf('../../packages/client/'), manifestOf('../../')]);
    const known: Readonly<Record<string, string>> = { ...manifest.devDependencies, ...manifest.dependencies };
    for (const [name, range] of Object.entries(client.dependencies)) expect([name, known[name]]).toEqual([name, range]);
    expect([client.version, client.engines]).toEqual([manifest.version, manifest.engines]);
  });

  it('is typed, and so are its examples', async () => {
    const modules = { asking, credentials, feed, exporting, subscription, webhook, typed: TYPED } as Record<
      string,
      string
    >;
    expect(await installed.compile(modules)).toBe('');
  }, 120_000);
});

describe('an example of the README', () => {
  it('asks', async () => {
    expect(await installed.start('asking', environment).ended()).toMatch(
      /households: 1\nwithheld \w+\.\w+: NOT_GRANTED/,
    );
    expect(await installed.start('credentials', environment).ended()).toBe('');
  });

  it('follows changes', async () => {
    const feedSize = await ask<{ changes: { edges: object[] } }>({
      persona: 'warehouse',
      purpose: 'operations',
      query: '{ changes(first: 100, latest: true) { edges { id } } }',
    });
    expect(await installed.start('feed', environment).ended()).toBe(`copied: ${feedSize.data?.changes.edges.length}\n`);
  });

  it('exports', async () => {
    const lines = (await installed.start('exporting', environment).ended()).trim().split('\n').sort();
    expect(lines).toEqual(['exported alert-0001.ndjson.gz: 1 of 1', 'exported household-0001.ndjson.gz: 1 of 1']);
  });

  it('is told at once', async () => {
    const { data } = await ask<{ changes: { pageInfo: { endCursor: string } } }>({
      persona: 'warehouse',
      purpose: 'operations',
      query: '{ changes(first: 100) { pageInfo { endCursor } } }',
    });
    await live(addDays(DAY, 1), served());
    await drainOutbox(hub.db);
    const LAST_CURSOR = data?.changes.pageInfo.endCursor ?? '';
    const told = installed.start('subscription', { ...environment, LAST_CURSOR });
    expect(await told.ended()).toBe('told: CLOSED ORANGE\n');
  });

  it('receives webhooks', async () => {
    const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const PORT = String(await freePort());
    const receiver = installed.start('webhook', { WEBHOOK_SECRET, PORT });
    await receiver.said('listening');
    const send = async (event: object, id = 'msg_1'): Promise<number> => {
      const body = JSON.stringify({ specversion: '1.0', id: 'msg_1', source: 'urn:wanjia:feed:1', ...event });
      const at = new Date();
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(WEBHOOK_SECRET).sign('msg_1', at, body),
      };
      return (await fetch(`http://127.0.0.1:${PORT}/`, { method: 'POST', headers, body })).status;
    };
    const event = { type: 'wanjia.alert.raised', subject: 'alerts/A1', data: { id: 'A1' } };
    expect([await send(event), await send(event), await send(event, 'msg_2')]).toEqual([204, 204, 400]);
    receiver.kill();
    expect(await receiver.ended()).toBe('listening\nevent: wanjia.alert.raised A1\n');
  });
});
