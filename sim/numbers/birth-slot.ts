import { isLeapYear } from '../../src/kernel/day.ts';
import type { SexCode } from '../../src/kernel/resident-id.ts';
import { type DayNumber, dayOf } from '../calendar/day-number.ts';
import { mix } from '../random/hash.ts';
import { permute } from '../random/permutation.ts';

/** 001–998 gives 499 sequence numbers to each sex; 999 stays unused. */
const SEQUENCES_PER_SEX = 499;
/** Days between the two days on which one household's number of a birth sequence can come up again. */
const BIRTH_CYCLE_DAYS = 1_000;

export interface BirthSlot {
  readonly birth: DayNumber;
  readonly sequence: number;
}

/** How many households can have a member of one birth year and sex without two sharing a citizen number. */
export const HOUSEHOLDS_PER_BIRTH_YEAR = 365 * SEQUENCES_PER_SEX;

/**
 * Birth date and sequence number for the one member of a household with this birth year and sex. Households take
 * different places of one shuffled list of (day, sequence) pairs, so that numbers are unique without a register.
 */
export function birthSlotOf(seed: number, household: number, year: number, sex: SexCode): BirthSlot {
  const size = (isLeapYear(year) ? 366 : 365) * SEQUENCES_PER_SEX;
  const place = permute(household % HOUSEHOLDS_PER_BIRTH_YEAR, size, mix(seed, year, +sex));
  const dayOfYear = Math.floor(place / SEQUENCES_PER_SEX);
  return { birth: dayOf(year, 1, 1) + dayOfYear, sequence: sequenceOf(place % SEQUENCES_PER_SEX, sex) };
}

/**
 * The one day in 1,000 on which a household may have a child: households that share a newborn's sequence number have
 * different days.
 */
export function birthTurnOf(household: number): number {
  return permute(Math.floor(household / SEQUENCES_PER_SEX) % BIRTH_CYCLE_DAYS, BIRTH_CYCLE_DAYS, 77);
}

export function isBirthDay(turn: number, day: DayNumber): boolean {
  return day % BIRTH_CYCLE_DAYS === turn;
}

export function newbornSequence(household: number, sex: SexCode): number {
  return sequenceOf(household % SEQUENCES_PER_SEX, sex);
}

/** Average days between a household's possible birth days. */
export const DAYS_PER_BIRTH_CHANCE = BIRTH_CYCLE_DAYS;

function sequenceOf(place: number, sex: SexCode): number {
  return place * 2 + (sex === '1' ? 1 : 2);
}
