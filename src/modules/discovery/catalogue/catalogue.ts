/**
 * The fact catalogue: everything a rule's expression may ask. What is not here cannot be asked, in SQL or in process.
 */
import type { CalendarFact, HouseholdFact, MemberFact, PersonList } from './fact.ts';
import { CALENDAR_FACTS, HOUSEHOLD_FACTS, PERSON_LISTS } from './household-facts.ts';
import { MEMBER_FACTS } from './member-facts.ts';

export interface Catalogue {
  readonly member: ReadonlyMap<string, MemberFact>;
  readonly household: ReadonlyMap<string, HouseholdFact>;
  readonly lists: ReadonlyMap<string, PersonList>;
  readonly calendar: ReadonlyMap<string, CalendarFact>;
}

function byName<F extends { readonly name: string }>(facts: readonly F[]): ReadonlyMap<string, F> {
  return new Map(facts.map((fact) => [fact.name, fact]));
}

export const CATALOGUE: Catalogue = {
  member: byName(MEMBER_FACTS),
  household: byName(HOUSEHOLD_FACTS),
  lists: byName(PERSON_LISTS),
  calendar: byName(CALENDAR_FACTS),
};
