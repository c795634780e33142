/** How rows are written to a file. Every format has the same rows: the records as the feed tells them. */
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { ExportFormat } from './export.ts';
import type { FileChunks } from './file-store.ts';

/** Rows of one file in their order, some at a time; each is the JSON of a record. */
export type RowBatches = AsyncIterable<readonly string[]>;

export interface FileFormat {
  readonly extension: string;
  readonly contentType: string;
  encode(rows: RowBatches): FileChunks;
}

async function* lines(batches: RowBatches): AsyncGenerator<Buffer> {
  for await (const rows of batches) if (rows.length > 0) yield Buffer.from(`${rows.join('\n')}\n`);
}

const NDJSON: FileFormat = { extension: 'ndjson', contentType: 'application/x-ndjson; charset=utf-8', encode: lines };

/** The lowest level: these records shrink to a tenth already, and the hub has other things to do. */
const NDJSON_GZIP: FileFormat = {
  extension: 'ndjson.gz',
  contentType: 'application/gzip',
  encode: (rows) => {
    const source = Readable.from(lines(rows), { objectMode: false });
    const gzip = createGzip({ level: 1 });
    source.once('error', (error) => gzip.destroy(error));
    return source.pipe(gzip);
  },
};

export const FILE_FORMATS: Readonly<Record<ExportFormat, FileFormat>> = { NDJSON, NDJSON_GZIP };
