/** Identity and certificate numbers: everywhere their blind index stands for them; each stands sealed in one place. */
import type { Sealer } from '../../platform/crypto/sealer.ts';

/** Where they stand, and what they are sealed for; the head of a sealed number is its index. */
export const NUMBER_USE = 'sealed_number.value';

/** What stands for a number in records, subjects and persons. The number is in canonical form. */
export function numberIndex(sealer: Sealer, number: string): string {
  return sealer.index(NUMBER_USE, number);
}
