import type { RecordType } from '../../src/kernel/agency.ts';
import type { AtRest, ColumnType } from './field-kinds/index.ts';
import type { RecordContract } from './record-contract.ts';

/** A column of a record table. */
export interface RecordColumn {
  /** The canonical field. */
  readonly field: string;
  readonly column: string;
  readonly pgType: ColumnType;
  readonly atRest: AtRest;
}

export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The table that holds the current records of a type. */
export function recordTable(recordType: RecordType): string {
  return `record_${recordType.toLowerCase()}`;
}

/** The canonical columns of a record type, in the order of its contract; the common columns are not among them. */
export function columnsOf(contract: RecordContract): readonly RecordColumn[] {
  return contract.fields.map(({ name, kind }) => ({
    field: name,
    column: snakeCase(name),
    pgType: kind.columnType,
    atRest: kind.atRest ?? 'clear',
  }));
}
