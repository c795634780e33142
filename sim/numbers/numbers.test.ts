import { describe, expect, it } from '@jest/globals';
import { readResidentId } from '../../src/kernel/resident-id.ts';
import { dayNumber } from '../calendar/day-number.ts';
import { healthPersonNumber, socialSecurityNumber, studentNumber } from './agency-numbers.ts';
import { creditCode } from './credit-code.ts';
import { fifteenDigits, residentIdOf } from './resident-id.ts';

describe('numbers', () => {
  it('makes citizen numbers that check', () => {
    expect(residentIdOf(dayNumber('1990-01-01'), 1)).toBe('310199199001010018');
    expect(residentIdOf(dayNumber('1948-02-29'), 3)).toBe('310199194802290037');
    expect(readResidentId(residentIdOf(dayNumber('2000-02-29'), 12))).toMatchObject({ ok: true });
  });

  it('writes 15 digits that upgrade to the same number, and none for people born 20xx or with kept sequences', () => {
    const number = residentIdOf(dayNumber('1962-09-27'), 69);
    expect(readResidentId(fifteenDigits(number) ?? '')).toEqual({ ok: true, id: number });
    expect(fifteenDigits(residentIdOf(dayNumber('2001-01-01'), 69))).toBeNull();
    expect(fifteenDigits(residentIdOf(dayNumber('1962-09-27'), 997))).toBeNull();
  });

  it('gives every person another number at each agency', () => {
    for (const numberOf of [healthPersonNumber, socialSecurityNumber, studentNumber]) {
      expect(new Set(Array.from({ length: 50_000 }, (_, person) => numberOf(person))).size).toBe(50_000);
    }
  });

  it('gives companies credit codes of 18 characters', () => {
    expect(creditCode(7)).toMatch(/^91310199[0-9A-HJ-NP-RTUWXY]{10}$/);
  });
});
