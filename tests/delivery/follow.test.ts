/** Followers of the feed: many changes at once, and readers who do not read. */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChangeFollower, createFanout, drainOutbox, followChanges } from '../../src/modules/delivery/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { appendChanges } from '../../src/platform/outbox/outbox.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase();
const fanout = createFanout({ db, log: createLog('silent') });
afterAll(() => fanout.close());

const BASE = { after: 0, type: 'ALERT', patterns: ['310105%'] } as const;
const STREET = ['310105001'];

beforeEach(async () => {
  await db.execute('TRUNCATE outbox, change');
  await db.execute('UPDATE change_head SET position = 0, kept_after = 0');
});

async function change(first: number, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, at) => first + at);
  await appendChanges(
    db,
    ids.map((id) => ({
      ...{ type: 'ALERT', id, householdId: id, operation: 'UPSERT', kind: null, version: 1 },
      ...{ before: [], after: STREET },
    })),
  );
  await drainOutbox(db);
}

async function taken(follower: ChangeFollower, count: number): Promise<number[]> {
  const ids: number[] = [];
  while (ids.length < count) {
    const next = await follower.next(5_000);
    if (next == null) throw new Error(`only ${ids.length} came`);
    ids.push(Number(next.entityId));
  }
  return ids;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('a follower', () => {
  it('is told of many changes at once, more than may wait for it, each once and in order', async () => {
    const follower = await followChanges({ db, fanout }, { ...BASE, waitingAtMost: 50 });
    await change(1, 10);
    expect(await taken(follower, 5)).toEqual(upTo(5));
    await change(11, 3_000);
    await change(3_011, 40);
    expect(await taken(follower, 3_045)).toEqual(upTo(3_050).slice(5));
    expect(await follower.next(20)).toBeNull();
    follower.close();
  });

  it('that takes nothing while much waits is cut off, and another goes on where it stopped', async () => {
    let cut = 0;
    const cutOff = (): void => {
      cut += 1;
    };
    const slow = await followChanges({ db, fanout }, { ...BASE, waitingAtMost: 20, patienceMs: 0, cutOff });
    await change(1, 1);
    expect(await taken(slow, 1)).toEqual([1]);
    await change(2, 100);
    // Another's reading shows that all of them were handed over.
    const other = await followChanges({ db, fanout }, { ...BASE, after: 1 });
    expect(await taken(other, 100)).toEqual(upTo(101).slice(1));
    for (let waited = 0; cut === 0 && waited < 5_000; waited += 20) await new Promise((done) => setTimeout(done, 20));
    expect(cut).toBe(1);
    await expect(slow.next(0)).rejects.toMatchObject({ code: 'SLOW_READER' });
    for (const one of [slow, other]) one.close();
  });
});
