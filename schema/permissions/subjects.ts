/** Whom an answer is about: noted where a profile becomes a view, not field by field. */
import type { ProfileOnDay } from '../../src/modules/household/index.ts';

export interface Subjects {
  /** A household was shown with everyone it lists. */
  sawProfile(profile: ProfileOnDay): void;
  /** Something of a household was shown, not who lives in it. */
  sawHousehold(id: number): void;
  sawPerson(id: number): void;
  persons(): readonly number[];
  households(): readonly number[];
}

export function createSubjects(): Subjects {
  const persons = new Set<number>();
  const households = new Set<number>();
  return {
    sawProfile({ id, document }) {
      // Not the profile: an answer about very many would hold them all.
      households.add(id);
      for (const { person } of document.members) persons.add(person.id);
    },
    sawHousehold: (id) => void households.add(id),
    sawPerson: (id) => void persons.add(id),
    persons: () => [...persons],
    households: () => [...households],
  };
}
