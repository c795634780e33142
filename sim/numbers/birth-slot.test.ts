import { describe, expect, it } from '@jest/globals';
import { birthSlotOf, birthTurnOf, HOUSEHOLDS_PER_BIRTH_YEAR, newbornSequence } from './birth-slot.ts';

describe('places of birth dates and sequence numbers', () => {
  it.each([1948])('gives every household another place in the year %i', (year) => {
    const places = new Set<number>();
    for (let household = 0; household < HOUSEHOLDS_PER_BIRTH_YEAR; household += 1) {
      const { birth, sequence } = birthSlotOf(1, household, year, '2');
      places.add(birth * 1000 + sequence);
    }
    expect(places.size).toBe(HOUSEHOLDS_PER_BIRTH_YEAR);
  });

  it('keeps the parity of the sex and stays below 999', () => {
    const sequences = Array.from({ length: 2000 }, (_, household) => birthSlotOf(3, household, 1980, '1').sequence);
    expect(sequences.filter((sequence) => sequence % 2 !== 1 || sequence >= 999)).toEqual([]);
  });

  it('gives newborns of households that share a sequence number different days', () => {
    const seen = new Set<string>();
    for (let household = 0; household < 450_000; household += 1) {
      seen.add(`${newbornSequence(household, '2')}:${birthTurnOf(household)}`);
    }
    expect(seen.size).toBe(450_000);
  });
});
