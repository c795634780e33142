import { permute } from '../random/permutation.ts';

/** The agencies' own numbers: each a shuffle of the person's or household's number, so that none comes up twice. */
const EIGHT_DIGITS = 100_000_000;

export function healthPersonNumber(person: number): string {
  return `3105A${digits(permute(person, EIGHT_DIGITS, 11), 8)}`;
}

export function socialSecurityNumber(person: number): string {
  return `31${digits(permute(person, EIGHT_DIGITS, 23), 8)}`;
}

export function studentNumber(person: number): string {
  return `XJ3105${digits(permute(person, EIGHT_DIGITS, 37), 8)}`;
}

export function phoneNumber(person: number, generation: number): string {
  return `154${digits(permute(person, EIGHT_DIGITS, 101 + generation), 8)}`;
}

export function rollHouseholdNumber(streetCode: string, household: number): string {
  return `${streetCode}${digits(permute(household, 10_000_000, 53), 7)}`;
}

export function assistanceHouseholdNumber(household: number, year: number): string {
  return `JZ${year}${digits(permute(household, 10_000_000, 61), 7)}`;
}

/** A short stable text for a number, for the agencies' primary keys. */
export function keyPart(value: number, width: number): string {
  return value.toString(36).padStart(width, '0');
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
