import type { RecordType } from '../../src/kernel/agency.ts';
import { ageOn, type DayNumber } from '../calendar/day-number.ts';
import type { Assistance } from '../circumstances/assistance.ts';
import type { Member } from '../circumstances/member.ts';
import type { CitySettings } from '../city/city-settings.ts';
import { birthTurnOf } from '../numbers/birth-slot.ts';
import type { DwellingPlace } from '../places/dwelling-place.ts';
import { mix } from '../random/hash.ts';
import { Random } from '../random/random.ts';
import { Ledger } from '../records/ledger.ts';
import { fieldsOf, type RecordValues } from '../records/record-layout.ts';

/** Keeps apart the random numbers that steer life from those that only date its records. */
const STREAM = { day: 2, writing: 3 } as const;

/** One household living through its days: its people, where it lives, what is planned, what agencies wrote. */
export class Life {
  readonly settings: CitySettings;
  readonly household: number;
  readonly ledger = new Ledger();
  members: Member[] = [];
  place: DwellingPlace;
  /** Counts moves to another street: each gives the household new roll records. */
  rollGeneration = 0;
  assistance: Assistance | null = null;
  today: DayNumber;
  /** Which day of the birth cycle is this household's. */
  readonly birthTurn: number;
  readonly #agenda = new Map<DayNumber, (() => void)[]>();
  #random: Random | null = null;
  #written = 0;

  constructor(settings: CitySettings, household: number, place: DwellingPlace) {
    this.settings = settings;
    this.household = household;
    this.place = place;
    this.today = settings.originDay;
    this.birthTurn = birthTurnOf(household);
  }

  /** Random numbers of this household on this day. */
  get random(): Random {
    this.#random ??= new Random(mix(this.settings.seed, this.household, this.today, STREAM.day));
    return this.#random;
  }

  /** Steps to the next day and does what was planned for it. */
  wake(): void {
    this.today += 1;
    this.#random = null;
    const due = this.#agenda.get(this.today);
    if (due === undefined) return;
    this.#agenda.delete(this.today);
    for (const action of due) action();
  }

  /** Plans something for a later day. */
  plan(day: DayNumber, action: () => void): void {
    const at = Math.max(day, this.today + 1);
    const planned = this.#agenda.get(at);
    if (planned === undefined) this.#agenda.set(at, [action]);
    else planned.push(action);
  }

  living(): Member[] {
    return this.members.filter(isAlive);
  }

  ageOf(member: Member): number {
    return ageOn(member.birth, this.today);
  }

  /**
   * An agency writes a record, today unless another day is given. Only on the day life begins may it be an earlier
   * one: later, what was already delivered does not change behind the reader's back.
   */
  write<T extends RecordType>(type: T, key: string, values: RecordValues<T>, day: DayNumber = this.today): void {
    const at = this.today === this.settings.originDay ? day : Math.max(day, this.today);
    this.ledger.write(type, key, { day: at, second: this.#secondOf(at) }, values);
  }

  /** An agency changes a part of a record that it holds. */
  amend<T extends RecordType>(
    type: T,
    key: string,
    change: (values: RecordValues<T>) => Partial<RecordValues<T>>,
  ): void {
    const cells = this.ledger.held(type).find(({ sourceKey }) => sourceKey === key)?.cells;
    if (cells == null) return;
    const values = Object.fromEntries(fieldsOf(type).map(({ name }, place) => [name, cells[place] ?? '']));
    this.write(type, key, { ...values, ...change(values as RecordValues<T>) } as RecordValues<T>);
  }

  erase(type: RecordType, key: string): void {
    this.ledger.erase(type, key, { day: this.today, second: this.#secondOf(this.today) });
  }

  #secondOf(day: DayNumber): number {
    this.#written += 1;
    return mix(this.household, day, this.#written, STREAM.writing) % 85_000;
  }
}

export function isAlive(member: Member): boolean {
  return member.diedOn === null;
}
