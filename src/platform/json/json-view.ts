/** An object of a JSON text that is looked into, not read (`json-reader.ts`). */

/** No value: the object does not have the key. Marks below it are places of nested values. */
export const ABSENT = -1;

/** Where the values of a text are. */
export interface JsonPlaces {
  readonly bytes: Uint8Array;
  /** The same, with a character for each byte. */
  readonly text: string;
  /** Of each object how many keys it may have, and of each of these begin and end of the value. */
  marks: Int32Array;
  readonly nested: (JsonView | readonly JsonView[])[];
}

/** The mark of a nested value. */
export const nestedMark = (place: number): number => ABSENT - 1 - place;

const [QUOTE, LITTLE_N, LITTLE_T, LITTLE_F] = [0x22, 0x6e, 0x74, 0x66];

/** The value of a piece of JSON. A string that does not stand for itself has its end marked below nothing. */
export function valueIn(text: string, begin: number, end: number): unknown {
  const first = text.charCodeAt(begin);
  if (first === QUOTE && end > 0) return text.slice(begin + 1, end - 1);
  if (first === LITTLE_N) return null;
  if (first === LITTLE_T || first === LITTLE_F) return first === LITTLE_T;
  const json = text.slice(begin, Math.abs(end));
  return first === QUOTE || first === 0x5b || first === 0x7b
    ? JSON.parse(Buffer.from(json, 'latin1').toString('utf8'))
    : Number(json);
}

/** Its values are properties, as if it had been read. */
export class JsonView {
  readonly #shape: JsonShape;
  readonly #places: JsonPlaces;
  readonly #base: number;

  constructor(shape: JsonShape, places: JsonPlaces, base: number) {
    this.#shape = shape;
    this.#places = places;
    this.#base = base;
  }

  static valueOf(view: JsonView, slot: number): unknown {
    const { marks, text, nested } = view.#places;
    const base = view.#base;
    if (slot >= (marks[base] ?? 0)) return undefined;
    const at = base + 1 + 2 * slot;
    const begin = marks[at] ?? ABSENT;
    if (begin > ABSENT) return valueIn(text, begin, marks[at + 1] ?? 0);
    return begin === ABSENT ? undefined : nested[ABSENT - 1 - begin];
  }

  static shapeOf(view: JsonView): JsonShape {
    return view.#shape;
  }

  /** Works with the places themselves, and where among the marks the object's own begin. */
  static within<T>(view: JsonView, work: (places: JsonPlaces, base: number) => T): T {
    return work(view.#places, view.#base);
  }
}

/** The keys that objects at one place of a text have; learned from the objects. */
export class JsonShape {
  /** As they are written, with their colon. */
  readonly keys: Uint8Array[] = [];
  /** Of the objects under each key; null: they stay text until somebody asks for them. */
  readonly inner: (JsonShape | null)[] = [];
  readonly View = class extends JsonView {};
  /** The place of each key among those of the shape. */
  readonly slots = new Map<string, number>();
  readonly #left: ReadonlySet<string>;

  /** `left` names what is seldom asked for. */
  constructor(left: ReadonlySet<string>) {
    this.#left = left;
  }

  /** The place of a key; an unknown one is learned. */
  slotOf(name: string): number {
    return this.slots.get(name) ?? this.#add(name);
  }

  #add(name: string): number {
    const slot = this.keys.push(Buffer.from(`${JSON.stringify(name)}:`)) - 1;
    this.slots.set(name, slot);
    this.inner.push(this.#left.has(name) ? null : new JsonShape(this.#left));
    Object.defineProperty(this.View.prototype, name, {
      get(this: JsonView) {
        return JsonView.valueOf(this, slot);
      },
    });
    return slot;
  }
}
