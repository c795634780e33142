/** Files as they are kept: what is not small already is deflated before it is sealed, for sealing costs by the byte. */
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw, createInflateRaw } from 'node:zlib';
import type { FileChunks } from './file-store.ts';

/** Bytes that are deflated at once, beside the thread that makes them. */
const CHUNK_BYTES = 256 * 1024;

/** Chunks that have passed a transformation, which begins when the first is asked for. */
export async function* through(chunks: FileChunks, by: Transform): AsyncGenerator<Buffer> {
  const flowing = pipeline(Readable.from(chunks, { objectMode: false }), by);
  // Whoever takes the chunks is told by the transformation, which ends as its source does.
  flowing.catch(() => undefined);
  yield* by as AsyncIterable<Buffer>;
}

/** The lowest level: records shrink to a tenth already, and the hub has other things to do. */
export function pack(chunks: FileChunks): FileChunks {
  return through(chunks, createDeflateRaw({ level: 1, chunkSize: CHUNK_BYTES }));
}

export function unpack(chunks: FileChunks): FileChunks {
  return through(chunks, createInflateRaw({ chunkSize: CHUNK_BYTES }));
}
