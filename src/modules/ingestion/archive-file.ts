/** Sealed files on disk: written beside and moved into place, so that a file that is there is whole. */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type Dirent } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type FileSealer, keyOfFile } from '../../platform/crypto/sealed-file.ts';

const USE = 'archive';
const DRAFT = '.draft';
const OPENED = 'opened-';
/** No process writes or reads one file for so long. */
const ABANDONED_MS = 24 * 3_600_000;

const PRIVATE = { mode: 0o600 };

export async function writeSealedFile(files: FileSealer, path: string, clear: AsyncIterable<Buffer>): Promise<void> {
  const draft = `${path}.${randomUUID()}${DRAFT}`;
  try {
    await pipeline(Readable.from(files.seal(USE, clear)), createWriteStream(draft, PRIVATE));
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export function openSealedFile(files: FileSealer, path: string): Readable {
  return Readable.from(files.open(USE, createReadStream(path)));
}

/** Gives a reader that needs a file of its own an open copy, which is gone when it has read. */
export async function* withOpenedFile<T>(
  files: FileSealer,
  { folder, name }: { readonly folder: string; readonly name: string },
  read: (directory: string, file: string) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const directory = join(folder, `${OPENED}${randomUUID()}`);
  const file = basename(name);
  await mkdir(directory, { mode: 0o700 });
  try {
    await pipeline(openSealedFile(files, join(folder, name)), createWriteStream(join(directory, file), PRIVATE));
    yield* read(directory, file);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true, recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** Removes drafts and open copies that nobody works on any more. */
export async function sweepArchive(folder: string): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (!entry.name.endsWith(DRAFT) && !entry.name.startsWith(OPENED)) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Seals every file anew that stands under another key; tells how many. */
export async function resealFiles(files: FileSealer, folder: string): Promise<number> {
  let renewed = 0;
  for (const entry of await entriesOf(folder)) {
    if (!entry.isFile() || entry.name.endsWith(DRAFT) || entry.parentPath.includes(OPENED)) continue;
    const path = join(entry.parentPath, entry.name);
    const key = await keyOfFile(path);
    if (key === null || key === files.currentKey) continue;
    await writeSealedFile(files, path, openSealedFile(files, path));
    renewed += 1;
  }
  return renewed;
}
