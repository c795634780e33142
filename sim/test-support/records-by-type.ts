import type { RecordType } from '../../src/kernel/agency.ts';
import { fieldsOf } from '../records/record-layout.ts';
import type { RecordVersion } from '../records/record-version.ts';

/** A record as its canonical names and clean texts. */
export type NamedRecord = Readonly<Record<string, string>>;

export function namedRecord(version: RecordVersion): NamedRecord {
  return Object.fromEntries(
    fieldsOf(version.recordType).map(({ name }, place) => [name, version.cells?.[place] ?? '']),
  );
}

/** The records of one type, by canonical name. */
export function recordsOf(versions: readonly RecordVersion[], type: RecordType): NamedRecord[] {
  return versions.filter(({ recordType }) => recordType === type).map(namedRecord);
}
