import { checkCharacter } from '../../src/kernel/resident-id.ts';
import { type DayNumber, dayText } from '../calendar/day-number.ts';

/** An address code that was never assigned: no real person can hold a number under it. */
export const SYNTHETIC_PREFIX = '310199';

/** A citizen number under the synthetic prefix; `sequence` 1–999, odd for men, even for women. */
export function residentIdOf(birth: DayNumber, sequence: number): string {
  const first17 = `${SYNTHETIC_PREFIX}${dayText(birth).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

/**
 * The 15-digit form of old records. Only people born 19xx have one, and 996–999 stood for people born 18xx there.
 */
export function fifteenDigits(residentId: string): string | null {
  if (residentId.slice(6, 8) !== '19' || residentId.slice(14, 17) >= '996') return null;
  return residentId.slice(0, 6) + residentId.slice(8, 17);
}
