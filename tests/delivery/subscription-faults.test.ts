/** Streams that end, thin, lag or are too many; who follows comes again by cursor, wherever. */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { issuerOf } from '../../src/app/access.ts';
import { type Hub, openHub } from '../../src/app/hub.ts';
import { openFace, openHubQueue, serveGraph } from '../../src/app/serve.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { addDays } from '../../src/kernel/day.ts';
import type { Caller } from '../../src/modules/access/index.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { certificate, household, member, recognition } from '../support/documents.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';
import { codeOf, overEvents, overWebSocket, type Stream, type Told } from './support/subscribers.ts';

const PER_CALLER = 5;
const served = await serveWorkedHub({
  WANJIA_STREAM_RECHECK_SECONDS: '1',
  WANJIA_CLOCK_SKEW_SECONDS: '0',
  WANJIA_LIMIT_STREAMS_PER_CALLER: String(PER_CALLER),
});
const { hub, url, live, ask, face } = served;
const ALERT_RAISED = await operation('AlertRaised');
const HOUSEHOLD = `subscription ($after: String) { householdChanged(after: $after) { cursor id household {
  members { person { name } } otherListings { person { id disability { certificate { level } } } } } } }`;
const OPERATOR = { name: 'cli:test', organisation: null, scope: null } as const;

const open: { leave(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.leave();
});

function caller(subject: string, parts: Partial<Caller> = {}): Caller {
  const office = { organisation: 'subdistrict-310105001', roles: ['adviser'], divisions: ['310105001'] };
  return { subject, ...office, ...parts };
}

interface Asking {
  readonly as: Caller;
  readonly seconds?: number;
  readonly query?: string;
  readonly purpose?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly at?: string;
  readonly by?: 'socket' | 'events' | 'single';
}

/** Subscribes; it is open once a second has gone by. */
async function subscribe({ as, seconds, by = 'socket', at = url, ...asked }: Asking): Promise<Stream> {
  const token = await (await issuerOf(hub)).issue(as, seconds === undefined ? {} : { seconds });
  const given = { url: at, token, purpose: 'casework', query: ALERT_RAISED, ...asked };
  const stream = by === 'socket' ? overWebSocket(given) : overEvents(by === 'single', given);
  open.push(stream);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return stream;
}

let version = 0;
/** Something happens to the first alert. */
async function happen(): Promise<void> {
  version += 1;
  await hub.db.execute('UPDATE alert SET version = version + 1 WHERE id = 1');
  await hub.db.execute(
    `INSERT INTO outbox (type, entity_id, household_id, operation, kind, version, scope_before, scope_after)
     VALUES ('ALERT', '1', 1, 'UPSERT', 'CHANGED', $1, ARRAY['310105001'], ARRAY['310105001'])`,
    [version],
  );
  await drainOutbox(hub.db);
}

/** What a stream told at last, once it told an error. */
async function last(stream: Stream): Promise<unknown> {
  for (;;) {
    const told = await stream.next();
    if (!('data' in told)) return told;
  }
}

