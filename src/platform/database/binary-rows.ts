/** Rows of PostgreSQL's binary COPY, as bytes: what is only passed on is never decoded. */
import { Buffer } from 'node:buffer';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** After it, flags and the length of an extension that is not there. */
const HEADER = SIGNATURE.length + 8;
const END = -1;
const LENGTH = 4;

/** Rows that arrived together: for each, begin and end of each of its values. A null is an empty one. */
export interface BinaryRows {
  readonly bytes: Buffer;
  readonly values: readonly (readonly [begin: number, end: number])[][];
}

/** The values of a row; null: its rest has not arrived. */
function rowAt(bytes: Buffer, at: number): { readonly values: [number, number][]; readonly end: number } | null {
  const count = bytes.readInt16BE(at);
  const values: [number, number][] = [];
  let end = at + 2;
  for (let index = 0; index < count; index += 1) {
    if (end + LENGTH > bytes.length) return null;
    const begin = end + LENGTH;
    end = begin + Math.max(0, bytes.readInt32BE(end));
    if (end > bytes.length) return null;
    values.push([begin, end]);
  }
  return { values, end };
}

/** Rows as soon as they are there. */
export async function* binaryRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<BinaryRows> {
  let rest: Buffer = Buffer.alloc(0);
  let at = HEADER;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const values: [number, number][][] = [];
    while (at + 2 <= bytes.length && bytes.readInt16BE(at) !== END) {
      const row = rowAt(bytes, at);
      if (row === null) break;
      values.push(row.values);
      at = row.end;
    }
    rest = bytes.subarray(Math.min(at, bytes.length));
    at = Math.max(0, at - bytes.length);
    if (values.length > 0) yield { bytes, values };
  }
}
