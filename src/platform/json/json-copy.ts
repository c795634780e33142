/** Writes an object's JSON out of pieces of another's, which is looked into, not read. */
import type { JsonBytes } from './json-bytes.ts';
import { ABSENT, type JsonPlaces, type JsonShape, JsonView, valueIn } from './json-view.ts';

export interface CopiedKey {
  /** Of the value, in the object. */
  readonly name: string;
  /** What is written before it: `{"name":` or `,"name":`. */
  readonly key: Uint8Array;
  /** Whether a value that begins with this byte can be taken; an object with another one cannot be copied. */
  fits(first: number): boolean;
  /** The text of the value, which holds nothing that JSON must escape; absent: the value is taken as it stands. */
  serialize?(value: unknown): string;
}

interface Part extends CopiedKey {
  /** Written under its own name, so that it may stand in the text as it is to be written. */
  readonly own: boolean;
}

const [QUOTE, CLOSE, NULL] = [0x22, 0x7d, 0x6e];

export class JsonCopy {
  readonly #parts: readonly Part[];
  #shape: JsonShape | null = null;
  #slots: readonly number[] = [];

  constructor(keys: readonly CopiedKey[]) {
    this.#parts = keys.map((one) => ({ ...one, own: Buffer.from(`,${JSON.stringify(one.name)}:`).equals(one.key) }));
  }

  /** False: some value cannot be copied, and nothing is written. */
  write(view: JsonView, out: JsonBytes): boolean {
    const shape = JsonView.shapeOf(view);
    if (shape !== this.#shape || this.#slots.includes(-1)) {
      this.#shape = shape;
      this.#slots = this.#parts.map(({ name }) => shape.slots.get(name) ?? -1);
    }
    const length = out.length;
    if (JsonView.within(view, (places, base) => this.#copy(places, base, out))) return true;
    out.rewind(length);
    return false;
  }

  #copy(places: JsonPlaces, base: number, out: JsonBytes): boolean {
    const { bytes, marks } = places;
    const parts = this.#parts;
    for (let index = 0; index < parts.length; index += 1) {
      const { key, serialize } = parts[index] as Part;
      const at = this.#markOf(index, places, base);
      if (at === ABSENT) return false;
      const begin = marks[at] as number;
      out.copy(key, 0, key.length);
      if (serialize === undefined) {
        // What follows in both is one piece.
        let until = Math.abs(marks[at + 1] as number);
        for (let next = index + 1; next < parts.length; next += 1) {
          const { key: between, own, serialize: other } = parts[next] as Part;
          const follows = own && other === undefined ? this.#markOf(next, places, base) : ABSENT;
          if (follows === ABSENT || marks[follows] !== until + between.length) break;
          until = Math.abs(marks[follows + 1] as number);
          index = next;
        }
        out.copy(bytes, begin, until);
      } else if (bytes[begin] === NULL) out.text('null');
      else {
        out.byte(QUOTE);
        out.text(serialize(valueIn(places.text, begin, marks[at + 1] as number)));
        out.byte(QUOTE);
      }
    }
    out.byte(CLOSE);
    return true;
  }

  /** Where a part's value begins and ends; ABSENT: it cannot be taken. */
  #markOf(index: number, { bytes, marks }: JsonPlaces, base: number): number {
    const slot = this.#slots[index] as number;
    if (slot < 0 || slot >= (marks[base] as number)) return ABSENT;
    const at = base + 1 + 2 * slot;
    const begin = marks[at] as number;
    return begin > ABSENT && (this.#parts[index] as Part).fits(bytes[begin] as number) ? at : ABSENT;
  }
}
