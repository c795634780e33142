/** One file while it is written: rows go in, and out to the store as they come; nothing is held but a few batches. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { RecordLines } from './columns.ts';
import type { ExportFile } from './export.ts';
import type { FileChunks, FileStore } from './file-store.ts';
import type { FileFormat, FileShape } from './format.ts';
import { pack } from './packing.ts';

export interface PartWriter {
  readonly rows: number;
  write(page: RecordLines): Promise<void>;
  /** The file as it is stored. */
  finish(): Promise<ExportFile>;
  /** Ends without a file. */
  abandon(): Promise<void>;
}

interface Part extends Pick<ExportFile, 'name' | 'type' | 'part'> {
  readonly key: string;
  readonly shape: FileShape;
}

/** Batches that may wait for the store. */
const WAITING = 4;

export function openPart(part: Part, format: FileFormat, store: FileStore): PartWriter {
  const { key, shape, ...named } = part;
  const batches = new PassThrough({ objectMode: true, highWaterMark: WAITING });
  // Whoever reads them is told; they may be abandoned before anybody does.
  batches.on('error', () => undefined);
  const hash = createHash('sha256');
  const unwanted = new AbortController();
  let [rows, bytes] = [0, 0];

  async function* measured(chunks: FileChunks): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }

  const content = measured(format.encode(batches, shape));
  const stored = store.put(key, format.isPacked ? content : pack(content), unwanted.signal);
  // Whoever writes is told by `stored`; a store that fails must not leave it waiting.
  stored.catch(() => batches.destroy());

  return {
    get rows() {
      return rows;
    },
    async write(page) {
      rows += page.rows;
      if (page.rows === 0) return;
      if (batches.destroyed) await stored;
      else if (!batches.write(page.lines)) await Promise.race([once(batches, 'drain'), stored]);
    },
    async finish() {
      batches.end();
      await stored;
      return { ...named, rows, bytes, sha256: hash.digest('hex') };
    },
    async abandon() {
      unwanted.abort();
      batches.destroy(new Error('abandoned'));
      await stored.catch(() => undefined);
    },
  };
}
