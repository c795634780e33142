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
  const profiles: ProfileOnDay[] = [];
  const persons = new Set<number>();
  const households = new Set<number>();
  return {
    sawProfile: (profile) => void profiles.push(profile),
    sawHousehold: (id) => void households.add(id),
    sawPerson: (id) => void persons.add(id),
    persons: () => {
      for (const { document } of profiles) for (const { person } of document.members) persons.add(person.id);
      return [...persons];
    },
    households: () => {
      for (const { id } of profiles) households.add(id);
      return [...households];
    },
  };
}
