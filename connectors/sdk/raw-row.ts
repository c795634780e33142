import type { RowErrorCode } from '../../src/kernel/catalogue/row.ts';

/** A value as the transport gives it. A `Date` shows the cell's calendar date and wall clock in UTC. */
export type RawCell = string | number | boolean | Date | null;

/** One row by the agency's own column headers. */
export type RawRow = Readonly<Record<string, RawCell>>;

/** A cell the transport could read but not take as a value (a formula, a spreadsheet error). */
export interface CellFault {
  readonly column: string;
  readonly code: RowErrorCode;
}

export interface SourceRow {
  /** 1 = the first data row. */
  readonly row: number;
  readonly raw: RawRow;
  readonly faults?: readonly CellFault[];
}
