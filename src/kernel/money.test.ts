import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalToken } from './cell-text.ts';
import { fenOfYuan, formatFen, parseMoney } from './money.ts';

describe('parseMoney', () => {
  it.each([
    ['1,234.50', 123450],
    ['1234.5', 123450],
    ['￥1234.50', 123450],
    ['¥1234.50', 123450],
    ['(120.00)', -12000],
    ['（120.00）', -12000],
    ['-120.00', -12000],
    ['-￥120', -12000],
    ['￥-120', -12000],
    ['１３１．５２', 13152],
    ['0', 0],
    ['-0.00', 0],
    ['1234.500', 123450],
  ])('reads %s', (written, fen) => expect(parseMoney(canonicalToken(written))).toBe(fen));

  it.each([
    '一百元',
    '12.3.4',
    '#VALUE!',
    '1O0.00',
    '12,34.50',
    '1.234',
    '',
    '.',
    '1e3',
    '--1',
    '(1',
    '999999999999999',
  ])('does not read %s', (written) => expect(parseMoney(canonicalToken(written))).toBeNull());

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.integer({ min: -1e14, max: 1e14 }), (fen) => parseMoney(formatFen(fen)) === fen));
  });
});

describe('fenOfYuan', () => {
  it('takes two decimals as spreadsheets hold them, and no more', () => {
    expect(fenOfYuan(833.33)).toBe(83333);
    expect(fenOfYuan(1.1 + 2.2)).toBe(330);
    expect(fenOfYuan(1.234)).toBeNull();
    expect(fenOfYuan(Number.NaN)).toBeNull();
  });
});
