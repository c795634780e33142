import { fraction, mix } from '../random/hash.ts';

/** Cumulative shares of dwelling households with 1 … 6 people; the mean is 2.2 (city mean 2.32 in the 2020 census). */
const CUMULATIVE = [0.3, 0.67, 0.875, 0.95, 0.99, 1];

/** How many people live in a household when life begins; costs one hash. */
export function householdSize(seed: number, household: number): number {
  const place = fraction(mix(seed, household, 1));
  return CUMULATIVE.findIndex((share) => place < share) + 1;
}
