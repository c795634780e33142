import { describe, expect, it } from '@jest/globals';
import { Money } from './money.ts';

describe('amounts in expressions', () => {
  it('take a ratio exactly as it is written', () => {
    expect(Money.ofFen(5_000_005).times(0.4).compare(Money.ofFen(2_000_002))).toBe(0);
    expect(Money.ofFen(3).times(0.1).plus(Money.ofFen(6).times(0.1)).compare(Money.ofFen(9).times(0.1))).toBe(0);
  });

  it('compare across fractions of a fen', () => {
    expect(Money.ofFen(1).times(0.4).compare(Money.ofFen(0))).toBe(1);
    expect(Money.ofFen(-1).times(0.4).compare(Money.ofFen(0))).toBe(-1);
    expect(Money.ofFen(7).minus(Money.ofFen(7).times(1)).compare(Money.ofFen(0))).toBe(0);
  });

  it('are shown in yuan', () => {
    const shown = [Money.ofFen(123_450), Money.ofFen(-5), Money.ofFen(1).times(0.5), Money.ofFen(-1).times(0.4)];
    expect(shown.map((amount) => amount.toYuan())).toEqual(['1234.50', '-0.05', '0.01', '0.00']);
  });
});
