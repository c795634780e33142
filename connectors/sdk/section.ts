/**
 * An agency's section of a person, as data: which records it shows, field by field, under which data class. The graph is
 * built of it in either shape, and so are the records that leave, so that all say the same.
 */
import type { RecordType } from '../../src/kernel/agency.ts';
import type { Day } from '../../src/kernel/day.ts';
import type { LocalTime } from '../../src/kernel/local-time.ts';
import type { Fen } from '../../src/kernel/money.ts';
import type { Month } from '../../src/kernel/month.ts';
import { ofLastMonths, withinMonths } from './months.ts';

/** The types a value can have, as the graph names them. */
interface ScalarValues {
  readonly String: string;
  readonly ID: string;
  readonly Int: number;
  readonly Float: number;
  readonly Boolean: boolean;
  readonly Date: Day;
  readonly DateTime: LocalTime;
  readonly Month: Month;
  readonly Money: Fen;
}

export type ScalarName = keyof ScalarValues;

/** A value of a shown record; the description begins with its Chinese label and names the record type. */
export interface ShownField<Value = unknown> {
  readonly type: ScalarName;
  readonly description: string;
  /** Only its type: what the record must hold under this name. */
  readonly value?: Value;
}

const shown =
  <Name extends ScalarName>(type: Name) =>
  (description: string): ShownField<ScalarValues[Name]> => ({ type, description });

/** Ways to show a value. */
export const show = {
  text: shown('String'),
  id: shown('ID'),
  count: shown('Int'),
  number: shown('Float'),
  yesNo: shown('Boolean'),
  day: shown('Date'),
  time: shown('DateTime'),
  month: shown('Month'),
  money: shown('Money'),
} as const;

/** One kind of record that a section shows: a type of the graph. */
export interface ShownRecord<T = unknown> {
  readonly type: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, ShownField>>;
  /** Only its type: the record that is shown. */
  readonly record?: T;
}

type FieldsOf<T> = { readonly [Key in keyof T]?: ShownField<NonNullable<T[Key]>> };

/** Says what is shown of a record. What is not named is not shown. */
export function shownRecord<T>(type: string, description: string, fields: FieldsOf<T>): ShownRecord<T> {
  return { type, description, fields: fields as Readonly<Record<string, ShownField>> };
}

/** All records of a list, or where the caller names months those within them. */
interface ListField<Records> {
  readonly kind: 'list';
  readonly of: ShownRecord;
  readonly description: string;
  /** What the `months` argument counts; null: there is none. */
  readonly window: 'days' | 'months' | null;
  read(records: Records, day: Day, months: number | null | undefined): readonly unknown[];
}

/** One record, or none. */
interface RecordField<Records> {
  readonly kind: 'record';
  readonly of: ShownRecord;
  readonly description: string;
  read(records: Records, day: Day): unknown;
}

interface ValueField<Records> {
  readonly kind: 'value';
  readonly type: ScalarName;
  readonly description: string;
  read(records: Records, day: Day): unknown;
}

/** A derived amount, with how well it is known. */
interface MoneyFactField<Records> {
  readonly kind: 'moneyFact';
  readonly sources: readonly RecordType[];
  readonly description: string;
  read(records: Records, day: Day): Fen | null;
}

export type SectionField<Records> =
  | ListField<Records>
  | RecordField<Records>
  | ValueField<Records>
  | MoneyFactField<Records>;

interface ListOptions<Records, T> {
  readonly description: string;
  readonly records: (records: Records) => readonly T[];
  /** The day of a record: `months` then counts back from the day that is read. */
  readonly dayOf?: (record: T) => Day;
  /** The month of a record: `months` then counts whole months. */
  readonly monthOf?: (record: T) => Month;
}

/** Shows a list of records. Of a profile that was stored before the agency joined the list is empty. */
export function list<Records, T>(
  of: ShownRecord<T>,
  { description, records, dayOf, monthOf }: ListOptions<Records, T>,
): ListField<Records> {
  const held = (from: Records): readonly T[] => records(from) ?? [];
  if (dayOf !== undefined)
    return {
      ...{ kind: 'list', of, description, window: 'days' },
      read: (from, day, months) => withinMonths(held(from), { day, months, dayOf }),
    };
  if (monthOf !== undefined)
    return {
      ...{ kind: 'list', of, description, window: 'months' },
      read: (from, day, months) => ofLastMonths(held(from), { day, months, monthOf }),
    };
  return { kind: 'list', of, description, window: null, read: held };
}

/** Shows one record, chosen for the day. */
export function record<Records, T>(
  of: ShownRecord<T>,
  description: string,
  read: (records: Records, day: Day) => T | null,
): RecordField<Records> {
  return { kind: 'record', of, description, read };
}

/** Shows a value that is derived for the day. */
export function value<Records, Name extends ScalarName>(
  type: Name,
  description: string,
  read: (records: Records, day: Day) => ScalarValues[Name] | null,
): ValueField<Records> {
  return { kind: 'value', type, description, read };
}

/** Shows an amount that is derived for the day and rests on some record types. */
export function moneyFact<Records>(
  sources: readonly RecordType[],
  description: string,
  read: (records: Records, day: Day) => Fen | null,
): MoneyFactField<Records> {
  return { kind: 'moneyFact', sources, description, read };
}

/** How much harm a value could do, from L1 to L4, as the national standard classes data. */
export type ProtectionLevel = 'L1' | 'L2' | 'L3' | 'L4';

export interface Section<Records = never> {
  /** The field of `Person`. */
  readonly field: string;
  /** The type of the graph. */
  readonly type: string;
  /** In Chinese. */
  readonly title: string;
  readonly description: string;
  /** What policies open, or do not. */
  readonly dataClass: { readonly name: string; readonly level: ProtectionLevel };
  readonly fields: Readonly<Record<string, SectionField<Records>>>;
}

/** Declares what an agency shows of a person; `Records` are the lists it shows them from. */
export function defineSection<Records>(section: Section<Records>): Section<Records> {
  return section;
}
