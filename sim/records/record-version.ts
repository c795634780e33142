import type { RecordType } from '../../src/kernel/agency.ts';

/** One state of one agency record from a moment on: what the agency would deliver of it. */
export interface RecordVersion {
  readonly recordType: RecordType;
  readonly sourceKey: string;
  /** `YYYY-MM-DD HH:mm:ss`. */
  readonly updatedAt: string;
  /** Clean texts in the order of the record type's columns; null: the agency deleted the record. */
  readonly cells: readonly string[] | null;
}
