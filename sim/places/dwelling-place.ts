import type { Random } from '../random/random.ts';
import { STREETS, type Street } from './streets.ts';

export interface DwellingPlace {
  readonly streetCode: string;
  readonly committeeCode: string;
  readonly address: string;
}

const WEIGHTED = STREETS.map((street) => [street, street.weight] as const);

/** Somewhere to live in the district, or in one of its streets. */
export function drawDwellingPlace(random: Random, within?: string): DwellingPlace {
  const street = STREETS.find(({ code }) => code === within) ?? random.weighted(WEIGHTED);
  return {
    streetCode: street.code,
    committeeCode: `${street.code}${String(random.between(1, street.committees)).padStart(3, '0')}`,
    address: drawAddress(random, street),
  };
}

function drawAddress(random: Random, street: Street): string {
  const city = random.chance(0.7) ? '上海市长宁区' : '';
  const lane = `${random.pick(street.roads)}${random.between(3, 1980)}弄${random.between(1, 160)}号`;
  const room = random.chance(0.85) ? `${random.between(1, 18)}0${random.between(1, 6)}室` : '';
  return city + lane + room;
}
