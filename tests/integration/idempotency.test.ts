/** A key is answered once, whichever process is asked: here two servers over one database. */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demoToken } from '../../src/app/access.ts';
import { openFace, openHubQueue, serveGraph } from '../../src/app/serve.ts';
import { forgetKeys } from '../../src/platform/once/once-per-key.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, url, live, clear } = await serveWorkedHub();
const queue = await openHubQueue(hub);
const other = await serveGraph(await openFace(hub, queue), { host: '127.0.0.1', port: 0 });
const URLS = [url, `http://127.0.0.1:${other.port}/graphql`];
afterAll(async () => {
  await other.close();
  await queue.close();
});
beforeEach(async () => {
  await clear();
  await hub.db.execute('TRUNCATE emergency_access');
  await live(DAY, unserved());
});

interface Opened {
  readonly __typename: string;
  readonly until?: string;
  readonly code?: string;
}

async function breakGlass(at: number, key: string, minutes = 5): Promise<Opened> {
  const response = await fetch(URLS[at] ?? url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await demoToken(hub, 'adviser')}`,
      'wanjia-purpose': 'casework',
    },
    body: JSON.stringify({
      query: `mutation ($key: ID!, $minutes: Int!) {
        breakGlass(householdId: "H1", reason: "紧急求助电话", minutes: $minutes, idempotencyKey: $key) {
          __typename ... on EmergencyOpened { until } ... on Refused { code } } }`,
      variables: { key, minutes },
    }),
  });
  return ((await response.json()) as { data: { breakGlass: Opened } }).data.breakGlass;
}
const opened = async () => (await hub.db.query('SELECT id FROM emergency_access')).length;

describe('an idempotency key', () => {
  it('is answered again by another process, and the work is not done twice', async () => {
    const first = await breakGlass(0, 'one');
    expect(first).toMatchObject({ __typename: 'EmergencyOpened', until: expect.any(String) });
    expect(await breakGlass(1, 'one')).toEqual(first);
    expect(await opened()).toBe(1);
  });

  it('makes many requests at once one', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, (_, i) => breakGlass(i % 2, 'many')));
    expect(new Set(all.map(({ until }) => until)).size).toBe(1);
    expect(await opened()).toBe(1);
  });

  it('is refused for another request', async () => {
    await breakGlass(0, 'two');
    expect(await breakGlass(1, 'two', 6)).toEqual({ __typename: 'Refused', code: 'KEY_REUSED' });
    expect(await opened()).toBe(1);
  });

  it('is forgotten after its time', async () => {
    await breakGlass(0, 'old');
    expect(await forgetKeys(hub.db, new Date(Date.now() - 60_000))).toBe(0);
    expect(await forgetKeys(hub.db, new Date(Date.now() + 60_000))).toBe(1);
  });
});
