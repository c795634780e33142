/** The database is restarted while everybody follows: streams, a reader of the feed, webhooks and messages go on. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '../../packages/client/src/index.ts';
import { demoToken } from '../../src/app/access.ts';
import { runWebhooks } from '../../src/app/webhooks.ts';
import { drainOutbox, startSequencer } from '../../src/modules/delivery/index.ts';
import { startOwnDatabase } from '../support/own-database.ts';
import { startReceiver } from '../support/receiver.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';
import { overEvents, overWebSocket, type Stream } from './support/subscribers.ts';

/** Each of these times for each alert. */
const [BEFORE, AFTER] = [3, 3];
const ALERTS = 4;

const database = await startOwnDatabase();
afterAll(() => database.remove());
const { hub, face, url, live, ask } = await serveWorkedHub({
  DATABASE_URL: database.url,
  WANJIA_STREAM_RECHECK_SECONDS: '1',
  WANJIA_WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1',
});
const receiver = await startReceiver();
/** Goes on by itself, and by leaps. */
const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
const running: { close(): Promise<void> }[] = [];
const streams: Stream[] = [];
const stop = new AbortController();
afterAll(async () => {
  stop.abort(new Error('over'));
  for (const stream of streams) stream.leave();
  for (const one of running) await one.close();
  await receiver.close();
});

beforeAll(async () => {
  await live(DAY, ...Array.from({ length: ALERTS }, (_, nth) => unserved(71 + nth)));
  await drainOutbox(hub.db);
  // Two of each, as in two processes.
  for (let nth = 0; nth < 2; nth += 1) running.push(startSequencer(hub), runWebhooks({ ...hub, clock }, face.viewers));
});

let version = 100;
/** Something happens to each alert, so many times: versions tell which time. */
async function happen(times: number): Promise<void> {
  for (let nth = 0; nth < times * ALERTS; nth += 1) {
    version += 1;
    const alert = (nth % ALERTS) + 1;
    await hub.db.execute(
      `INSERT INTO outbox (type, entity_id, household_id, operation, kind, version, scope_before, scope_after)
       VALUES ('ALERT', $1, $2, 'UPSERT', 'CHANGED', $3, ARRAY['310105001'], ARRAY['310105001'])`,
      [String(alert), alert, version],
    );
  }
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function enterWebhook(): Promise<void> {
  const asker = { persona: 'district-officer', purpose: 'casework' };
  const own = new URL('../../schema/operations/webhooks.graphql', import.meta.url);
  const run = async (name: string, variables: object) => {
    const { data } = await ask<Record<string, { webhook: { id: string; state: string } }>>({
      ...{ ...asker, query: await operation(name, own), variables: { ...variables } },
    });
    return Object.values(data ?? {})[0]?.webhook;
  };
  const made = await run('CreateWebhook', { input: { url: receiver.url, types: ['ALERT'] }, key: 'restart' });
  expect((await run('ConfirmWebhook', { id: made?.id }))?.state).toBe('ACTIVE');
}

/** Versions a reader of the feed was told of. */
function readFeed(after: string): number[] {
  const versions: number[] = [];
  const client = createClient({ url, token: () => demoToken(hub, 'adviser'), purpose: 'casework', attempts: 20 });
  const read = async (): Promise<void> => {
    for await (const { version: of } of client.changes({ after, types: ['ALERT'], pollMs: 20, signal: stop.signal }))
      versions.push(of ?? 0);
  };
  read().catch((error: unknown) => stop.signal.aborted || versions.push(Number.NaN, Number(String(error))));
  return versions;
}

const cursorsOf = ({ told }: Stream): unknown[] =>
  told.map((one) => (one as { data?: { alertRaised?: { cursor: string } } }).data?.alertRaised?.cursor ?? one);

describe('a restart of the database', () => {
  it('ends no stream, and nobody misses anything or is told twice', async () => {
    const feedAt = await ask<{ changes: { pageInfo: { endCursor: string } } }>({
      ...{ persona: 'adviser', purpose: 'casework', query: '{ changes(first: 1000) { pageInfo { endCursor } } }' },
    });
    const after = feedAt.data?.changes.pageInfo.endCursor ?? '';
    const query = await operation('AlertRaised');
    const asked = { url, token: await demoToken(hub, 'adviser'), purpose: 'casework', query, variables: { after } };
    streams.push(overWebSocket(asked), overEvents(false, asked), overEvents(true, asked));
    await enterWebhook();
    const versions = readFeed(after);

    await happen(BEFORE);
    await until(() => streams.every(({ told }) => told.length > 0));
    await happen(BEFORE);
    await database.stop();
    const told = streams.map((stream) => stream.told.length);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await database.start();
    await happen(AFTER);

    const all = (2 * BEFORE + AFTER) * ALERTS;
    await until(() => [...streams.map((stream) => stream.told), versions].every(({ length }) => length >= all));
    // What a dispatcher had in hand when the database went may be free again only when its lease is over.
    clock.ahead = 6 * 60_000;
    const ids = () => receiver.received.map(({ headers }) => headers['webhook-id']);
    await until(() => new Set(ids()).size >= all);
    expect(versions).toEqual(Array.from({ length: all }, (_, at) => 101 + at));
    const [first, ...others] = streams.map(cursorsOf);
    expect(new Set(first).size).toBe(all);
    for (const other of others) expect(other).toEqual(first);
    expect(told.every((count) => count < all)).toBe(true);
  }, 180_000);
});
