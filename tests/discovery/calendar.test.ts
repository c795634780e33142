/** Day after day, judging only where time makes a turn finds what judging everybody finds. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asDay, type Day } from '../../src/kernel/day.ts';
import { createDiscovery, loadPack } from '../../src/modules/discovery/index.ts';
import { writeClues } from '../support/clues.ts';
import { openTestDatabase } from '../support/database.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { feedsOn } from '../support/feeds.ts';
import { randomClues, randomHousehold } from '../support/random-documents.ts';
import { SEED } from '../support/seed.ts';

const HOUSEHOLDS = process.env.WANJIA_TEST_LONG === '1' ? 1_500 : 300;
/** Days with who is judged on them: everybody first, on the sixtieth day of the term (rule R14), and with the month. */
const DAYS = [
  ['2026-10-27', 'all'],
  ['2026-10-28', 'marked'],
  ['2026-10-30', 'marked'],
  ['2026-10-31', 'all'],
  ['2026-11-01', 'all'],
  ['2026-11-02', 'marked'],
  ['2026-11-05', 'marked'],
] as const;

const db = await openTestDatabase();
const pack = await loadPack('packs', 'shanghai/changning');
const discovery = createDiscovery({ db, pack, feedsOn: async (day) => feedsOn(day) });
const documents = fc.sample(randomHousehold, { numRuns: HOUSEHOLDS, seed: SEED });

async function judge(day: Day, scope: 'marked' | 'all'): Promise<{ scope: string; results: readonly string[] }> {
  const evaluation = await discovery.evaluate({ day, scope, write: true });
  const rows = await db.query<{ line: string }>(
    `SELECT concat_ws(' ', household_id, rule_id, result, severity, members::text) AS line FROM rule_result ORDER BY 1`,
  );
  return { scope: evaluation.scope, results: rows.map(({ line }) => line) };
}

beforeAll(async () => {
  await writeHouseholds(db, documents, asDay('2020-01-01'));
  await writeClues(db, fc.sample(randomClues(documents), { numRuns: 1, seed: SEED })[0] ?? []);
});

describe(`the calendar of ${HOUSEHOLDS} random households (seed ${SEED})`, () => {
  it('SYS-07.01 misses no turn from one day to a later one, and judges everybody when the month turns', async () => {
    let before: readonly string[] = [];
    let turned = 0;
    for (const [date, reach] of DAYS) {
      const day = asDay(date);
      const incremental = await judge(day, 'marked');
      const everybody = await judge(day, 'all');
      expect(incremental).toEqual({ scope: reach, results: everybody.results });
      if (reach === 'marked' && incremental.results.join() !== before.join()) turned += 1;
      before = everybody.results;
    }
    expect(before.length).toBeGreaterThan(HOUSEHOLDS / 4);
    // Days on which nothing turned would prove nothing.
    expect(turned).toBeGreaterThan(2);
  }, 600_000);
});
