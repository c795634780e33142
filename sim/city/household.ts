import { dayNumber, dayText } from '../calendar/day-number.ts';
import { Life } from '../life/life.ts';
import { beginLife, liveUntil } from '../life/live.ts';
import { drawDwellingPlace } from '../places/dwelling-place.ts';
import { mix } from '../random/hash.ts';
import { Random } from '../random/random.ts';
import type { RecordVersion } from '../records/record-version.ts';
import type { CitySettings } from './city-settings.ts';
import { planDwelling } from './dwelling-plan.ts';
import { settle } from './people.ts';

const SETTLING_STREAM = 4;

/** One dwelling household of the city. It is made and lived through when asked, and holds nothing before. */
export class Household {
  readonly number: number;
  readonly #settings: CitySettings;
  readonly #size: number;

  constructor(settings: CitySettings, number: number, size: number) {
    this.#settings = settings;
    this.number = number;
    this.#size = size;
  }

  /** Lives from the beginning to the end of a day (`YYYY-MM-DD`) and returns who and what there is then. */
  liveTo(day: string): Life {
    const random = new Random(mix(this.#settings.seed, this.number, SETTLING_STREAM));
    const life = new Life(this.#settings, this.number, drawDwellingPlace(random));
    life.members = settle(this.#settings, this.number, planDwelling(random, this.#size), random);
    beginLife(life);
    liveUntil(life, dayNumber(day));
    return life;
  }

  /** Every record the agencies hold of this household at the end of a day. */
  recordsAt(day: string): RecordVersion[] {
    const held = lastVersions(this.liveTo(day).ledger.versions, day);
    return [...held.values()].filter((version) => version.cells !== null);
  }

  /** What the agencies changed after one day until the end of another: newest version of each record. */
  changesBetween(dayA: string, dayB: string): RecordVersion[] {
    const { versions } = this.liveTo(dayB).ledger;
    const heldBefore = lastVersions(versions, dayA);
    const after = [...lastVersions(versions, dayB)];
    return after
      .filter(([id, version]) => heldBefore.get(id) !== version && !(version.cells === null && !heldBefore.has(id)))
      .map(([, version]) => version);
  }
}

function lastVersions(versions: readonly RecordVersion[], day: string): Map<string, RecordVersion> {
  const end = `${dayText(dayNumber(day) + 1)} `;
  const last = new Map<string, RecordVersion>();
  for (const version of versions) {
    if (version.updatedAt < end) last.set(version.recordType + version.sourceKey, version);
  }
  return last;
}
