/** Files in a folder of this machine, readable by their owner only. */
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WanjiaError } from '../../kernel/errors.ts';
import type { FileChunks, FileStore } from './file-store.ts';
import { LONG, type Patience, patienceOf } from './patience.ts';

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

const isFull = (cause: unknown): boolean => FULL.has((cause as NodeJS.ErrnoException | undefined)?.code);

/** What the file system says, in the catalogue's words; the rest is not its failure. */
function told(cause: unknown): unknown {
  const { syscall } = cause as NodeJS.ErrnoException;
  if (syscall === undefined) return cause;
  return new WanjiaError(isFull(cause) ? 'EXPORT_STORE_FULL' : 'EXPORT_STORE_FAILED', {}, { cause });
}

/** How a folder is written to. */
export interface LocalSettings {
  readonly patience?: Patience;
  openFile?(path: string): Promise<Pick<FileHandle, 'write' | 'sync' | 'close'>>;
}

export function localStore(folder: string, settings: LocalSettings = {}): FileStore {
  const { patience = patienceOf(LONG), openFile = (path) => open(path, 'w', 0o600) } = settings;
  const pathOf = (key: string): string => join(folder, ...key.split('/'));

  /** Each piece at its place: one that was written half is written again. */
  async function write(path: string, content: FileChunks, signal?: AbortSignal): Promise<void> {
    const file = await openFile(path);
    try {
      let place = 0;
      for await (const chunk of content)
        for (let done = 0; done < chunk.length; ) {
          const rest = chunk.subarray(done);
          const { bytesWritten } = await patience(() => file.write(rest, 0, rest.length, place), isFull, signal);
          done += bytesWritten;
          place += bytesWritten;
        }
      await file.sync();
    } finally {
      await file.close();
    }
  }

  return {
    async put(key, content, signal) {
      const path = pathOf(key);
      const draft = `${path}.part`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await write(draft, content, signal);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw told(error);
      }
    },
    get: async (key) => {
      const stream = createReadStream(pathOf(key));
      return new Promise((resolve, reject) => {
        stream.once('open', () => resolve(stream));
        stream.once('error', (error) => reject(told(error)));
      });
    },
    async remove(of) {
      await rm(pathOf(of), { recursive: true, force: true });
    },
  };
}
