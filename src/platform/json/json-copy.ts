/** Writes an object's JSON out of pieces of another's, which is looked into, not read. */
import type { JsonBytes } from './json-bytes.ts';
import { type JsonShape, JsonView } from './json-view.ts';

export interface CopiedKey {
  readonly name: string;
  /** Writes the value that stands there; false: this cannot be copied. */
  readonly take: (from: JsonView, slot: number, out: JsonBytes) => boolean;
}

const CLOSE = 0x7d;

export class JsonCopy {
  readonly #parts: readonly (CopiedKey & { readonly key: Uint8Array })[];
  #shape: JsonShape | null = null;
  #slots: readonly number[] = [];

  constructor(keys: readonly CopiedKey[]) {
    this.#parts = keys.map((one, index) => ({
      ...one,
      key: Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(one.name)}:`),
    }));
  }

  /** False: some value cannot be copied, and nothing is written. */
  write(view: JsonView, out: JsonBytes): boolean {
    const shape = JsonView.shapeOf(view);
    if (shape !== this.#shape || this.#slots.includes(-1)) {
      this.#shape = shape;
      this.#slots = this.#parts.map(({ name }) => shape.slots.get(name) ?? -1);
    }
    const length = out.length;
    for (let index = 0; index < this.#parts.length; index += 1) {
      const { key, take } = this.#parts[index] as CopiedKey & { readonly key: Uint8Array };
      out.copy(key, 0, key.length);
      if (take(view, this.#slots[index] as number, out)) continue;
      out.rewind(length);
      return false;
    }
    out.byte(CLOSE);
    return true;
  }
}
