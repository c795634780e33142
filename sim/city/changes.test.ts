import { describe, expect, it } from '@jest/globals';
import type { RecordVersion } from '../records/record-version.ts';
import { START_DAY, testCity } from '../test-support/simulated-city.ts';
import type { City } from './city.ts';

const city = testCity(500);

function held(some: City, day: string): Map<string, RecordVersion> {
  const versions = [...some.households()].flatMap((household) => household.recordsAt(day));
  return new Map(versions.map((version) => [version.recordType + version.sourceKey, version]));
}

function apply(records: Map<string, RecordVersion>, changes: readonly RecordVersion[]): void {
  for (const version of changes) {
    const id = version.recordType + version.sourceKey;
    if (version.cells === null) records.delete(id);
    else records.set(id, version);
  }
}

const sorted = (records: Map<string, RecordVersion>): string[] =>
  [...records.values()].map((version) => JSON.stringify(version)).sort();

describe('what changed between two days', () => {
  it.each([['2026-11-01'], ['2026-11-30'], ['2027-02-28']])(
    'applied to what was held gives what is held on %s',
    (later) => {
      const records = held(city, START_DAY);
      for (const { changes } of city.changesBetween(START_DAY, later)) apply(records, changes);
      expect(sorted(records)).toEqual(sorted(held(city, later)));
    },
  );

  it('gives the same in steps as at once', () => {
    const records = held(city, START_DAY);
    for (const [from, to] of [
      [START_DAY, '2026-11-12'],
      ['2026-11-12', '2026-12-05'],
      ['2026-12-05', '2027-01-31'],
    ] as const) {
      for (const { changes } of city.changesBetween(from, to)) apply(records, changes);
    }
    expect(sorted(records)).toEqual(sorted(held(city, '2027-01-31')));
  });

  it('is dated within the days and holds deletions', () => {
    const changes = [...city.changesBetween(START_DAY, '2027-01-31')].flatMap((changed) => changed.changes);
    expect(
      changes.filter(({ updatedAt }) => updatedAt.slice(0, 10) <= START_DAY || updatedAt.slice(0, 10) > '2027-01-31'),
    ).toEqual([]);
    expect(changes.some(({ cells }) => cells === null)).toBe(true);
  });
});
