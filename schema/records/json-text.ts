/** JSON that is written already: it goes into an answer as it is, without being read and written again. */
import type { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { JsonBytes } from '../../src/platform/json/json-bytes.ts';

/** Marks a place; nobody outside this process can write one. */
const MARK = `json ${randomUUID()} `;
const PLACE = new RegExp(`"${MARK}(\\d+)"`, 'g');

let collecting: string[] | null = null;

export class JsonText {
  /** UTF-8. */
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }

  /** Within {@link stringifyJson} a place for the text; anywhere else the value itself. */
  toJSON(): unknown {
    if (collecting === null) return JSON.parse(this.text);
    return `${MARK}${collecting.push(this.text) - 1}`;
  }
}

/** Writes a value as JSON; texts within it are put in as they are. */
export function stringifyJson(value: unknown): string {
  const texts: string[] = [];
  collecting = texts;
  try {
    const whole = JSON.stringify(value);
    if (texts.length === 0) return whole;
    return whole.replaceAll(PLACE, (place, index: string) => texts[Number(index)] ?? place);
  } finally {
    collecting = null;
  }
}

/** The body of an answer; data that is written already becomes part of it by way of `out`. */
export function bodyOf({ data, extensions }: ExecutionResult, out: JsonBytes): Buffer | string {
  const written: unknown = data;
  if (!(written instanceof JsonText)) return stringifyJson({ data, extensions });
  const { bytes } = written;
  out.rewind(0);
  out.text('{"data":');
  out.copy(bytes, 0, bytes.length);
  out.text(extensions === undefined ? '}' : `,"extensions":${JSON.stringify(extensions)}}`);
  return out.take();
}
