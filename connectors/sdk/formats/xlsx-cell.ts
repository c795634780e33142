import type { CellValue } from 'exceljs';
import type { RowErrorCode } from '../../../src/kernel/catalogue/row.ts';
import type { RawCell } from '../raw-row.ts';

/** A cell as a raw value, or what it holds instead of one. */
export interface ReadCell {
  readonly value: RawCell;
  readonly fault?: RowErrorCode;
}

const EMPTY: ReadCell = { value: null };

type ObjectValue = Exclude<CellValue, null | undefined | string | number | boolean | Date>;

function textOf(parts: readonly { readonly text: string }[]): string {
  return parts.map(({ text }) => text).join('');
}

function readObject(cell: ObjectValue): ReadCell {
  if ('richText' in cell) return { value: textOf(cell.richText) };
  if ('hyperlink' in cell) return { value: cell.text };
  if ('error' in cell) return { value: cell.error, fault: 'ERROR_CELL' };
  if ('formula' in cell) return { value: `=${cell.formula}`, fault: 'FORMULA_CELL' };
  return { value: '=', fault: 'FORMULA_CELL' };
}

/** A formula's cached result is what some other program once computed: the cell is refused, not believed. */
export function readXlsxCell(cell: CellValue): ReadCell {
  if (cell === null || cell === undefined) return EMPTY;
  if (typeof cell === 'object' && !(cell instanceof Date)) return readObject(cell);
  return { value: cell };
}
