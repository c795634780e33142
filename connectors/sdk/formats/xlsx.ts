import type { Row } from 'exceljs';
import type { CellFault, RawCell, SourceRow } from '../raw-row.ts';
import { SourceError } from '../source-error.ts';
import { HeaderRow } from './header-row.ts';
import { ROWS_PER_CHUNK, type RowChunks, type TableFile } from './table.ts';
import { openXlsxArchive } from './xlsx-archive.ts';
import { readXlsxCell } from './xlsx-cell.ts';
import { readSheetRows } from './xlsx-sheet.ts';

/** Where the records stand in a workbook. */
export interface XlsxTable extends TableFile {
  readonly sheet: string;
  /** 1-based; what stands above is titles. */
  readonly headerRow: number;
  /** How many rows under the header are records; what stands below is notes. */
  readonly rows: number;
}

interface Cells {
  readonly values: readonly RawCell[];
  readonly faults: ReadonlyMap<number, CellFault['code']>;
}

/** Merged cells hold their value in the first cell only; the others read as blank. */
function cellsOf(row: Row): Cells {
  const values: RawCell[] = [];
  const faults = new Map<number, CellFault['code']>();
  for (let column = 1; column <= row.cellCount; column += 1) {
    const { value, fault } = readXlsxCell(row.getCell(column).value);
    values.push(value);
    if (fault !== undefined) faults.set(column - 1, fault);
  }
  return { values, faults };
}

const isBlank = ({ values }: Cells): boolean => values.every((value) => value === null || value === '');

function toSourceRow(header: HeaderRow, { values, faults }: Cells, row: number): SourceRow {
  const raw = header.toRow(values);
  if (faults.size === 0) return { row, raw };
  return { row, raw, faults: [...faults].map(([at, code]) => ({ column: header.names[at] ?? '', code })) };
}

/** Gathers data rows. Blank rows count as rows when a record follows them, not at the end. */
class DataRows {
  #chunk: SourceRow[] = [];
  #last = 0;

  /** The last row that held something. */
  get count(): number {
    return this.#last;
  }

  get isFull(): boolean {
    return this.#chunk.length >= ROWS_PER_CHUNK;
  }

  add(header: HeaderRow, cells: Cells, row: number): void {
    if (isBlank(cells)) return;
    for (let blank = this.#last + 1; blank < row; blank += 1) this.#chunk.push({ row: blank, raw: header.toRow([]) });
    this.#chunk.push(toSourceRow(header, cells, row));
    this.#last = row;
  }

  take(): readonly SourceRow[] {
    const chunk = this.#chunk;
    this.#chunk = [];
    return chunk;
  }
}

async function* readTable(rows: AsyncIterable<Row>, table: XlsxTable): RowChunks {
  const data = new DataRows();
  let header: HeaderRow | null = null;
  for await (const row of rows) {
    const dataRow = row.number - table.headerRow;
    if (dataRow > table.rows) break;
    if (dataRow === 0) {
      header = new HeaderRow(cellsOf(row).values);
      header.check(table.contract, table.file);
      table.onHeaders(header.names);
    }
    if (dataRow <= 0 || header === null) continue;
    data.add(header, cellsOf(row), dataRow);
    if (data.isFull) yield data.take();
  }
  if (header === null) throw new SourceError('HEADER_MISSING', { file: table.file });
  yield data.take();
}

/** Reads the records of a workbook row by row. */
export async function* readXlsx(table: XlsxTable): RowChunks {
  const { file } = table;
  try {
    const archive = await openXlsxArchive(table.path, file);
    try {
      yield* readTable(readSheetRows(archive, table.sheet, file), table);
    } finally {
      archive.close();
    }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const detail = cause instanceof Error ? cause.name : 'unknown';
    throw new SourceError('WORKBOOK_UNREADABLE', { file, detail }, { cause });
  }
}
