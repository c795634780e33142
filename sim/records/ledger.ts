import type { RecordType } from '../../src/kernel/agency.ts';
import type { DayNumber } from '../calendar/day-number.ts';
import { wallTime } from '../calendar/wall-time.ts';
import { fieldsOf, type RecordValues } from './record-layout.ts';
import type { RecordVersion } from './record-version.ts';

/** A second of a day. */
interface Moment {
  readonly day: DayNumber;
  readonly second: number;
}

interface Latest extends Moment {
  readonly held: boolean;
}

/** Everything one household's agencies ever wrote about it, in the order it was written. */
export class Ledger {
  readonly #versions: RecordVersion[] = [];
  readonly #latest = new Map<string, Latest>();

  get versions(): readonly RecordVersion[] {
    return this.#versions;
  }

  /** Writes a record's new state, last changed at a second of a day. */
  write<T extends RecordType>(type: T, key: string, at: Moment, values: RecordValues<T>): void {
    const byName = values as Readonly<Record<string, string | undefined>>;
    this.#append(
      type,
      key,
      at,
      fieldsOf(type).map(({ name }) => byName[name] ?? ''),
    );
  }

  /** The newest version of every record of a type that the agency holds. */
  held(type: RecordType): readonly RecordVersion[] {
    const newest = new Map<string, RecordVersion>();
    for (const version of this.#versions) if (version.recordType === type) newest.set(version.sourceKey, version);
    return [...newest.values()].filter(({ cells }) => cells !== null);
  }

  /** The agency deletes a record, if it holds it. */
  erase(type: RecordType, key: string, at: Moment): void {
    if (this.#latest.get(type + key)?.held === true) this.#append(type, key, at, null);
  }

  /** A record's later state is always later in time, so that the last one wins for whoever compares times. */
  #append(recordType: RecordType, sourceKey: string, at: Moment, cells: readonly string[] | null): void {
    const id = recordType + sourceKey;
    const before = this.#latest.get(id);
    const { day, second } =
      before === undefined || isAfter(at, before) ? at : { day: before.day, second: before.second + 1 };
    this.#latest.set(id, { day, second, held: cells !== null });
    this.#versions.push({ recordType, sourceKey, updatedAt: wallTime(day, second), cells });
  }
}

function isAfter(a: Moment, b: Moment): boolean {
  return a.day > b.day || (a.day === b.day && a.second > b.second);
}
