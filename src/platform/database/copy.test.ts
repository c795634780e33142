import { describe, expect, it } from '@jest/globals';
import { encodeRow } from './copy.ts';

describe('a row in the text format of COPY', () => {
  it('keeps text apart from the marks of the format', () => {
    expect(encodeRow(['a\tb\nc\\d\r', '\\N', ''])).toBe('a\\tb\\nc\\\\d\\r\t\\\\N\t\n');
  });

  it('writes absent values, numbers and truth values', () => {
    expect(encodeRow([null, undefined, 12, -5n, true, false])).toBe('\\N\t\\N\t12\t-5\tt\tf\n');
  });

  it('writes lists as SQL arrays', () => {
    expect(encodeRow([[1, null, 3], ['a', 'b"c\\'], []])).toBe('{1,NULL,3}\t{"a","b\\\\"c\\\\\\\\"}\t{}\n');
  });
});
