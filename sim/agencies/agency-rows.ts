import type { RecordType } from '../../src/kernel/agency.ts';
import type { Messiness } from '../mess/messiness.ts';
import { rowsOf } from '../mess/messy-rows.ts';
import { headersOf } from '../records/record-layout.ts';
import type { RecordVersion } from '../records/record-version.ts';

/** A row as an HTTP agency sends it: Chinese header → value. */
export type JsonRow = Readonly<Record<string, string>>;

/** The rows of one version of a record, as JSON. */
export function jsonRowsOf(version: RecordVersion, mess: Messiness | null): JsonRow[] {
  const headers = headersOf(version.recordType);
  return rowsOf(version, mess).map((row) => {
    const values = [row.sourceKey, row.updatedAt, row.operation, ...row.cells];
    return Object.fromEntries(headers.slice(0, values.length).map((header, place) => [header, values[place] ?? '']));
  });
}

/** An agency's records of the types it holds. */
export type RecordsByType = ReadonlyMap<RecordType, readonly RecordVersion[]>;
