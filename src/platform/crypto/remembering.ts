/** A sealer that remembers what it did lately: in bulk the same value stands in many rows, and is read back soon. */
import type { Sealer } from './sealer.ts';

/** Keeps at least the last `size` entries, and less than twice as many. */
class Recent {
  readonly #size: number;
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  constructor(size: number) {
    this.#size = size;
  }

  get(key: string): string | undefined {
    const found = this.#young.get(key);
    if (found !== undefined) return found;
    const older = this.#old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: string): void {
    if (this.#young.size >= this.#size) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}

/** The part of a sealer that gives the same answer each time. */
export interface RememberingSealer {
  sealComparable(use: string, text: string): string;
  open(use: string, sealed: string): string;
}

class UseMemory {
  readonly sealed: Recent;
  readonly opened: Recent;

  constructor(size: number) {
    this.sealed = new Recent(size);
    this.opened = new Recent(size);
  }
}

/** Remembers `size` values of each use and direction; forgets all of them when another key becomes current. */
export function remembering(sealer: Sealer, size: number): RememberingSealer {
  let key = sealer.currentKey;
  const memories = new Map<string, UseMemory>();
  const memoryOf = (use: string): UseMemory => {
    if (sealer.currentKey !== key) {
      key = sealer.currentKey;
      memories.clear();
    }
    const known = memories.get(use) ?? new UseMemory(size);
    memories.set(use, known);
    return known;
  };
  return {
    sealComparable(use, text) {
      const { sealed, opened } = memoryOf(use);
      const known = sealed.get(text);
      if (known !== undefined) return known;
      const made = sealer.sealComparable(use, text);
      sealed.set(text, made);
      opened.set(made, text);
      return made;
    },
    open(use, value) {
      const { opened } = memoryOf(use);
      const known = opened.get(value);
      if (known !== undefined) return known;
      const text = sealer.open(use, value);
      opened.set(value, text);
      return text;
    },
  };
}
