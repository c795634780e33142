import { passField, SECTIONS } from '../person/section-list.ts';

/**
 * The only coordinates whose value the view layer masks, or shows according to the person. Everything else is
 * either open or withheld for a caller altogether; a mask granted on another coordinate withholds it. The agencies'
 * sections are here because those of a child, or of someone who lives apart, may be closed; what stands in a section is
 * reached through it only. A pass lets an agency's own process show its section, and is decided like it.
 */
export const VIEWED: ReadonlyMap<string, string> = new Map([
  ['Person.id', 'subject-key'],
  ['Person.name', 'name'],
  ['Person.residentId', 'resident-id'],
  ['Person.phone', 'phone'],
  ['Person.birthDate', 'birth-date'],
  ['Household.address', 'address'],
  ...SECTIONS.flatMap((section): [string, string][] => [
    [`Person.${section.name}`, section.access],
    [`Person.${passField(section)}`, section.access],
  ]),
  ['Person.age', 'age'],
  ['Household.outOfPocket12Months', 'health-insurance'],
]);

/** Sums over persons: what is held back of them is noted apart from what is held back of a person. */
export const SUMS: ReadonlySet<string> = new Set(['Household.outOfPocket12Months']);

/** What such a value would tell where the caller chooses the day it is computed for. */
export const TELLS: ReadonlyMap<string, string> = new Map([['Person.age', 'birth-date']]);
