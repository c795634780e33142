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
  /** The head of the comparable value, without its body. */
  index(use: string, text: string): string;
  sealComparable(use: string, text: string): string;
  open(use: string, sealed: string): string;
}

/** How many entries of a use and direction are remembered: indexes are short and come back in other files. */
export interface Remembered {
  readonly indexes: number;
  readonly values: number;
}

class UseMemory {
  readonly indexes: Recent;
  readonly sealed: Recent;
  readonly opened: Recent;

  constructor({ indexes, values }: Remembered) {
    this.indexes = new Recent(indexes);
    this.sealed = new Recent(values);
    this.opened = new Recent(values);
  }
}

/** Remembers what each use did lately; forgets all of it when another key becomes current. */
export function remembering(sealer: Sealer, size: Remembered): RememberingSealer {
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
  const once = (memory: Recent, from: string, make: () => string): string => {
    const known = memory.get(from);
    if (known !== undefined) return known;
    const made = make();
    memory.set(from, made);
    return made;
  };
  return {
    index: (use, text) => once(memoryOf(use).indexes, text, () => sealer.index(use, text)),
    sealComparable: (use, text) => once(memoryOf(use).sealed, text, () => sealer.sealComparable(use, text)),
    open: (use, value) => once(memoryOf(use).opened, value, () => sealer.open(use, value)),
  };
}
