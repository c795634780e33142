/** How rows are written to a file. Every format has the same rows: the records as the feed tells them. */
import { createGzip } from 'node:zlib';
import type { Column, LineBatches } from './columns.ts';
import { csv } from './csv.ts';
import type { ExportFormat } from './export.ts';
import type { FileChunks } from './file-store.ts';
import { through } from './packing.ts';
import { parquet } from './parquet.ts';

/** What a format may need beside the rows. */
export interface FileShape {
  readonly columns: readonly Column[];
  /** A folder of the file's own, should it need one. */
  readonly scratch: string;
}

export interface FileFormat {
  readonly extension: string;
  readonly contentType: string;
  /** Whether the file is small already; others are kept deflated. */
  readonly isPacked: boolean;
  encode(lines: LineBatches, shape: FileShape): FileChunks;
}

/** The lowest level: these records shrink to a tenth already, and the hub has other things to do. */
const gzipped = (chunks: FileChunks): FileChunks => through(chunks, createGzip({ level: 1 }));

export const FILE_FORMATS: Readonly<Record<ExportFormat, FileFormat>> = {
  NDJSON: {
    extension: 'ndjson',
    contentType: 'application/x-ndjson; charset=utf-8',
    isPacked: false,
    encode: (lines) => lines,
  },
  NDJSON_GZIP: {
    extension: 'ndjson.gz',
    contentType: 'application/gzip',
    isPacked: true,
    encode: gzipped,
  },
  CSV: {
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    isPacked: false,
    encode: (lines, { columns }) => csv(lines, columns),
  },
  PARQUET: {
    extension: 'parquet',
    contentType: 'application/vnd.apache.parquet',
    isPacked: true,
    encode: (lines, { columns, scratch }) => parquet(lines, columns, scratch),
  },
};
