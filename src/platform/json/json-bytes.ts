/** JSON while it is written: bytes of UTF-8, into which pieces of other JSON go as they stand. */
import { Buffer } from 'node:buffer';

const FIRST_BYTES = 64 * 1024;
const LAST_ASCII = 0x7f;
/** Bytes of a character at most. */
const WIDEST = 3;

export class JsonBytes {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #end = 0;

  /** How much is written. */
  get length(): number {
    return this.#end;
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * this.#bytes.length + more);
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
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
    for (let index = begin; index < until; index += 1) {
      bytes[end] = from[index] as number;
      end += 1;
    }
    this.#end = end;
  }

  /** Takes back what was written since. */
  rewind(length: number): void {
    this.#end = length;
  }

  /** What is written, as a text. */
  toText(): string {
    return this.#bytes.toString('utf8', 0, this.#end);
  }

  /** What is written; what is written next begins anew. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#end);
    this.#bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
    this.#end = 0;
    return taken;
  }
}
