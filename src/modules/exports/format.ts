/** How rows are written to a file. Every format has the same rows: the records as the feed tells them. */
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Column, RowBatches } from './columns.ts';
import { csv } from './csv.ts';
import type { ExportFormat } from './export.ts';
import type { FileChunks } from './file-store.ts';
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
  encode(rows: RowBatches, shape: FileShape): FileChunks;
}

async function* lines(batches: RowBatches): AsyncGenerator<Buffer> {
  for await (const rows of batches) if (rows.length > 0) yield Buffer.from(`${rows.join('\n')}\n`);
}

/** The lowest level: these records shrink to a tenth already, and the hub has other things to do. */
function gzipped(chunks: FileChunks): FileChunks {
  const source = Readable.from(chunks, { objectMode: false });
  const gzip = createGzip({ level: 1 });
  source.once('error', (error) => gzip.destroy(error));
  return source.pipe(gzip);
}

export const FILE_FORMATS: Readonly<Record<ExportFormat, FileFormat>> = {
  NDJSON: { extension: 'ndjson', contentType: 'application/x-ndjson; charset=utf-8', encode: lines },
  NDJSON_GZIP: {
    extension: 'ndjson.gz',
    contentType: 'application/gzip',
    encode: (rows) => gzipped(lines(rows)),
  },
  CSV: {
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    encode: (rows, { columns }) => csv(rows, columns),
  },
  PARQUET: {
    extension: 'parquet',
    contentType: 'application/vnd.apache.parquet',
    encode: (rows, { columns, scratch }) => parquet(lines(rows), columns, scratch),
  },
};
