import { HOUSEHOLDS_PER_BIRTH_YEAR } from '../numbers/birth-slot.ts';
import type { RecordVersion } from '../records/record-version.ts';
import { type CityOptions, type CitySettings, citySettings } from './city-settings.ts';
import { Household } from './household.ts';
import { householdSize } from './household-size.ts';

/** What agencies changed of one household. */
export interface HouseholdChanges {
  readonly household: Household;
  readonly changes: readonly RecordVersion[];
}

/** A synthetic district: a function of its seed, its size and the day. Holds no people in memory. */
export interface City {
  readonly settings: CitySettings;
  readonly startDay: string;
  readonly householdCount: number;
  /** Its households in their fixed order, made one by one. */
  households(): Iterable<Household>;
  /** The households for which an agency changed something after `dayA` until the end of `dayB`. */
  changesBetween(dayA: string, dayB: string): Iterable<HouseholdChanges>;
}

/** `people` is the number on the community roll when life begins, some 14 months before `startDay`. */
export function createCity(options: CityOptions): City {
  const shape = citySettings(options, 1);
  const householdCount = countHouseholds(shape);
  const settings = citySettings(options, Math.ceil(householdCount / HOUSEHOLDS_PER_BIRTH_YEAR));

  function* households(): Iterable<Household> {
    let left = settings.people;
    for (let number = 0; number < householdCount; number += 1) {
      const size = Math.min(householdSize(settings.seed, number), left);
      left -= size;
      yield new Household(settings, number, size);
    }
  }

  function* changesBetween(dayA: string, dayB: string): Iterable<HouseholdChanges> {
    for (const household of households()) {
      const changes = household.changesBetween(dayA, dayB);
      if (changes.length > 0) yield { household, changes };
    }
  }

  return { settings, startDay: options.startDay, householdCount, households, changesBetween };
}

function countHouseholds(settings: CitySettings): number {
  let people = 0;
  let household = 0;
  while (people < settings.people) {
    people += householdSize(settings.seed, household);
    household += 1;
  }
  return household;
}
