/** The client package against a whole hub: typed answers, the feed, subscriptions over a line that breaks. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AlertRaisedDocument,
  AssignAlertDocument,
  type Change,
  CursorExpiredError,
  createClient,
  FeedsDocument,
  HouseholdByIdDocument,
  OpenAlertsDocument,
} from '../../packages/client/src/index.ts';
import { demoToken } from '../../src/app/access.ts';
import { addDays } from '../../src/kernel/day.ts';
import { compactChanges, drainOutbox } from '../../src/modules/delivery/index.ts';
import { cutLineTo } from '../support/cut-line.ts';
import { DAY, served, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, url, live, alertOf } = await serveWorkedHub();
const line = await cutLineTo(Number(new URL(url).port));
const broken = `http://127.0.0.1:${line.port}/graphql`;
const as = (persona: string, purpose: string, at = url) =>
  createClient({ url: at, token: () => demoToken(hub, persona), purpose });
const adviser = as('adviser', 'casework');
const client = as('warehouse', 'operations', broken);
const warehouse = as('warehouse', 'operations');

beforeAll(async () => {
  await live(DAY, unserved());
  await drainOutbox(hub.db);
});
afterAll(() => line.close());

async function collect<T>(of: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of of) all.push(one);
  return all;
}

describe('an operation', () => {
  it('answers with its own types, and tells what was masked or withheld', async () => {
    const { data } = await adviser.request(OpenAlertsDocument, { first: 10 });
    expect(data.alerts?.edges[0]?.node?.id).toBe(await alertOf(1));
    const { data: seen, access } = await warehouse.request(HouseholdByIdDocument, { id: 'H1' });
    expect(seen.household?.members?.[0]?.person?.name).toBeNull();
    expect(access.withheld).toContainEqual(expect.objectContaining({ coordinate: 'Person.name' }));
    expect((await as('district-officer', 'data-quality').request(FeedsDocument)).access.withheld).toEqual([]);
  });

  it('tells the hub’s code where the caller may not ask at all', async () => {
    const asked = warehouse.request(AssignAlertDocument, { id: 'A1', assignee: 'adviser', key: 'k' });
    await expect(asked).rejects.toMatchObject({ name: 'HubError', code: 'FORBIDDEN' });
  });
});

describe('the feed', () => {
  it('is iterated over its pages; a cursor is told when what came before it is done', async () => {
    const checkpoints: string[] = [];
    const changes: Change[] = [];
    const feed = warehouse.changes({ pageSize: 1, checkpoint: (cursor) => void checkpoints.push(cursor) });
    for await (const change of feed) {
      expect(checkpoints).toHaveLength(changes.length);
      changes.push(change);
    }
    expect(changes.map(({ type }) => type).sort()).toContain('ALERT');
    expect(checkpoints).toEqual(changes.map(({ cursor }) => cursor));
    const [first] = checkpoints;
    expect(await collect(warehouse.changes({ after: first }))).toEqual(changes.slice(1));
    const [alert] = await collect(warehouse.changes({ types: ['ALERT'] }));
    expect(alert?.operation === 'UPSERT' && alert.record.severity).toBe('ORANGE');
  });

  it('says so where a cursor has expired', async () => {
    const [cursor] = (await collect(warehouse.changes())).map((change) => change.cursor);
    await live(addDays(DAY, 1), served());
    await live(addDays(DAY, 2), unserved());
    await drainOutbox(hub.db);
    await compactChanges(hub.db, new Date(Date.now() + 1_000));
    await expect(collect(warehouse.changes({ after: cursor }))).rejects.toBeInstanceOf(CursorExpiredError);
  });
});

/** Next day everything is well, the day after it is not: the alert is closed, and another raised. */
let day = addDays(DAY, 2);
let well = false;
async function turn(): Promise<'CLOSED' | 'RAISED'> {
  day = addDays(day, 1);
  well = !well;
  await live(day, well ? served() : unserved());
  await drainOutbox(hub.db);
  return well ? 'CLOSED' : 'RAISED';
}

describe.each(['websocket', 'event-stream'] as const)('a subscription over %s', (over) => {
  it('loses and repeats nothing when its line is cut, and ends when it is broken off', async () => {
    const stop = new AbortController();
    const worked: string[] = [];
    const checkpoint = (cursor: string): void => void worked.push(cursor);
    const after = (await collect(warehouse.changes())).at(-1)?.cursor ?? null;
    const events = client.subscribe(AlertRaisedDocument, { after }, { over, signal: stop.signal, checkpoint });
    const kind = async (): Promise<string | null | undefined> => {
      const { value } = await events.next();
      return value?.data.alertRaised?.kind;
    };
    const [first, second] = [await turn(), await kind()];
    expect(second).toBe(first);
    line.cut();
    const resumed = kind();
    const missed = [await turn(), await turn()];
    line.mend();
    expect([await resumed, await kind()]).toEqual(missed);
    expect(worked).toHaveLength(2);
    const pending = events.next();
    stop.abort(new Error('done'));
    await expect(pending).rejects.toThrow('done');
  });

  it('that begins with what comes from now on loses nothing when its line is cut before anything came', async () => {
    const stop = new AbortController();
    let begun = (_place: string): void => undefined;
    const place = new Promise<string>((resolve) => {
      begun = resolve;
    });
    const events = client.subscribe(AlertRaisedDocument, {}, { over, signal: stop.signal, checkpoint: begun });
    const first = events.next();
    const from = await place;
    line.cut();
    const missed = await turn();
    line.mend();
    const { value } = await first;
    expect(value?.data.alertRaised?.kind).toBe(missed);
    stop.abort(new Error('done'));
    await expect(events.next()).rejects.toThrow('done');
    // Who stored the place and was started anew is told of the same.
    const again = client.subscribe(AlertRaisedDocument, { after: from }, { over });
    expect((await again.next()).value?.cursor).toBe(value?.cursor);
    await again.return();
  });

  it('that does not take the cursor to go on from is not gone on with', async () => {
    let begun = (): void => undefined;
    const open = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const query = 'subscription { alertRaised { cursor kind } }';
    const first = client.subscribe(query, {}, { over, checkpoint: begun }).next();
    await open;
    line.cut();
    line.mend();
    await expect(first).rejects.toMatchObject({ code: 'NOT_RESUMABLE' });
  });
});

describe('a subscription', () => {
  it('ends with the hub’s code where the caller may not subscribe', async () => {
    const auditor = as('auditor', 'audit');
    for (const over of ['websocket', 'event-stream'] as const)
      await expect(collect(auditor.subscribe(AlertRaisedDocument, {}, { over }))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
  });

  it('asks for another token when its own is refused, once', async () => {
    const refusals: (string | undefined)[] = [];
    const token = (refused?: string): string => {
      refusals.push(refused);
      return 'not a token';
    };
    const client = createClient({ url, token, purpose: 'casework' });
    await expect(collect(client.subscribe(AlertRaisedDocument, {}))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(refusals).toEqual([undefined, 'not a token']);
  });
});
