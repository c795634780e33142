import { describe, expect, it } from '@jest/globals';
import { CopyText, encodeRow } from './copy.ts';

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

describe('rows gathered as text', () => {
  it('are the bytes of their lines, however long, and are taken once', () => {
    const rows = [
      [1, '长宁\t区'],
      [2, '宁'.repeat(300_000)],
      ...Array.from({ length: 9_000 }, (_, at) => [at, `行${at}`]),
    ];
    const text = new CopyText();
    for (const row of rows) text.add(row);
    expect(text.rows).toBe(rows.length);
    const bytes = Buffer.concat(text.take());
    expect(bytes.equals(Buffer.from(rows.map(encodeRow).join('')))).toBe(true);
    expect([text.rows, text.take()]).toEqual([0, []]);
    text.add([3, 'x']);
    expect(Buffer.concat(text.take()).toString()).toBe('3\tx\n');
  });
});
