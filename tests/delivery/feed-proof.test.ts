/**
 * Eight writers at once, some slow, some changing their minds; sequencers that are killed; retention that takes away
 * meanwhile what is old. Whoever follows ends with what the database holds, nothing missed and nothing told twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compactChanges, createFanout } from '../../src/modules/delivery/index.ts';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { createTestDatabase } from '../support/database.ts';
import { makeEntities, presentEntities, writeMany } from './support/busy-writers.ts';
import { beginLate, Copy, followOn, readPages } from './support/feed-readers.ts';

const LONG = process.env.WANJIA_TEST_LONG === '1';
const [CHANGES, ENTITIES, KILLS, BATCH] = LONG ? [1_000_000, 50_000, 20, 5_000] : [20_000, 2_000, 4, 200];
const WRITERS = 8;
const SEQUENCER = fileURLToPath(new URL('./support/sequencer-process.ts', import.meta.url));

const url = await createTestDatabase();
const open = (max: number): Promise<Database> => openDatabase({ url, applicationName: 'wanjia-test', max });
const db = await open(6);
const writers = await Promise.all(Array.from({ length: WRITERS }, () => open(1)));
const fanout = createFanout({ db, log: createLog('silent') });
const sequencers: ChildProcess[] = [];

async function beginSequencer(place: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', './bin/typescript.js', SEQUENCER, url, String(BATCH)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  sequencers[place] = child;
  await once(child.stdout, 'data');
}

async function killSequencer(place: number): Promise<boolean> {
  const child = sequencers[place];
  if (child === undefined || child.exitCode !== null) return false;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  return true;
}

beforeAll(() => makeEntities(db, ENTITIES));
afterAll(async () => {
  for (const place of sequencers.keys()) await killSequencer(place);
  await fanout.close();
  for (const one of [...writers, db]) await one.close();
});

let written = false;
/** Whether the feed holds all there will ever be. */
async function isComplete(): Promise<boolean> {
  if (!written) return false;
  const [row] = await db.query<{ waiting: boolean }>('SELECT EXISTS (SELECT FROM outbox) AS waiting');
  return row?.waiting === false;
}

const [pages, followed] = [new Copy({ whole: true }), new Copy({ whole: true })];

/** What both readers have passed is taken away, as far as it is not the newest of its entity. */
async function compact(): Promise<number> {
  const passed = [pages.last?.changedAt, followed.last?.changedAt].map((at) => at?.getTime() ?? 0);
  return compactChanges(db, new Date(Math.min(...passed)));
}

interface Killing {
  readonly kills: number;
  readonly removed: number;
}

let committed = 0;
let over = false;

/** Kills one of two sequencers, every other time both, whenever another part of the changes is written. */
async function killAlong(): Promise<Killing> {
  let [kills, removed] = [0, 0];
  while (kills < KILLS && !over) {
    await sleep(10);
    if (committed < (CHANGES * (kills + 1)) / (KILLS + 2)) continue;
    removed += await compact();
    const places = kills % 3 === 0 ? [0] : [0, 1];
    for (const place of places) if (await killSequencer(place)) kills += 1;
    await Promise.all(places.map(beginSequencer));
  }
  return { kills, removed };
}

async function writeAll(): Promise<number> {
  const total = await writeMany(writers, { changes: CHANGES, entities: ENTITIES }, (count) => {
    committed = count;
  });
  written = true;
  return total;
}

describe('whoever follows', () => {
  it(
    `ends with the database's state after ${CHANGES} changes by ${WRITERS} writers and ${KILLS} killed processes`,
    async () => {
      await Promise.all([beginSequencer(0), beginSequencer(1)]);
      const killing = killAlong();
      const [total, { kills, removed }, late] = await Promise.all([
        writeAll(),
        killing,
        killing.then(() => beginLate(db, isComplete)),
        readPages(db, pages, isComplete),
        followOn({ db, fanout }, followed, isComplete),
      ]).finally(() => {
        over = true;
      });
      const state = await presentEntities(db);
      for (const copy of [pages, followed]) {
        expect(copy.faults).toEqual([]);
        expect(copy.taken).toBe(total);
        expect(copy.held).toEqual(state);
      }
      // Whoever came when much was gone is not told every version, but every entity as it is.
      expect({ faults: late.faults, held: late.held }).toEqual({ faults: [], held: state });
      expect(late.taken).toBeLessThan(total);
      expect(removed).toBeGreaterThan(0);
      expect(kills).toBeGreaterThanOrEqual(KILLS);
    },
    LONG ? 3_600_000 : 120_000,
  );
});
