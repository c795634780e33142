import type { RecordType } from '../../src/kernel/agency.ts';
import type { City } from '../city/city.ts';
import type { RecordVersion } from '../records/record-version.ts';
import type { RecordsByType } from './agency-rows.ts';

/** Everything the agencies hold at the end of a day, by record type. In memory: for cities of demo size. */
export function recordsHeld(city: City, day: string, types: ReadonlySet<RecordType>): RecordsByType {
  return byType(
    types,
    (function* () {
      for (const household of city.households()) yield household.recordsAt(day);
    })(),
  );
}

/** What changed after one day until the end of another, by record type, in the order of the changes. */
export function recordsChanged(city: City, dayA: string, dayB: string, types: ReadonlySet<RecordType>): RecordsByType {
  const changed = byType(
    types,
    (function* () {
      for (const { changes } of city.changesBetween(dayA, dayB)) yield changes;
    })(),
  );
  for (const versions of changed.values()) versions.sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
  return changed;
}

function byType(
  types: ReadonlySet<RecordType>,
  lists: Iterable<readonly RecordVersion[]>,
): Map<RecordType, RecordVersion[]> {
  const sorted = new Map([...types].map((type) => [type, [] as RecordVersion[]]));
  for (const versions of lists) for (const version of versions) sorted.get(version.recordType)?.push(version);
  return sorted;
}
