import { type FileHandle, open } from 'node:fs/promises';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const TIME_IN_ENTRY = 12;
const TIME_IN_LOCAL_HEADER = 10;
/** 1980-01-01 00:00, the first moment a zip archive can name. */
const FIRST_MOMENT = Buffer.from([0, 0, 0x21, 0]);

/** Sets the times of a zip archive's entries to one fixed moment, so that equal contents are equal bytes. */
export async function fixZipTimes(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const end = await read(file, size - END_LENGTH, END_LENGTH);
    if (end.readUInt32LE(0) !== END_OF_DIRECTORY) throw new Error('not a zip archive');
    const start = end.readUInt32LE(16);
    const directory = await read(file, start, end.readUInt32LE(12));
    for (let at = 0; at < directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
      await file.write(FIRST_MOMENT, 0, FIRST_MOMENT.length, start + at + TIME_IN_ENTRY);
      await file.write(FIRST_MOMENT, 0, FIRST_MOMENT.length, directory.readUInt32LE(at + 42) + TIME_IN_LOCAL_HEADER);
      at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, position);
  return buffer;
}
