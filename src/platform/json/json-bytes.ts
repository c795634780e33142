/** JSON while it is written: bytes of UTF-8, into which pieces of other JSON go as they stand. */
import { Buffer } from 'node:buffer';

const FIRST_BYTES = 64 * 1024;
const LAST_ASCII = 0x7f;
/** Bytes of a character at most. */
const WIDEST = 3;
/** Shorter pieces are copied here, byte by byte: a call costs more. */
const LONG = 96;

export class JsonBytes {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** What lies before was taken. */
  #begin = 0;
  #end = 0;

  /** How much is written. */
  get length(): number {
    return this.#end - this.#begin;
  }

  /** Room for more. What was taken keeps the memory it lies in. */
  #reserve(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const { length } = this;
    const larger = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, 2 * (length + more)));
    this.#bytes.copy(larger, 0, this.#begin, this.#end);
    this.#bytes = larger;
    this.#begin = 0;
    this.#end = length;
  }

  byte(one: number): void {
    this.#reserve(1);
    this.#bytes[this.#end] = one;
    this.#end += 1;
  }

  /** A text as it is. */
  text(text: string): void {
    this.#reserve(text.length * WIDEST);
    const bytes = this.#bytes;
    let end = this.#end;
    for (let index = 0; index < text.length; index += 1) {
      const character = text.charCodeAt(index);
      if (character > LAST_ASCII) {
        end += bytes.write(text.slice(index), end);
        break;
      }
      bytes[end] = character;
      end += 1;
    }
    this.#end = end;
  }

  /** A piece of other bytes. */
  copy(from: Uint8Array, begin: number, until: number): void {
    this.#reserve(until - begin);
    const bytes = this.#bytes;
    let end = this.#end;
    if (until - begin > LONG) {
      bytes.set(from.subarray(begin, until), end);
      this.#end = end + until - begin;
      return;
    }
    for (let index = begin; index < until; index += 1) {
      bytes[end] = from[index] as number;
      end += 1;
    }
    this.#end = end;
  }

  /** Takes back what was written since. */
  rewind(length: number): void {
    this.#end = this.#begin + length;
  }

  /** A copy of what was written since. */
  since(length: number): Buffer {
    return Buffer.from(this.#bytes.subarray(this.#begin + length, this.#end));
  }

  /** What is written; what is written next begins anew, behind it. */
  take(): Buffer {
    const taken = this.#bytes.subarray(this.#begin, this.#end);
    this.#begin = this.#end;
    return taken;
  }
}
