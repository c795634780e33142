/** Subscriptions through the gateway: the hub's own, on every transport it speaks; and what is said where there is none. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import {
  type Asked,
  codeOf,
  type Ending,
  overEvents,
  overWebSocket,
  type Stream,
  type Told,
} from '../../tests/delivery/support/subscribers.ts';
import { serveFederation } from '../../tests/support/federation.ts';
import { operation } from '../../tests/support/served-hub.ts';
import { serveGateway } from './served-gateway.ts';

const federation = await serveFederation(120, []);
const { hub, ask, tokenOf } = federation;
const gateway = await serveGateway(federation);
const officer = { persona: 'district-officer', purpose: 'casework' };
const SUBSCRIPTION = `subscription Raised($after: String) { alertRaised(after: $after) { cursor kind alert {
  id state assignee household { id members { person { id education { status asOf } } } } } } }`;

const open: Stream[] = [];
afterAll(() => {
  for (const stream of open) stream.leave();
});

const WAYS: readonly ((asked: Asked) => Stream)[] = [
  overWebSocket,
  (asked) => overEvents(false, asked),
  (asked) => overEvents(true, asked),
];

/** On both shapes, in every way, for one caller. */
async function subscribe(persona: string, purpose: string): Promise<Stream[]> {
  const token = await tokenOf(persona);
  const streams = [federation.url, gateway.url].flatMap((url) =>
    WAYS.map((over) => over({ url, token, purpose, query: SUBSCRIPTION, extensions: { tellPlace: true } })),
  );
  open.push(...streams);
  return streams;
}

const next = (streams: readonly Stream[]): Promise<(Told | Ending)[]> =>
  Promise.all(streams.map((stream) => stream.next()));

describe('subscriptions in both shapes', () => {
  it('tell every caller the same events, with the same sections, on every transport', async () => {
    const { data } = await ask<{ alerts: { edges: { node: { id: string } }[] } }>({
      ...officer,
      query: '{ alerts(first: 1) { edges { node { id } } } }',
    });
    const id = data?.alerts.edges[0]?.node.id;
    const [officers, readers] = [
      await subscribe(officer.persona, officer.purpose),
      await subscribe('warehouse', 'operations'),
    ];
    // Each is told its place first: what happens from now on reaches it.
    await next([...officers, ...readers]);
    const done = await gateway.ask({
      ...officer,
      query: await operation('AssignAlert'),
      variables: { id, assignee: 'adviser', key: 'told' },
    });
    expect(done.errors).toBeUndefined();
    await drainOutbox(hub.db);
    const [first, ...others] = await next(officers);
    expect(first).toMatchObject({ data: { alertRaised: { kind: 'CHANGED', alert: { id, assignee: 'adviser' } } } });
    expect(JSON.stringify(first)).toContain('"KNOWN"');
    for (const other of others) expect(other).toEqual(first);
    const [pseudonymous, ...rest] = await next(readers);
    expect(pseudonymous).not.toEqual(first);
    for (const other of rest) expect(other).toEqual(pseudonymous);
  });

  it('are refused alike where the caller is not known', async () => {
    const refused = async (url: string) => {
      const stream = overWebSocket({ url, token: 'x', purpose: 'casework', query: SUBSCRIPTION });
      return codeOf(await stream.next());
    };
    expect(await refused(gateway.url)).toBe(await refused(federation.url));
    expect(await refused(gateway.url)).toBe('4403 Forbidden');
  });

  it('are not answered by one response: the error says so, in both shapes', async () => {
    const merged = await ask({ ...officer, query: SUBSCRIPTION });
    expect(merged.errors?.[0]?.extensions.code).toBe('REQUEST_MALFORMED');
    expect(await gateway.ask({ ...officer, query: SUBSCRIPTION })).toEqual(merged);
  });

  it('do not keep the gateway from ending', async () => {
    const token = await tokenOf(officer.persona);
    const asked = { url: gateway.url, token, purpose: officer.purpose, query: SUBSCRIPTION };
    const streams = WAYS.map((over) => over({ ...asked, extensions: { tellPlace: true } }));
    await next(streams);
    expect(await gateway.end()).toBe(0);
    for (const ending of await next(streams)) expect(ending).not.toHaveProperty('complete');
  });
});
