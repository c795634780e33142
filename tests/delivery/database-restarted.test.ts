/** The database is restarted while everybody follows: streams, a reader of the feed, webhooks and messages go on. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '../../packages/client/src/index.ts';
import { demoToken } from '../../src/app/access.ts';
import { createApp } from '../../src/app/index.ts';
import { runMessages } from '../../src/app/messages.ts';
import { runWebhooks } from '../../src/app/webhooks.ts';
import { addDays } from '../../src/kernel/day.ts';
import { drainOutbox, startSequencer } from '../../src/modules/delivery/index.ts';
import { SILENT_TERMINAL } from '../../src/platform/terminal/terminal.ts';
import { startMailbox } from '../support/mailbox.ts';
import { startOwnDatabase } from '../support/own-database.ts';
import { startReceiver } from '../support/receiver.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';
import { enterMailbox, enterRobot, enterWebhook, marksOf, robotTakes } from './support/entered.ts';
import { happenTo, until } from './support/happenings.ts';
import { overEvents, overWebSocket, type Stream } from './support/subscribers.ts';

/** Each of these times for each alert. */
const [BEFORE, AFTER] = [3, 3];
const ALERTS = 4;

const database = await startOwnDatabase();
afterAll(() => database.remove());
const mailbox = await startMailbox();
const { hub, face, url, live, ask } = await serveWorkedHub({
  DATABASE_URL: database.url,
  WANJIA_STREAM_RECHECK_SECONDS: '1',
  WANJIA_WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1',
  WANJIA_SMTP_URL: mailbox.url,
  WANJIA_SMTP_FROM: '万家平台 <wanjia@example.gov.cn>',
  WANJIA_SMTP_TLS: 'offered',
});
const app = createApp({ config: hub.config, log: hub.log, terminal: SILENT_TERMINAL });
const [receiver, robot] = await Promise.all([startReceiver(), startReceiver()]);
/** Goes on by itself, and by leaps. */
const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
const running: { close(): Promise<void> }[] = [];
const streams: Stream[] = [];
const stop = new AbortController();
afterAll(async () => {
  stop.abort(new Error('over'));
  for (const stream of streams) stream.leave();
  for (const one of running) await one.close();
  for (const one of [receiver, robot, mailbox, app]) await one.close();
});

/** A red alert is told at any hour. */
const redden = () => hub.db.execute(`UPDATE alert SET severity = 'RED', severity_rank = 1`);

beforeAll(async () => {
  await live(DAY, ...Array.from({ length: ALERTS }, (_, nth) => unserved(71 + nth)));
  await redden();
  await drainOutbox(hub.db);
  await enterWebhook(app, receiver.url);
  await enterRobot(app, robot);
  await enterMailbox(app, mailbox);
  const at = { ...hub, clock };
  // Two of each, as in two processes.
  for (let nth = 0; nth < 2; nth += 1)
    running.push(startSequencer(hub), runWebhooks(at, face.viewers), runMessages(at, face));
});

const happen = happenTo(hub.db, ALERTS, 101);

/** Robot and mailbox take what they are told, and say so later. */
function holdBack(): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  mailbox.taking = () => held;
  robot.answer = (response, told) => void held.then(() => robotTakes(response, told));
  return release;
}

const messages = () => hub.db.query<{ state: string }>('SELECT state FROM message');

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
    const versions = readFeed(after);

    const taken = holdBack();
    await happen(BEFORE);
    await until(() => streams.every(({ told }) => told.length > 0));
    await happen(BEFORE);
    await until(() => robot.received.length > 0 && mailbox.handed.length > 0);
    await database.stop();
    taken();
    const told = streams.map((stream) => stream.told.length);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await database.start();
    await happen(AFTER);

    const all = (2 * BEFORE + AFTER) * ALERTS;
    await until(() => [...streams.map((stream) => stream.told), versions].every(({ length }) => length >= all));
    await until(async () => (await messages()).every(({ state }) => state === 'DELIVERED'));
    // What a dispatcher had in hand when the database went may be free again only when its lease is over.
    clock.ahead = 61_000;
    const ids = () => receiver.received.map(({ headers }) => headers['webhook-id']);
    await until(() => new Set(ids()).size >= all);
    expect(versions).toEqual(Array.from({ length: all }, (_, at) => 101 + at));
    const [first, ...others] = streams.map(cursorsOf);
    expect(new Set(first).size).toBe(all);
    for (const other of others) expect(other).toEqual(first);
    expect(told.every((count) => count < all)).toBe(true);
    // Taken while the database was away, and noted when it was back.
    expect(await messages()).toHaveLength(2);
    expect([robot.received.length, mailbox.handed.length]).toEqual([1, 1]);
  }, 180_000);

  it('leaves people who are told where they were', async () => {
    await live(addDays(DAY, 1), ...Array.from({ length: ALERTS + 1 }, (_, nth) => unserved(71 + nth)));
    await redden();
    clock.ahead = 11 * 60_000;
    await until(() => robot.received.length > 1 && mailbox.handed.length > 1);
    expect(marksOf(robot).map(([, mark]) => mark)).toEqual(['', '']);
    expect(mailbox.mails()).toHaveLength(2);
  }, 60_000);
});
