/**
 * A whole hub is killed (-9) while it tells subscribers over WebSocket and event streams, a webhook and a robot: they go
 * on at another process, which was started long before or is started then.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AlertRaisedDocument, createClient } from '../../packages/client/src/index.ts';
import { demoToken } from '../../src/app/access.ts';
import { createApp } from '../../src/app/index.ts';
import { runMessages } from '../../src/app/messages.ts';
import { runWebhooks } from '../../src/app/webhooks.ts';
import { drainOutbox, startSequencer } from '../../src/modules/delivery/index.ts';
import { SILENT_TERMINAL } from '../../src/platform/terminal/terminal.ts';
import { cutLineTo } from '../support/cut-line.ts';
import { type HubProcess, startHubProcess } from '../support/hub-process.ts';
import { accept, startReceiver } from '../support/receiver.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';
import { enterRobot, enterWebhook, marksOf, robotTakes } from './support/entered.ts';
import { happenTo, until } from './support/happenings.ts';

const ALERTS = 4;
/** Of each alert, before the kill and after it. */
const [BEFORE, AFTER] = [6, 4];
const SETTINGS = { WANJIA_WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' };

const { hub, face, url, live } = await serveWorkedHub(SETTINGS);
const app = createApp({ config: hub.config, log: hub.log, terminal: SILENT_TERMINAL });
const [partner, robot] = await Promise.all([startReceiver(), startReceiver()]);
const stop = new AbortController();
const closing: { close(): Promise<void> }[] = [];
let killed: HubProcess;

afterAll(async () => {
  stop.abort(new Error('over'));
  await killed?.kill();
  for (const one of closing) await one.close();
  for (const one of [partner, robot, app]) await one.close();
});

const happen = happenTo(hub.db, ALERTS, 101);

/** Cursors that a subscriber was told, one after the other. */
function follow(at: string, over: 'websocket' | 'event-stream', after: string): string[] {
  const told: string[] = [];
  const client = createClient({ url: at, token: () => demoToken(hub, 'adviser'), purpose: 'casework' });
  const read = async (): Promise<void> => {
    for await (const { cursor } of client.subscribe(AlertRaisedDocument, { after }, { over, signal: stop.signal }))
      told.push(cursor ?? '');
  };
  read().catch((error: unknown) => stop.signal.aborted || told.push(String(error)));
  return told;
}

/** Where the feed stands, as the adviser knows it. */
async function feedEnd(): Promise<string> {
  const client = createClient({ url, token: () => demoToken(hub, 'adviser'), purpose: 'casework' });
  let end = '';
  for await (const { cursor } of client.changePages()) end = cursor ?? '';
  return end;
}

const positionsTold = (): number[] =>
  partner.received.map(({ headers }) => Number(String(headers['webhook-id']).split('_').at(-1)));

/** What happened to each household since, in order. */
async function happenings(after: number): Promise<Map<number, number[]>> {
  const rows = await hub.db.query<{ position: number; household: number }>(
    `SELECT position, household_id AS household FROM change WHERE type = 'ALERT' AND position > $1 ORDER BY position`,
    [after],
  );
  const byHousehold = new Map<number, number[]>();
  for (const { position, household } of rows)
    byHousehold.set(household, [...(byHousehold.get(household) ?? []), position]);
  return byHousehold;
}

beforeAll(async () => {
  await live(DAY, ...Array.from({ length: ALERTS }, (_, nth) => unserved(71 + nth)));
  // A red one is told at any hour.
  await hub.db.execute(`UPDATE alert SET severity = 'RED', severity_rank = 1`);
  await drainOutbox(hub.db);
  await enterWebhook(app, partner.url);
  await enterRobot(app, robot);
  killed = await startHubProcess(hub.config, hub.db.url, SETTINGS);
}, 120_000);

describe('a hub that is killed while it tells', () => {
  it('is gone on from at another process, without loss and without repetition', async () => {
    const line = await cutLineTo(killed.port);
    closing.push(line);
    const at = `http://127.0.0.1:${line.port}/graphql`;
    const [start, after] = [
      await hub.db.query<{ position: number }>('SELECT position FROM change_head'),
      await feedEnd(),
    ];
    const streams = [follow(at, 'websocket', after), follow(at, 'event-stream', after)];
    // Soon the partner and the robot say nothing any more: what they were told is under way when the hub dies.
    partner.answer = (response) => void (partner.received.length <= 2 * ALERTS && accept(response));
    robot.answer = () => undefined;
    await happen(BEFORE / 2);
    await until(() => streams.every(({ length }) => length > 0));
    await happen(BEFORE / 2);
    await until(() => partner.received.length > 2 * ALERTS && robot.received.length === 1);
    await killed.kill();
    const [underWay, cut] = [positionsTold().slice(2 * ALERTS), streams.map(({ length }) => length)];
    partner.answer = accept;
    robot.answer = robotTakes;

    line.lead(Number(new URL(url).port));
    await happen(AFTER);
    const later = { now: () => new Date(Date.now() + 61_000) };
    const another = { ...hub, clock: later };
    closing.push(startSequencer(hub), runWebhooks(another, face.viewers), runMessages(another, face));
    const all = (BEFORE + AFTER) * ALERTS;
    await until(() => streams.every(({ length }) => length >= all));
    await until(() => new Set(positionsTold()).size >= all && robot.received.length > 1);

    const [socket, events] = streams;
    expect(new Set(socket).size).toBe(all);
    expect(events).toEqual(socket);
    expect(cut.every((length) => length > 0 && length < all)).toBe(true);

    const wanted = await happenings(start[0]?.position ?? 0);
    const told = positionsTold();
    for (const positions of wanted.values())
      expect([...new Set(told.filter((position) => positions.includes(position)))]).toEqual(positions);
    // What was on its way comes again: at most one of each household.
    const again = new Set(told.filter((position, nth) => told.indexOf(position) !== nth));
    expect([...again]).toEqual(expect.arrayContaining(underWay));
    expect(again.size).toBeLessThanOrEqual(ALERTS);

    const marks = marksOf(robot);
    expect(new Set(marks.map(([number]) => number)).size).toBe(1);
    expect(marks.map(([, mark]) => mark !== '')).toEqual(marks.map((_mark, nth) => nth > 0));
  }, 120_000);
});
