import { Transform, type TransformCallback } from 'node:stream';
import { SourceError } from '../source-error.ts';

const ROW_START = Buffer.from('<row');
/** A row of a contract has some kilobytes; this much without a new one is not a table. */
const LONGEST_ROW = 1 << 23;

/** Passes a sheet's XML through, and fails where a single row would fill the memory. */
export class LongestRow extends Transform {
  #sinceRow = 0;
  readonly #file: string;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const start = chunk.lastIndexOf(ROW_START);
    this.#sinceRow = start === -1 ? this.#sinceRow + chunk.length : chunk.length - start;
    if (this.#sinceRow <= LONGEST_ROW) done(null, chunk);
    else done(new SourceError('WORKBOOK_TOO_LARGE', { file: this.#file, actual: this.#sinceRow, limit: LONGEST_ROW }));
  }
}