/** A second process's worth of hub over the same database and keys. */
async function startAnother({ config }: Hub): Promise<{ readonly url: string; close(): Promise<void> }> {
  const another = await openHub({ config, clock: systemClock, log: createLog('silent') });
  const queue = await openHubQueue(another);
  const serving = await serveGraph(await openFace(another, queue), { host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${serving.port}/graphql`,
    async close() {
      await serving.close();
      await queue.close();
      await another.close();
    },
  };
}

const cursorOf = (told: unknown): string =>
  (told as { data: Record<string, { cursor: string }> }).data.alertRaised?.cursor ?? '';

beforeAll(async () => {
  await live(DAY, unserved());
  await drainOutbox(hub.db);
});

describe('a stream', () => {
  it('ends when the token does, events or none, by whatever way it comes', async () => {
    const ways = ['socket', 'events', 'single'] as const;
    const streams = await Promise.all(ways.map((by) => subscribe({ as: caller(`short ${by}`), seconds: 2, by })));
    const endings = await Promise.all(streams.map(async (stream) => codeOf(await stream.next())));
    expect(endings).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });

  it('ends when its token is revoked', async () => {
    const stream = await subscribe({ as: caller('lost-phone') });
    await happen();
    expect(cursorOf(await stream.next())).not.toBe('');
    const revoked = { issuer: 'wanjia-local', kind: 'SUBJECT', value: 'lost-phone' } as const;
    await face.access.administration.revokeTokens(revoked, { actor: OPERATOR, reason: '设备遗失' });
    expect(codeOf(await stream.next())).toBe('UNAUTHENTICATED');
  });

  it('ends when what it tells of is suspended, and is thinned when a part of it is', async () => {
    const { administration } = face.access;
    const suspend = (dataClass: string) =>
      administration.suspendClass({
        ...{ actor: OPERATOR, reason: '数据滥用核查' },
        form: { target: 'ROLE', of: 'adviser', dataClass, until: null },
      });
    const households = await subscribe({ as: caller('thinned'), query: HOUSEHOLD });
    const alerts = await subscribe({ as: caller('closed') });
    const suspended = await suspend('name');
    await live(addDays(DAY, 1), unserved(72));
    await drainOutbox(hub.db);
    expect(await households.next()).toMatchObject({
      data: { householdChanged: { household: { members: [{ person: { name: null } }] } } },
    });
    await administration.liftSuspension(suspended.ok ? suspended.value.id : 0, { actor: OPERATOR, reason: '核查结束' });
    const closed = await suspend('alert');
    expect(codeOf((await last(alerts)) as Told)).toBe('FORBIDDEN');
    await administration.liftSuspension(closed.ok ? closed.value.id : 0, { actor: OPERATOR, reason: '核查结束' });
  });

  it('shows no more what somebody has taken back their consent to', async () => {
    const apart = { notCounted: 'NOT_CO_LIVING', relationshipToHead: '20' } as const;
    const son = member({ id: 73, certificates: [certificate('4', '3')] }, apart);
    await live(addDays(DAY, 2), household([member({ id: 71 }), son], { recognition: recognition('DB') }));
    await drainOutbox(hub.db);
    const officer = { organisation: 'changning-civil-affairs', roles: ['district-officer'], divisions: ['310105'] };
    const stream = await subscribe({ as: caller('officer', officer), query: HOUSEHOLD, purpose: 'verification' });
    const shown = async () => {
      await drainOutbox(hub.db);
      const told = (await stream.next()) as { data: { householdChanged: { household: object } } };
      return told.data.householdChanged.household;
    };
    const own = new URL('../../schema/operations/consents.graphql', import.meta.url);
    const run = async (name: string, variables: object) => {
      const asked = { persona: 'district-officer', purpose: 'verification', query: await operation(name, own) };
      const { data } = await ask<Record<string, { consent: { id: string } }>>({
        ...asked,
        variables: { ...variables },
      });
      return Object.values(data ?? {})[0]?.consent.id;
    };
    const input = {
      ...{ householdId: 'H1', personId: 'P73', capacity: 'SELF', givenBy: 'P73', kind: 'check-authorisation' },
      ...{ scope: ['disability-federation'], purposes: ['verification'], evidence: '档案柜三号' },
      ...{ validFrom: DAY, validUntil: '2099-12-31' },
    };
    const id = await run('RecordConsent', { input, key: 'stream consent' });
    expect(await shown()).toMatchObject({
      otherListings: [{ person: { disability: { certificate: { level: '3' } } } }],
    });
    await run('WithdrawConsent', { id, how: 'PHONE', note: '来电', key: 'stream withdrawal' });
    expect(await shown()).toMatchObject({ otherListings: [{ person: { disability: null } }] });
  });

  it('is one of so many that a caller may have; one that ends makes room', async () => {
    const as = caller('greedy');
    const streams: Stream[] = [];
    for (let count = 0; count < PER_CALLER; count += 1) streams.push(await subscribe({ as }));
    expect(codeOf(await (await subscribe({ as, by: 'events' })).next())).toBe('TOO_MANY_SUBSCRIPTIONS');
    streams[0]?.leave();
    const another = await subscribe({ as, by: 'events' });
    await happen();
    expect(cursorOf(await another.next())).not.toBe('');
  });
});

describe('a subscription that is none', () => {
  it.each([
    ['is not GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    [
      'is longer than any need be',
      `subscription { alertRaised { ${'cursor '.repeat(10_000)} } }`,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['asks for what is not there', 'subscription { alertRaised { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['is two', 'subscription { a: alertRaised { cursor } b: caseChanged { cursor } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['is not selected directly', 'subscription { ... { alertRaised { cursor } } }', 'BAD_USER_INPUT'],
    ['is a query', '{ alerts { edges { node { id } } } }', 'REQUEST_MALFORMED'],
  ])('because it %s is refused with a code', async (_how, query, code) => {
    const ways = ['socket', 'events', 'single'] as const;
    const streams = await Promise.all(ways.map((by) => subscribe({ as: caller('wrong'), query, by })));
    expect(await Promise.all(streams.map(async (stream) => codeOf(await stream.next())))).toEqual(Array(3).fill(code));
  });

  it('leaves no place taken, nor does one whose caller is gone before it is open', async () => {
    const as = caller('hasty');
    const token = await (await issuerOf(hub)).issue(as);
    for (let nth = 0; nth < 4 * PER_CALLER; nth += 1) {
      const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
      await new Promise((resolve) => socket.once('open', resolve));
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}`, purpose: 'casework' } }),
      );
      await new Promise((resolve) => socket.once('message', resolve));
      socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: ALERT_RAISED } }));
      await new Promise((resolve) => setTimeout(resolve, nth % 3));
      socket.terminate();
    }
    let code = 'TOO_MANY_SUBSCRIPTIONS';
    while (code === 'TOO_MANY_SUBSCRIPTIONS') {
      const streams = await Promise.all(Array.from({ length: PER_CALLER }, () => subscribe({ as })));
      await happen();
      const told = await Promise.all(streams.map((stream) => stream.next()));
      code = told.map((one) => ('data' in one ? '' : codeOf(one))).find((one) => one !== '') ?? 'all open';
      for (const stream of streams) stream.leave();
    }
    expect(code).toBe('all open');
  });
});

describe('two hubs on one database', () => {
  it('take a stream over from each other, also when one stops and says so', async () => {
    const other = await startAnother(hub);
    const as = caller('wanderer');
    const first = await subscribe({ as, at: other.url });
    const events = await subscribe({ as, at: other.url, by: 'events' });
    await happen();
    const cursor = cursorOf(await first.next());
    expect(cursorOf(await events.next())).toBe(cursor);
    await other.close();
    expect(codeOf(await first.next())).toBe('1012 RESTARTING: subscribe again, after the cursor of the last event');
    expect(await events.next()).not.toEqual({ complete: true });
    // While nobody listens, two things happen.
    await happen();
    await happen();
    const again = await subscribe({ as, variables: { after: cursor } });
    const told = [cursorOf(await again.next()), cursorOf(await again.next())];
    await happen();
    const third = cursorOf(await again.next());
    expect(new Set([cursor, ...told, third]).size).toBe(4);
    const restarted = await startAnother(hub);
    const back = await subscribe({ as, at: restarted.url, variables: { after: told[0] ?? '' } });
    expect([cursorOf(await back.next()), cursorOf(await back.next())]).toEqual([told[1], third]);
    back.leave();
    await restarted.close();
  });
});
