import type { SourceRow } from '../raw-row.ts';
import { SourceError } from '../source-error.ts';
import { type CsvRecords, readCsvRecords } from './csv-records.ts';
import type { CsvEncoding } from './csv-text.ts';
import { HeaderRow } from './header-row.ts';
import { ROWS_PER_CHUNK, type RowChunks, type TableFile } from './table.ts';

function toSourceRow(header: HeaderRow, cells: readonly string[], row: number): SourceRow {
  const raw = header.toRow(cells);
  if (cells.length === header.names.length) return { row, raw };
  const column = header.names[Math.min(cells.length, header.names.length - 1)] ?? '';
  return { row, raw, faults: [{ column, code: 'COLUMN_COUNT' }] };
}

/** A last record without its line end and with columns missing was cut off in transfer. */
function refuseCutOff({ records, line, unterminated }: CsvRecords, header: HeaderRow, file: string): void {
  const last = records.at(-1);
  if (unterminated && last !== undefined && last.length < header.names.length) {
    throw new SourceError('FILE_CUT_OFF', { file, line });
  }
}

function readHeader(cells: readonly string[], table: TableFile): HeaderRow {
  const header = new HeaderRow(cells);
  header.check(table.contract, table.file);
  table.onHeaders(header.names);
  return header;
}

/** Reads a CSV file row by row. */
export async function* readCsv(table: TableFile & { readonly encoding: CsvEncoding }): RowChunks {
  let header: HeaderRow | null = null;
  let row = 0;
  let chunk: SourceRow[] = [];
  for await (const piece of readCsvRecords(table)) {
    let { records } = piece;
    if (header === null && records[0] !== undefined) {
      header = readHeader(records[0], table);
      records = records.slice(1);
    }
    if (header === null) continue;
    refuseCutOff(piece, header, table.file);
    for (const cells of records) {
      row += 1;
      chunk.push(toSourceRow(header, cells, row));
      if (chunk.length < ROWS_PER_CHUNK) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (header === null) throw new SourceError('HEADER_MISSING', { file: table.file });
  if (chunk.length > 0) yield chunk;
}
