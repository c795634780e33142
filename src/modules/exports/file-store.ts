/** Where the files of exports are kept. */
import type { FileSealer } from '../../platform/crypto/sealed-file.ts';

export type FileChunks = AsyncIterable<Uint8Array>;

export interface FileStore {
  /**
   * Stores a file whole or not at all. What the store refuses is offered again for some minutes, unless the signal says
   * that nobody wants the file any more. Throws EXPORT_STORE_FULL, EXPORT_STORE_FAILED.
   */
  put(key: string, content: FileChunks, signal?: AbortSignal): Promise<void>;
  /** Throws EXPORT_STORE_FAILED, at once or while it is read. */
  get(key: string): Promise<FileChunks>;
  /** Removes every file whose key begins with this folder. */
  remove(folder: string): Promise<void>;
}

const USE = 'export';

/** Whoever gets hold of the store without the keys reads nothing of the files. */
export function sealedStore(store: FileStore, sealer: FileSealer): FileStore {
  return {
    put: (key, content, signal) => store.put(key, sealer.seal(USE, content), signal),
    get: async (key) => sealer.open(USE, await store.get(key)),
    remove: (folder) => store.remove(folder),
  };
}
