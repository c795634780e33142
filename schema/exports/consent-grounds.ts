/** Consents as an export remembers them: by what they open in a household, of whom. Ids and words of the policy only. */
import type { HouseholdConsents } from '../../src/modules/consent/index.ts';

const HOUSEHOLD = /^\d+/;

/** One line for each thing a consent opens. */
export function groundsOf(consents: ReadonlyMap<number, HouseholdConsents>): string[] {
  return [...consents].flatMap(([id, { household, persons }]) => [
    ...[...household].map((key) => `${id} - ${key}`),
    ...[...persons].flatMap(([person, keys]) => [...keys].map((key) => `${id} ${person} ${key}`)),
  ]);
}

/** The households of such lines. */
export function householdsIn(grounds: readonly string[]): number[] {
  return [...new Set(grounds.map((ground) => Number(HOUSEHOLD.exec(ground)?.[0])))];
}
