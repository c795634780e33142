import { type City, createCity } from '../city/city.ts';

export const START_DAY = '2026-10-31';

/** A city of a test; the same seed wherever none is given. */
export function testCity(people: number, seed: number | string = 1): City {
  return createCity({ seed, people, startDay: START_DAY });
}
