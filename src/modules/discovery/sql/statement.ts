import type { Day } from '../../../kernel/day.ts';
import type { FeedCheck, SqlScope, ValueType } from '../catalogue/fact.ts';
import { Money } from '../expression/money.ts';

const SQL_TYPE: Readonly<Record<ValueType, string>> = {
  bool: 'boolean',
  int: 'bigint',
  double: 'numeric',
  string: 'text',
  Money: 'numeric',
};

/** A value of nothing, of the type an expression expects. */
export function unknownOf(type: ValueType): string {
  return `NULL::${SQL_TYPE[type]}`;
}

/** Value of a parameter in force; undefined where none is. */
export type ParameterValue = Money | bigint | number | undefined;

/** A fact as it was asked of stored rows. */
export interface AskedFact {
  readonly text: string;
  /** The dates that stored dates are compared with. */
  readonly dates: readonly Day[];
  /** Days are counted from a stored date to no known end: every day may make a difference. */
  readonly everyDay: boolean;
}

/** How a fact of days counted from a date is used: the dates that its bound comes to; null: no bound is known. */
export type Counting = { readonly dates: readonly Day[] | null };

/** One SQL statement under construction: the day, the feeds, and the values of its placeholders. */
export class Statement implements SqlScope {
  readonly on: Day;
  readonly isCurrent: FeedCheck;
  readonly values: unknown[] = [];
  private readonly places = new Map<string, string>();
  private readonly dates = new Map<string, Day>();
  private readonly notes = new Map<string, { readonly dates: Set<Day>; everyDay: boolean }>();
  private aliases = 0;

  constructor(on: Day, isCurrent: FeedCheck) {
    this.on = on;
    this.isCurrent = isCurrent;
  }

  get day(): string {
    return this.parameter(this.on, 'date');
  }

  /** What was asked of stored rows, each with the dates it compares with. */
  get asked(): readonly AskedFact[] {
    return [...this.notes].map(([text, { dates, everyDay }]) => ({
      text,
      dates: [...dates, ...(text.match(/\$\d+/g) ?? []).flatMap((place) => this.dates.get(place) ?? [])],
      everyDay,
    }));
  }

  /** Remembers that a stored row was asked this; `counting`, where it counts days from a date. */
  note(text: string, counting: Counting = { dates: [] }): void {
    const held = this.notes.get(text) ?? { dates: new Set<Day>(), everyDay: false };
    for (const date of counting.dates ?? []) held.dates.add(date);
    held.everyDay ||= counting.dates === null;
    this.notes.set(text, held);
  }

  parameter(value: unknown, type: string): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const held = this.places.get(key);
    if (held !== undefined) return held;
    const place = `$${this.values.push(value)}`;
    if (type === 'date') this.dates.set(place, value as Day);
    this.places.set(key, `${place}::${type}`);
    return `${place}::${type}`;
  }

  /** A parameter of the packs, in fen where it is an amount. */
  constant(value: ParameterValue, type: ValueType): string {
    if (value === undefined) return unknownOf(type);
    const text = value instanceof Money ? `${value.units}e-${value.scale}` : String(value);
    return this.parameter(text, SQL_TYPE[type]);
  }

  /** A name for another reading of member_fact. */
  alias(): string {
    this.aliases += 1;
    return `m${this.aliases}`;
  }

  /** Rows of a fact table that hold on the day. */
  holds(row: string): string {
    return `${row}.valid_from <= ${this.day} AND ${row}.valid_to > ${this.day}`;
  }
}
