import type { SexCode } from '../../src/kernel/resident-id.ts';
import type { Random } from '../random/random.ts';
import { GENERATIONS, type GivenNames } from './given-names.ts';
import { COMPOUND_SURNAMES, SURNAMES } from './surnames.ts';

const COMPOUND_SHARE = 1 / 900;
const totalWeight = SURNAMES.reduce((sum, [, weight]) => sum + weight, 0);

export function drawSurname(random: Random): string {
  if (random.chance(COMPOUND_SHARE)) return random.pick(COMPOUND_SURNAMES);
  let left = random.next() * totalWeight;
  for (const [surname, weight] of SURNAMES) {
    left -= weight;
    if (left < 0) return surname;
  }
  return '王';
}

/** A given name in the fashion of the birth year. */
export function drawGivenName(random: Random, sex: SexCode, birthYear: number): string {
  const generation = GENERATIONS.findLast(({ from }) => from <= birthYear) ?? GENERATIONS[0];
  const names = (sex === '1' ? generation?.male : generation?.female) as GivenNames;
  if (random.chance(names.single)) return draw(random, names.second);
  if (random.chance(0.12)) return random.pick(names.whole);
  return draw(random, names.first) + draw(random, names.second);
}

function draw(random: Random, characters: string): string {
  return characters.charAt(Math.floor(random.next() * characters.length));
}
