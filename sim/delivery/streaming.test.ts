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

/** 100,000 in the long form; enough here to tell growth from noise. */
const PEOPLE = Number(process.env.WANJIA_STREAMING_PEOPLE ?? 20_000);
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
  it('holds no more at the end than near the beginning', async () => {
    const home = await mkdtemp(join(tmpdir(), 'streaming-'));
    const weights: number[] = [];
    await writeDelivery(home, { city: weighed(testCity(PEOPLE), weights), day: '2026-10-31', mode: 'full' });
    await rm(home, { recursive: true });
    expect(weights.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...weights.slice(2)) - (weights[1] ?? 0)).toBeLessThan(GROWTH_LIMIT);
  });
});
