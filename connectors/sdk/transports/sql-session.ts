import type { RawRow } from '../raw-row.ts';

/** How many rows are fetched at a time. */
export const ROWS_PER_FETCH = 2000;

/** A read-only session on an agency's database; everything it reads is one snapshot. */
export interface SqlSession {
  /** Puts a column or view name into SQL. */
  quote(name: string): string;
  /** The n-th parameter (from 1). */
  parameter(position: number): string;
  select(sql: string, parameters: readonly string[]): AsyncIterable<readonly RawRow[]>;
  close(): Promise<void>;
}
