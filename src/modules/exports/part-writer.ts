/** One file while it is written: rows go in, and out to the store as they come; nothing is held but a few batches. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { ExportFile } from './export.ts';
import type { FileChunks, FileStore } from './file-store.ts';
import type { FileFormat, FileShape } from './format.ts';

export interface PartWriter {
  readonly rows: number;
  write(rows: readonly string[]): Promise<void>;
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
  const hash = createHash('sha256');
  let [rows, bytes] = [0, 0];

  async function* measured(chunks: FileChunks): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }

  const stored = store.put(key, measured(format.encode(batches, shape)));
  // Whoever writes is told by `stored`; a store that fails must not leave it waiting.
  stored.catch(() => batches.destroy());

  return {
    get rows() {
      return rows;
    },
    async write(batch) {
      rows += batch.length;
      if (batches.destroyed) await stored;
      else if (!batches.write(batch)) await Promise.race([once(batches, 'drain'), stored]);
    },
    async finish() {
      batches.end();
      await stored;
      return { ...named, rows, bytes, sha256: hash.digest('hex') };
    },
    async abandon() {
      batches.destroy(new Error('abandoned'));
      await stored.catch(() => undefined);
    },
  };
}
