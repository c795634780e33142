import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import type { City } from '../city/city.ts';
import type { Household } from '../city/household.ts';
import { testCity } from '../test-support/simulated-city.ts';
import { writeDelivery } from './write-delivery.ts';

/** Enough to tell growth from noise, unless the long form is asked for. */
const PEOPLE = process.env.WANJIA_TEST_LONG === '1' ? 100_000 : 6_000;
const TIME_LIMIT = 300_000;
const GROWTH_LIMIT = 40_000_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The city, weighing what stays in memory ten times on the way. */
function weighed(city: City, weights: number[]): City {
  function* households(): Iterable<Household> {
    let place = 0;
    for (const household of city.households()) {
      yield household;
      place += 1;
      if (place % Math.floor(city.householdCount / 10) !== 0) continue;
      collect();
      weights.push(process.memoryUsage().heapUsed);
    }
  }
  return { ...city, households };
}

describe('writing a big city', () => {
  it(
    'holds no more at the end than near the beginning',
    async () => {
      const home = await mkdtemp(join(tmpdir(), 'streaming-'));
      const weights: number[] = [];
      await writeDelivery(home, { city: weighed(testCity(PEOPLE), weights), day: '2026-10-31', mode: 'full' });
      await rm(home, { recursive: true });
      expect(weights.length).toBeGreaterThanOrEqual(10);
      expect(Math.max(...weights.slice(2)) - (weights[1] ?? 0)).toBeLessThan(GROWTH_LIMIT);
    },
    TIME_LIMIT,
  );
});
