/**
 * Looks JSON over in one pass that notes where the values are: objects and lists of objects are there at once, everything
 * else is made when it is asked for, or copied as it stands. For much JSON of one shape of which little is worked with.
 * There are no blanks between the values.
 */
import { ABSENT, type JsonPlaces, JsonShape, type JsonView, nestedMark } from './json-view.ts';

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const LAST_ASCII = 0x7f;
/** Bytes of a text for which there is a mark to begin with. */
const BYTES_PER_MARK = 4;
const NONE: readonly JsonView[] = Object.freeze([]);

/** Looks over one text after the other; what it made lives as long as anything of it does. */
class Pass {
  readonly #bytes: Uint8Array;
  readonly #places: JsonPlaces;
  #used = 0;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const marks = new Int32Array(Math.ceil(bytes.length / BYTES_PER_MARK));
    this.#places = { bytes, text: bytes.toString('latin1'), marks, nested: [NONE] };
  }

  read(at: number, shape: JsonShape): JsonView {
    this.#at = at;
    if (this.#bytes[at] !== OPEN_OBJECT) return this.#fail();
    return this.#object(shape);
  }

  #fail(): never {
    throw new SyntaxError('this is no JSON that can be looked over');
  }

  /** Room for an object's marks, none of them set. */
  #reserve(keys: number): number {
    const base = this.#used;
    this.#used = base + 1 + 2 * keys;
    if (this.#used > this.#places.marks.length) {
      const { marks } = this.#places;
      this.#places.marks = new Int32Array(Math.max(2 * marks.length, this.#used));
      this.#places.marks.set(marks);
    }
    const { marks } = this.#places;
    marks[base] = keys;
    for (let mark = base + 1; mark < this.#used; mark += 2) marks[mark] = ABSENT;
    return base;
  }

  #object(shape: JsonShape): JsonView {
    const begin = this.#at;
    const keys = shape.keys.length;
    const base = this.#reserve(keys);
    this.#at += 1;
    for (let expected = 0; this.#bytes[this.#at] !== CLOSE_OBJECT; expected += 1) {
      expected = this.#key(shape, expected);
      if (expected >= keys) {
        // The shape has learned a key: once more, with a place for it.
        this.#at = begin;
        return this.#object(shape);
      }
      this.#value(shape.inner[expected] ?? null, base + 1 + 2 * expected);
      this.#next(CLOSE_OBJECT);
    }
    this.#at += 1;
    return new shape.View(shape, this.#places, base);
  }

  /** The slot of a key, mostly the one after the last. */
  #key(shape: JsonShape, expected: number): number {
    const key = shape.keys[expected];
    if (key !== undefined && this.#stands(key)) {
      this.#at += key.length;
      return expected;
    }
    const begin = this.#at;
    if (this.#bytes[begin] !== QUOTE) this.#fail();
    this.#string();
    const name = JSON.parse(Buffer.from(this.#places.text.slice(begin, this.#at), 'latin1').toString('utf8')) as string;
    if (this.#bytes[this.#at] !== COLON) this.#fail();
    this.#at += 1;
    return shape.slotOf(name);
  }

  #stands(key: Uint8Array): boolean {
    const [bytes, at] = [this.#bytes, this.#at];
    for (let index = key.length - 1; index >= 0; index -= 1) if (bytes[at + index] !== key[index]) return false;
    return true;
  }

  #value(shape: JsonShape | null, mark: number): void {
    const begin = this.#at;
    const first = this.#bytes[begin];
    const nested = first === OPEN_OBJECT || first === OPEN_LIST ? this.#nested(shape, first) : null;
    if (nested === null) {
      let plain = true;
      if (first === QUOTE) plain = this.#string();
      else if (first === OPEN_OBJECT || first === OPEN_LIST) this.#skip();
      else this.#word();
      this.#places.marks[mark] = begin;
      this.#places.marks[mark + 1] = plain ? this.#at : -this.#at;
    } else this.#places.marks[mark] = nestedMark(nested === NONE ? 0 : this.#places.nested.push(nested) - 1);
  }

  /** Null: the value is neither an object nor a list of objects, or is left unread. */
  #nested(shape: JsonShape | null, first: number): JsonView | readonly JsonView[] | null {
    if (shape === null) return null;
    if (first === OPEN_OBJECT) return this.#object(shape);
    const second = this.#bytes[this.#at + 1];
    if (second === OPEN_OBJECT) return this.#list(shape);
    if (second !== CLOSE_LIST) return null;
    this.#at += 2;
    return NONE;
  }

  /** Null: not only objects. */
  #list(shape: JsonShape): readonly JsonView[] | null {
    const begin = this.#at;
    const found: JsonView[] = [];
    this.#at += 1;
    while (this.#bytes[this.#at] === OPEN_OBJECT) {
      found.push(this.#object(shape));
      this.#next(CLOSE_LIST);
    }
    const isWhole = this.#bytes[this.#at] === CLOSE_LIST;
    this.#at = isWhole ? this.#at + 1 : begin;
    return isWhole ? found : null;
  }

  /** Goes past a comma; what closes is left where it is. */
  #next(close: number): void {
    const found = this.#bytes[this.#at];
    if (found === COMMA) this.#at += 1;
    else if (found !== close) this.#fail();
  }

  /** Past a string; tells whether it stands for itself: ASCII without escapes. */
  #string(): boolean {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    let plain = true;
    for (let found = bytes[at]; found !== QUOTE; found = bytes[at]) {
      if (found === undefined) return this.#fail();
      if (found === BACKSLASH || found > LAST_ASCII) plain = false;
      at += found === BACKSLASH ? 2 : 1;
    }
    this.#at = at + 1;
    return plain;
  }

  /** Past an object or list. */
  #skip(): void {
    const bytes = this.#bytes;
    let depth = 0;
    do {
      const found = bytes[this.#at];
      if (found === QUOTE) this.#string();
      else {
        if (found === OPEN_OBJECT || found === OPEN_LIST) depth += 1;
        else if (found === CLOSE_OBJECT || found === CLOSE_LIST) depth -= 1;
        else if (found === undefined) this.#fail();
        this.#at += 1;
      }
    } while (depth > 0);
  }

  /** A number, true, false or null. */
  #word(): void {
    const begin = this.#at;
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const found = this.#bytes[this.#at];
      if (found === COMMA || found === CLOSE_OBJECT || found === CLOSE_LIST) break;
    }
    if (this.#at === begin) this.#fail();
  }
}

/** Reads objects of one shape, which it learns from them. */
export interface JsonReader {
  /** Objects that begin at some places of a text, and are worked with together. Throws SyntaxError. */
  readAll(text: Buffer, places: readonly number[]): JsonView[];
}

/** `left` names keys whose objects are seldom asked for. */
export function createJsonReader(left: readonly string[]): JsonReader {
  const shape = new JsonShape(new Set(left));
  return {
    readAll(text, places) {
      const pass = new Pass(text);
      return places.map((at) => pass.read(at, shape));
    },
  };
}
