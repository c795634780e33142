/** Subscriptions, as the public clients of graphql-transport-ws and graphql-sse see them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient, type ExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';
import { demoToken } from '../../src/app/access.ts';
import { addDays } from '../../src/kernel/day.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, served, serveWorkedHub, unserved } from '../support/worked-hub.ts';

interface Event {
  readonly cursor: string;
  readonly kind: string;
  readonly alert: { readonly id: string; readonly state: string; readonly assignee: string | null };
}

const { hub, url, live, work, alertOf } = await serveWorkedHub();
const ALERT_RAISED = await operation('AlertRaised');
const closing: (() => unknown)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

type Told = ExecutionResult<Record<string, unknown>>;

/** What a subscription tells, one after the other. */
interface Stream {
  next(): Promise<Told | Error>;
  readonly told: (Told | Error)[];
}

function collected(
  subscribe: (sink: { next(told: Told): void; error(error: unknown): void; complete(): void }) => () => void,
): Stream {
  const told: (Told | Error)[] = [];
  let [read, wake] = [0, () => {}];
  const add = (one: Told | Error): void => {
    told.push(one);
    wake();
  };
  closing.push(
    subscribe({
      next: add,
      error: (error) => add(error instanceof Error ? error : new Error(JSON.stringify(error))),
      complete: () => {},
    }),
  );
  return {
    told,
    async next() {
      while (told.length <= read)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      read += 1;
      return told[read - 1] as Told;
    },
  };
}

async function overWebSocket(
  query: string,
  variables = {},
  persona = 'adviser',
  purpose = 'casework',
): Promise<Stream> {
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${await demoToken(hub, persona)}`, purpose },
  });
  closing.push(() => client.dispose());
  return collected((sink) => client.subscribe({ query, variables }, sink as never));
}

async function overEvents(singleConnection: boolean, query: string, variables = {}): Promise<Stream> {
  const client = createSseClient({
    url: `${url}/stream`,
    singleConnection,
    retryAttempts: 0,
    headers: { authorization: `Bearer ${await demoToken(hub, 'adviser')}`, 'wanjia-purpose': 'casework' },
  });
  closing.push(() => client.dispose());
  return collected((sink) => client.subscribe({ query, variables }, sink as never));
}

const eventOf = (told: Told | Error): Event => (told as { data: { alertRaised: Event } }).data.alertRaised;

/** The subscription is open once it hears of something; until then what is done may lie before its beginning. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
}

let raised: Event;

describe('alertRaised', () => {
  beforeAll(async () => {
    await live(DAY, unserved());
    await drainOutbox(hub.db);
  });

  it('tells what happens to alerts over WebSocket and both kinds of event streams alike', async () => {
    const streams = [
      await overWebSocket(ALERT_RAISED),
      await overEvents(false, ALERT_RAISED),
      await overEvents(true, ALERT_RAISED),
    ];
    await settled();
    await work('AssignAlert', { id: await alertOf(1), assignee: 'adviser', key: 's1' });
    await drainOutbox(hub.db);
    const events = await Promise.all(streams.map(async (stream) => eventOf(await stream.next())));
    for (const event of events)
      expect(event).toMatchObject({ kind: 'CHANGED', alert: { id: await alertOf(1), assignee: 'adviser' } });
    expect(new Set(events.map(({ cursor }) => cursor)).size).toBe(1);
    raised = events[0] as Event;
  });

  it('goes on behind a cursor without loss or repetition, as the feed does', async () => {
    await work('CloseAlert', { id: await alertOf(1), outcome: 'NOT_NEEDED', key: 's2' });
    await drainOutbox(hub.db);
    const stream = await overWebSocket(ALERT_RAISED, { after: raised.cursor });
    const closed = eventOf(await stream.next());
    expect(closed).toMatchObject({ kind: 'CLOSED', alert: { state: 'CLOSED' } });
    const again = await overEvents(false, ALERT_RAISED, { after: closed.cursor });
    await live(addDays(DAY, 1), served(), unserved(72));
    await drainOutbox(hub.db);
    expect(eventOf(await again.next())).toMatchObject({ kind: 'RAISED' });
    expect(eventOf(await stream.next())).toMatchObject({ kind: 'RAISED' });
    expect(stream.told).toHaveLength(2);
  });

  it('leaves a row in the disclosure log for each subscriber and event', async () => {
    const [rows] = await hub.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM disclosure d JOIN disclosure_scope s ON s.key = d.scope WHERE s.operation = 'AlertRaised'`,
    );
    // CHANGED to three, CLOSED to these and a fourth, RAISED to all five.
    expect(rows?.count).toBe(3 + 4 + 5);
  });

  it('is refused to whom the policy does not open it, without a token, and with a cursor that is none', async () => {
    const codes = async (stream: Stream): Promise<string> => {
      const told = await stream.next();
      return JSON.stringify(told instanceof Error ? told.message : told);
    };
    expect(await codes(await overWebSocket(ALERT_RAISED, {}, 'auditor', 'audit'))).toContain('FORBIDDEN');
    expect(await codes(await overWebSocket(ALERT_RAISED, { after: 'x' }))).toContain('CURSOR_DAMAGED');
    expect(await codes(await overEvents(false, ALERT_RAISED, { after: 'x' }))).toContain('CURSOR_DAMAGED');
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
    });
    const closed = await new Promise<{ code: number }>((resolve) => {
      client.subscribe(
        { query: ALERT_RAISED },
        { next: () => {}, error: (event) => resolve(event as never), complete: () => {} },
      );
    });
    expect(closed.code).toBe(4403);
  });
});

describe('householdChanged', () => {
  const QUERY =
    'subscription ($after: String) { householdChanged(after: $after) { cursor id household { id streetCode members { person { name } } } } }';

  it('tells what the caller may see of a household, and that it may see it no longer', async () => {
    const stream = await overWebSocket(QUERY);
    await settled();
    const moved = { ...served(), streetCode: '310105002', committeeCode: null };
    await live(addDays(DAY, 2), moved, unserved(72));
    await drainOutbox(hub.db);
    expect(await stream.next()).toMatchObject({ data: { householdChanged: { id: 'H1', household: null } } });
  });

  it('tells of one that comes into the caller’s street', async () => {
    const stream = await overWebSocket(QUERY);
    await settled();
    await live(addDays(DAY, 3), { ...served(), streetCode: '310105001' }, unserved(72));
    await drainOutbox(hub.db);
    expect(await stream.next()).toMatchObject({
      data: { householdChanged: { household: { id: 'H1', streetCode: '310105001' } } },
    });
  });
});
