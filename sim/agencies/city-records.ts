import { RECORD_TYPES, type RecordType } from '../../src/kernel/agency.ts';
import type { City } from '../city/city.ts';
import type { RecordVersion } from '../records/record-version.ts';
import type { RecordsByType } from './agency-rows.ts';

/** Everything the agencies hold at the end of a day, by record type. In memory: for cities of demo size. */
export function recordsHeld(city: City, day: string): RecordsByType {
  const held = emptyLists();
  for (const household of city.households()) gather(held, household.recordsAt(day));
  return held;
}

/** What changed after one day until the end of another, by record type, in the order of the changes. */
export function recordsChanged(city: City, dayA: string, dayB: string): RecordsByType {
  const changed = emptyLists();
  for (const { changes } of city.changesBetween(dayA, dayB)) gather(changed, changes);
  for (const versions of changed.values()) versions.sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
  return changed;
}

function emptyLists(): Map<RecordType, RecordVersion[]> {
  return new Map(RECORD_TYPES.map((type) => [type, []]));
}

function gather(lists: ReadonlyMap<RecordType, RecordVersion[]>, versions: readonly RecordVersion[]): void {
  for (const version of versions) lists.get(version.recordType)?.push(version);
}
