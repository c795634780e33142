import { describe, expect, it } from '@jest/globals';
import { canonicalText, canonicalToken, isNotStated } from './cell-text.ts';
import { beijingDay, beijingTime } from './clock.ts';
import { RELATIONSHIP, TENURE } from './code-lists.ts';
import { ERROR_CATALOGUE, type ErrorEntry, errorMessage, WanjiaError } from './errors.ts';
import { decodeId, encodeId } from './ids.ts';

describe('cell text', () => {
  it('trims blanks of every kind and the leading apostrophe', () => {
    expect(canonicalText(" \u3000'张三\u00a0\u3000")).toBe('张三');
  });

  it('makes digits and letters half-width, and leaves punctuation in free text', () => {
    expect(canonicalText('长宁路６５２弄（Ａ座）')).toBe('长宁路652弄（A座）');
    expect(canonicalToken('（１２０．００）')).toBe('(120.00)');
  });

  it.each(['', ' ', '-', '/', '无', 'NULL', '不详', '－', '　不详　', 'ＮＵＬＬ'])('takes %j as not stated', (text) => {
    expect(isNotStated(canonicalToken(text))).toBe(true);
  });
});

describe('code lists', () => {
  it('find a code by itself, its label, and the number a spreadsheet made of it', () => {
    expect([RELATIONSHIP.find('01'), RELATIONSHIP.find('本人'), RELATIONSHIP.findNumber(1)]).toEqual([
      '01',
      '01',
      '01',
    ]);
    expect(TENURE.find('无')).toBe('4');
    expect(RELATIONSHIP.find('88')).toBeUndefined();
  });
});

describe('public ids', () => {
  it('are read back for their own kind only', () => {
    expect(encodeId('person', 123n)).toBe('P123');
    expect(decodeId('person', 'P123')).toBe(123n);
    expect(decodeId('household', 'P123')).toBeNull();
  });

  it.each(['P', 'P0', 'P01', 'P-1', 'P1.5', 'P99999999999999999999', "P1'--"])('refuses %s', (text) => {
    expect(decodeId('person', text)).toBeNull();
  });
});

describe('clock', () => {
  it('changes the day at midnight in Beijing', () => {
    expect(beijingDay(new Date('2026-10-31T15:59:59Z'))).toBe('2026-10-31');
    expect(beijingDay(new Date('2026-10-31T16:00:00Z'))).toBe('2026-11-01');
    expect(beijingTime(new Date('2026-10-31T16:00:01Z'))).toBe('2026-11-01 00:00:01');
  });
});

describe('errors', () => {
  it('fill their parameters in both languages', () => {
    const params = { file: 'a.csv', expected: 3, actual: 2 };
    expect(errorMessage('ROW_COUNT_MISMATCH', params)).toContain('3 in the manifest, 2 in the file');
    expect(new WanjiaError('ROW_COUNT_MISMATCH', params).messageIn('zh')).toContain('清单 3 行,实际 2 行');
  });

  it('each have a Chinese and an English text and a next step', () => {
    const incomplete = Object.entries<ErrorEntry>(ERROR_CATALOGUE).filter(
      ([, { zh, en, suggestion }]) => !/[\u4e00-\u9fff]/.test(zh) || en === '' || suggestion === '',
    );
    expect(incomplete).toEqual([]);
  });
});
