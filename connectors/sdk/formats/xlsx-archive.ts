import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { SourceError } from '../source-error.ts';

/** Some hundred thousand rows; longer lists travel as CSV. */
const LARGEST_UNPACKED = 1 << 29;
/** Shared strings are held in memory while a sheet is read. */
const LARGEST_STRINGS = 1 << 26;
/** Spreadsheets pack to a tenth or a twentieth; beyond this, and beyond a harmless size, it is an attack. */
const LARGEST_RATIO = 200;
const HARMLESS_SIZE = 1 << 25;
const MOST_ENTRIES = 10_000;

const STRINGS_PART = 'xl/sharedStrings.xml';

/** The parts of a workbook, opened by name. */
export interface XlsxArchive {
  has(part: string): boolean;
  open(part: string): Promise<Readable>;
  close(): void;
}

function refuseBomb(entries: ReadonlyMap<string, Entry>, file: string): void {
  let unpacked = 0;
  let packed = 0;
  for (const entry of entries.values()) {
    unpacked += entry.uncompressedSize;
    packed += entry.compressedSize;
  }
  const strings = entries.get(STRINGS_PART)?.uncompressedSize ?? 0;
  const refuse = (actual: number, limit: number): never => {
    throw new SourceError('WORKBOOK_TOO_LARGE', { file, actual, limit });
  };
  if (unpacked > LARGEST_UNPACKED) refuse(unpacked, LARGEST_UNPACKED);
  if (strings > LARGEST_STRINGS) refuse(strings, LARGEST_STRINGS);
  const limit = Math.max(HARMLESS_SIZE, packed * LARGEST_RATIO);
  if (unpacked > limit) refuse(unpacked, limit);
}

async function readEntries(zip: ZipFile, file: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry);
    if (entries.size > MOST_ENTRIES) {
      throw new SourceError('WORKBOOK_TOO_LARGE', { file, actual: entries.size, limit: MOST_ENTRIES });
    }
  }
  return entries;
}

/**
 * Opens a workbook's archive, having looked at its size first. A part that unpacks to more than the archive
 * announced fails while it is read.
 */
export async function openXlsxArchive(path: string, file: string): Promise<XlsxArchive> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
  try {
    const entries = await readEntries(zip, file);
    refuseBomb(entries, file);
    return {
      has: (part) => entries.has(part),
      open: async (part) => {
        const entry = entries.get(part);
        if (entry === undefined) throw new SourceError('WORKBOOK_UNREADABLE', { file, detail: `no part ${part}` });
        return zip.openReadStreamPromise(entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}
