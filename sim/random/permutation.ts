/**
 * A one-to-one shuffle of 0 … size − 1: different numbers stay different, without a table. Sizes up to 10^9; the
 * multiplier is kept small enough for products to stay exact.
 */
export function permute(value: number, size: number, key: number): number {
  const multiplier = coprimeMultiplier(size, key);
  return (value * multiplier + (key % size)) % size;
}

const KEY_CLASSES = 1009;
const multipliers = new Map<number, number>();

function coprimeMultiplier(size: number, key: number): number {
  const cacheKey = size * KEY_CLASSES + (key % KEY_CLASSES);
  const known = multipliers.get(cacheKey);
  if (known !== undefined) return known;
  const limit = Math.min(size, 8_000_000);
  let candidate = Math.max(3, Math.floor(limit * 0.618) + (key % KEY_CLASSES));
  while (greatestCommonDivisor(candidate, size) !== 1) candidate += 1;
  multipliers.set(cacheKey, candidate);
  return candidate;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
