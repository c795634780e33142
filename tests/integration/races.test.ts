/** Two processes over one database work the same alert at once: exactly one wins, the other is told of the conflict. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { writeHouseholds } from '../support/fact-rows.ts';
import { writeFeeds } from '../support/feeds.ts';
import type { RaceAnswer, RaceOrder } from '../support/racer.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, live, clear } = await serveWorkedHub();
const RACER = fileURLToPath(new URL('../support/racer.ts', import.meta.url));
const TYPESCRIPT = new URL('../../bin/typescript.js', import.meta.url).href;
const FAMILIES = 4;

async function startRacer(): Promise<ChildProcess> {
  const { databaseUrl: DATABASE_URL, home: WANJIA_HOME } = hub.config;
  const racer = fork(RACER, {
    execArgv: ['--import', TYPESCRIPT],
    env: { PATH: process.env.PATH, DATABASE_URL, WANJIA_HOME, WANJIA_LOG_LEVEL: 'silent' },
  });
  const [ready] = (await once(racer, 'message')) as [RaceAnswer];
  expect(ready).toBe('READY');
  return racer;
}

const racers = await Promise.all([startRacer(), startRacer()]);
const [one, two] = racers as [ChildProcess, ChildProcess];

async function told(racer: ChildProcess, order: RaceOrder): Promise<RaceAnswer> {
  const answer = once(racer, 'message') as Promise<[RaceAnswer]>;
  racer.send(order);
  return (await answer)[0];
}

afterAll(async () => {
  await Promise.all(
    racers.map(async (racer) => {
      const ended = once(racer, 'exit');
      await told(racer, { does: 'end' });
      await ended;
    }),
  );
});

const both = (of: (as: string) => RaceOrder): Promise<readonly RaceAnswer[]> =>
  Promise.all([told(one, of('甲')), told(two, of('乙'))]);
const alerts = () => hub.db.query<{ id: number; version: number }>('SELECT id, version FROM alert ORDER BY id');
const counted = async (text: string): Promise<readonly number[]> =>
  (await hub.db.query<{ count: number }>(text)).map(({ count }) => count);

beforeEach(async () => {
  await clear();
  await live(DAY, ...Array.from({ length: FAMILIES }, (_, index) => unserved(71 + index)));
});

describe('two processes at once', () => {
  it.each(['assign', 'visit'] as const)('%s: one of them, and the other is told of the conflict', async (does) => {
    for (const { id: alertId, version } of await alerts()) {
      const answers = await both((as) => ({ does, alertId, version, as }));
      expect([...answers].sort()).toEqual(['CONFLICT', 'DONE']);
    }
    const kind = does === 'assign' ? 'ASSIGNED' : 'VISITED';
    expect(
      await counted(`SELECT count(*)::int AS count FROM alert_event WHERE kind = '${kind}' GROUP BY alert_id`),
    ).toEqual(Array.from({ length: FAMILIES }, () => 1));
    if (does === 'visit') expect(await counted('SELECT count(*)::int AS count FROM visit')).toEqual([FAMILIES]);
  });

  it('close: one outcome stands, and one closing is told', async () => {
    for (const { id: alertId } of await alerts()) {
      const outcomes = { 甲: 'GRANTED', 乙: 'NOT_NEEDED' } as const;
      const answers = await both((as) => ({
        does: 'close',
        alertId,
        outcome: outcomes[as as keyof typeof outcomes],
        as,
      }));
      expect([...answers].sort()).toEqual(['CONFLICT', 'DONE']);
      const [closed] = await hub.db.query<{ outcome: string; closed_by: '甲' | '乙' }>(
        'SELECT outcome, closed_by FROM alert WHERE id = $1',
        [alertId],
      );
      expect(closed?.outcome).toBe(outcomes[closed?.closed_by ?? '甲']);
    }
  });

  it('a nightly pass beside an increment: what follows is the same, and every household has one open alert', async () => {
    await hub.db.execute('TRUNCATE hub_day, feed, batch CASCADE');
    await writeFeeds(hub.db, DAY, DAY);
    for (let round = 0; round < 3; round += 1) {
      const more = Array.from({ length: FAMILIES + round + 1 }, (_, index) => unserved(71 + index));
      await writeHouseholds(hub.db, more, DAY);
      expect(await Promise.all([told(one, { does: 'recheck' }), told(two, { does: 'derive' })])).toEqual([
        'DONE',
        'DONE',
      ]);
    }
    expect(await hub.discovery.findDrift(DAY)).toEqual([]);
    const open = await counted(
      `SELECT count(*)::int AS count FROM alert WHERE state <> 'CLOSED' GROUP BY household_id`,
    );
    expect(open).toEqual(Array.from({ length: FAMILIES + 3 }, () => 1));
  });
});
