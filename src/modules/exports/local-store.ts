/** Files in a folder of this machine, readable by their owner only. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WanjiaError } from '../../kernel/errors.ts';
import type { FileStore } from './file-store.ts';

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** What the file system says, in the catalogue's words; the rest is not its failure. */
function told(cause: unknown): unknown {
  const { syscall, code } = cause as NodeJS.ErrnoException;
  if (syscall === undefined) return cause;
  const full = FULL.has(code);
  return new WanjiaError(full ? 'EXPORT_STORE_FULL' : 'EXPORT_STORE_FAILED', {}, { cause });
}

async function synced(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

export function localStore(folder: string): FileStore {
  const pathOf = (key: string): string => join(folder, ...key.split('/'));
  return {
    async put(key, content) {
      const path = pathOf(key);
      const draft = `${path}.part`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await pipeline(Readable.from(content, { objectMode: false }), createWriteStream(draft, { mode: 0o600 }));
        await synced(draft);
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
