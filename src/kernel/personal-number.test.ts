import { describe, expect, it } from '@jest/globals';
import { holdsPersonalNumber } from './personal-number.ts';

describe('a number of a person', () => {
  it.each([
    ['alone', '310199190001010018'],
    ['in a sentence', '户主身份证310199190001010018,已核'],
    ['with X', '31019919000101001x'],
    ['of a certificate', '31019919000101001842'],
    ['in a name', 'Q310199190001010018'],
    ['in groups', '310199 19000101 0018'],
    ['with hyphens', '310199-19000101-0018'],
    ['in full width', '３１０１９９１９０００１０１００１８'],
    ['of the old form', '310199900101001'],
    ['of a telephone', '电话13800138000请回电'],
  ])('is seen %s', (_how, text) => expect(holdsPersonalNumber(text)).toBe(true));

  it.each([
    ['a day', '2026-10-31'],
    ['several days', '2026-10-31 2026-11-01'],
    ['a division', '310105001001'],
    ['a division of another province', '130105001001'],
    ['an id of a token', '3f2504e0-4f89-11d3-9a0c-138001380009'],
    ['an amount', '1234.50'],
    ['a place in a text', '第13条第2款'],
  ])('is not seen in %s', (_what, text) => expect(holdsPersonalNumber(text)).toBe(false));
});
