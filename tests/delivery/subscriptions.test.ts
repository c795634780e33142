/** Subscriptions, as the public clients of graphql-transport-ws and graphql-sse see them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoToken } from '../../src/app/access.ts';
import { addDays } from '../../src/kernel/day.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, served, serveWorkedHub, unserved } from '../support/worked-hub.ts';
import { codeOf, type Ending, overEvents, overWebSocket, type Stream, type Told } from './support/subscribers.ts';

interface Event {
  readonly cursor: string;
  readonly kind: string;
  readonly alert: { readonly id: string; readonly state: string; readonly assignee: string | null };
}

const { hub, url, live, ask, work, alertOf } = await serveWorkedHub();
const ALERT_RAISED = await operation('AlertRaised');
const closing: (() => unknown)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

function kept(stream: Stream): Stream {
  closing.push(() => stream.leave());
  return stream;
}

async function asked(query: string, variables: object, persona: string, purpose: string) {
  return { url, token: await demoToken(hub, persona), purpose, query, variables: { ...variables } };
}

async function socket(query: string, variables = {}, persona = 'adviser', purpose = 'casework'): Promise<Stream> {
  return kept(overWebSocket(await asked(query, variables, persona, purpose)));
}

async function eventStream(singleConnection: boolean, query: string, variables = {}): Promise<Stream> {
  return kept(overEvents(singleConnection, await asked(query, variables, 'adviser', 'casework')));
}

const eventOf = (told: Told | Ending): Event => (told as { data: { alertRaised: Event } }).data.alertRaised;

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
      await socket(ALERT_RAISED),
      await eventStream(false, ALERT_RAISED),
      await eventStream(true, ALERT_RAISED),
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
    const stream = await socket(ALERT_RAISED, { after: raised.cursor });
    const closed = eventOf(await stream.next());
    expect(closed).toMatchObject({ kind: 'CLOSED', alert: { state: 'CLOSED' } });
    const again = await eventStream(false, ALERT_RAISED, { after: closed.cursor });
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

  it('tells who asks for it where it begins, before any event', async () => {
    const opening = { ...(await asked(ALERT_RAISED, {}, 'adviser', 'casework')), extensions: { tellPlace: true } };
    const streams = [overWebSocket(opening), overEvents(false, opening), overEvents(true, opening)].map(kept);
    const places = await Promise.all(
      streams.map(async (stream) => {
        const told = await stream.next();
        expect(told).toEqual({ data: { alertRaised: null }, extensions: { place: expect.any(String) } });
        return (told as { extensions: { place: string } }).extensions.place;
      }),
    );
    await live(addDays(DAY, 2), served(), served(72));
    await drainOutbox(hub.db);
    const [event, ...others] = await Promise.all(streams.map(async (stream) => eventOf(await stream.next())));
    expect(event).toMatchObject({ kind: 'CLOSED' });
    const again = await socket(ALERT_RAISED, { after: places[0] });
    for (const other of [...others, eventOf(await again.next())]) expect(other).toEqual(event);
  });

  it('is refused to whom the policy does not open it, without a token, and with a cursor that is none', async () => {
    expect(codeOf(await (await socket(ALERT_RAISED, {}, 'auditor', 'audit')).next())).toBe('FORBIDDEN');
    expect(codeOf(await (await socket(ALERT_RAISED, { after: 'x' })).next())).toBe('CURSOR_DAMAGED');
    for (const single of [false, true])
      expect(codeOf(await (await eventStream(single, ALERT_RAISED, { after: 'x' })).next())).toBe('CURSOR_DAMAGED');
    const { data } = await ask<{ changes: { pageInfo: { endCursor: string } } }>({
      ...{ persona: 'warehouse', purpose: 'operations', query: '{ changes(first: 1) { pageInfo { endCursor } } }' },
    });
    const foreign = await socket(ALERT_RAISED, { after: data?.changes.pageInfo.endCursor });
    expect(codeOf(await foreign.next())).toBe('CURSOR_FOREIGN');
    for (const token of ['', 'x', `${await demoToken(hub, 'adviser')}x`]) {
      const nobody = kept(overWebSocket({ url, token, purpose: 'casework', query: ALERT_RAISED }));
      expect(codeOf(await nobody.next())).toBe('4403 Forbidden');
    }
  });
});

describe('householdChanged', () => {
  const QUERY =
    'subscription ($after: String) { householdChanged(after: $after) { cursor id household { id streetCode members { person { name } } } } }';

  it('tells what the caller may see of a household, and that it may see it no longer', async () => {
    const stream = await socket(QUERY);
    await settled();
    const moved = { ...served(), streetCode: '310105002', committeeCode: null };
    await live(addDays(DAY, 3), moved, unserved(72));
    await drainOutbox(hub.db);
    expect(await stream.next()).toMatchObject({ data: { householdChanged: { id: 'H1', household: null } } });
  });

  it('tells of one that comes into the caller’s street', async () => {
    const stream = await socket(QUERY);
    await settled();
    await live(addDays(DAY, 4), { ...served(), streetCode: '310105001' }, unserved(72));
    await drainOutbox(hub.db);
    expect(await stream.next()).toMatchObject({
      data: { householdChanged: { household: { id: 'H1', streetCode: '310105001' } } },
    });
  });
});
