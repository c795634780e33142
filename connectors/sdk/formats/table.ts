import type { SourceRow } from '../raw-row.ts';
import type { RecordContract } from '../record-contract.ts';

/** How many rows travel together. */
export const ROWS_PER_CHUNK = 500;

/** A table file that is to be read by a contract. */
export interface TableFile {
  readonly path: string;
  /** The name in messages. */
  readonly file: string;
  readonly contract: RecordContract;
  /** Called once, with the headers as found. */
  onHeaders(headers: readonly string[]): void;
}

export type RowChunks = AsyncGenerator<readonly SourceRow[]>;
