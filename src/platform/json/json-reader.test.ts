import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SEED } from '../../../tests/support/seed.ts';
import { JsonBytes } from './json-bytes.ts';
import { createJsonReader } from './json-reader.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A value as it is found through views, asked for by the keys of the one that was written. */
function found(value: unknown, like: Json): unknown {
  if (Array.isArray(like)) return like.map((one, index) => found((value as readonly unknown[])[index], one));
  if (like === null || typeof like !== 'object') return value;
  const of = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(like).map(([key, one]) => [key, found(of[key], one)]));
}

// Keys that need escapes are tried below by themselves: JSON.parse of Node 24.21 misreads some of those that come again.
const key = fc
  .oneof(fc.constantFrom('source', 'a', 'ab', 'b', '名'), fc.string({ unit: 'grapheme' }))
  .filter((name) => JSON.stringify(name) === `"${name}"`);
const { value: anything } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, false, [], {}, '', '"\\', '},{'),
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (Object.is(one, -0) ? 0 : one)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.dictionary(key, tie('value'), { maxKeys: 5 }), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}));
// `__proto__` is a key of JSON, but none of an object that is written like this.
const object = fc.dictionary(key, anything, { maxKeys: 8 }).filter((one) => !JSON.stringify(one).includes('__proto__'));

describe('JSON that is looked into', () => {
  it('says what is written, whatever it is, one text after the other', () => {
    const reader = createJsonReader(['source']);
    fc.assert(
      fc.property(fc.array(object, { minLength: 1, maxLength: 5 }), (objects) => {
        const texts = objects.map((one) => Buffer.from(JSON.stringify(one)));
        const places = texts.map((_one, index) => Buffer.concat(texts.slice(0, index)).length);
        const views = reader.readAll(Buffer.concat(texts), places);
        expect(views.map((view, index) => found(view, objects[index] ?? {}))).toEqual(objects);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('finds keys that are written with escapes', () => {
    const text = '{"\\"":1,"\\\\":{"\\n":2}}';
    const [view] = createJsonReader([]).readAll(Buffer.from(text.repeat(2)), [0, text.length]);
    expect(found(view, { '"': 1, '\\': { '\n': 2 } })).toEqual({ '"': 1, '\\': { '\n': 2 } });
  });

  it('has no key that is not written, though others of its kind have it', () => {
    const text = '{"a":1,"b":{"c":2}}{"b":{"d":"四"}}';
    const [one, other] = createJsonReader([]).readAll(Buffer.from(text), [0, text.indexOf('}{') + 1]) as unknown as {
      a?: number;
      b: { c?: number; d?: string };
    }[];
    expect([one?.a, one?.b.c, one?.b.d]).toEqual([1, 2, undefined]);
    expect([other?.a, other?.b.c, other?.b.d]).toEqual([undefined, undefined, '四']);
  });

  it.each(['', '[]', '1', '{', '{"a":', '{"a":"b', '{"a":1', '{"a" :1}', '{"a":1 ,"b":2', '{a:1}', '{"a":[{}'])(
    'is refused where it is %j',
    (text) => {
      expect(() => createJsonReader([]).readAll(Buffer.from(text), [0])).toThrow(SyntaxError);
    },
  );
});

const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('长'.repeat(30_000), 'a'.repeat(70_000)));

describe('JSON while it is written', () => {
  it('holds texts and pieces of any length, and can be taken back', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (texts) => {
        const out = new JsonBytes();
        for (const text of texts) {
          out.text(text);
          const length = out.length;
          out.copy(Buffer.from('gone'), 0, 4);
          out.rewind(length);
        }
        const taken = out.take();
        expect(out.length).toBe(0);
        out.text('what is written next');
        expect(taken.toString('utf8')).toBe(texts.join(''));
      }),
      { numRuns: 20, seed: SEED },
    );
  });
});
