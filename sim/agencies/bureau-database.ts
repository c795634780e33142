import type { RecordType } from '../../src/kernel/agency.ts';

/** The database of an agency that shows its records as views, whatever server it runs on. */
export interface BureauDatabase {
  /** Base tables apart, and views such as v_ca01 with the Chinese headers. */
  create(types: readonly RecordType[]): Promise<void>;
  /** Loads rows (key, last change, columns) into an empty table. */
  load(type: RecordType, rows: readonly (readonly (string | null)[])[]): Promise<void>;
  /** Inserts rows or replaces those with the same key. */
  upsert(type: RecordType, rows: readonly (readonly (string | null)[])[]): Promise<void>;
  remove(type: RecordType, keys: readonly string[]): Promise<void>;
  dropView(type: RecordType): Promise<void>;
  createView(type: RecordType): Promise<void>;
  close(): Promise<void>;
}
