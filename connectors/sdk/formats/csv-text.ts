import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { SourceError } from '../source-error.ts';

/** The encodings a manifest may state. */
export const CSV_ENCODINGS = ['utf-8', 'utf-8-bom', 'gb18030'] as const;

export type CsvEncoding = (typeof CSV_ENCODINGS)[number];

/** Large enough to be fast, small enough that its rows are gone before the collector looks for them. */
const CHUNK_BYTES = 1 << 16;
const LINE_FEED = 0x0a;

export interface TextFile {
  readonly path: string;
  /** The name in messages. */
  readonly file: string;
  readonly encoding: CsvEncoding;
}

function decoderOf(encoding: CsvEncoding): TextDecoder {
  return new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { fatal: true });
}

function countLineFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

/** The line feeds before the first line that cannot be decoded. No multi-byte character holds a line feed. */
function lineFeedsBeforeFault(bytes: Uint8Array, encoding: CsvEncoding): number {
  let passed = 0;
  let from = 0;
  for (let to = bytes.indexOf(LINE_FEED); to !== -1; to = bytes.indexOf(LINE_FEED, from)) {
    try {
      decoderOf(encoding).decode(bytes.subarray(from, to));
    } catch {
      return passed;
    }
    passed += 1;
    from = to + 1;
  }
  return passed;
}

/** A character can begin in one chunk and prove broken in the next: the fault is looked for from its line's start. */
function unfinishedLine(before: Uint8Array, bytes: Buffer): Uint8Array {
  const end = bytes.lastIndexOf(LINE_FEED);
  return end === -1 ? Buffer.concat([before, bytes]) : bytes.subarray(end + 1);
}

/** The text of a file in pieces; bytes that are none of its encoding are an error with their line. */
export async function* readText({ path, file, encoding }: TextFile): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  let line = 1;
  let unfinished: Uint8Array = new Uint8Array();
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (cause) {
      const at = line + lineFeedsBeforeFault(Buffer.concat([unfinished, bytes ?? new Uint8Array()]), encoding);
      throw new SourceError('WRONG_ENCODING', { file, line: at, encoding }, { cause });
    }
  };
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    yield decode(bytes);
    line += countLineFeeds(bytes);
    unfinished = unfinishedLine(unfinished, bytes);
  }
  yield decode();
}
