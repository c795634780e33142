/** What an agency's records say of a person: per record type a list, as the profile and the agency's section hold it. */
import type { Day } from '../../src/kernel/day.ts';
import type { LocalTime } from '../../src/kernel/local-time.ts';
import { snakeCase } from './record-columns.ts';
import type { RecordContract, RecordOf } from './record-contract.ts';

/** Where a record comes from: its key at the agency, the agency's own time of change, and the hub's batch. */
export interface Source {
  readonly key: string;
  readonly at: LocalTime;
  readonly batch: number;
  /** A newer version of this record could not be read and waits in quarantine. */
  readonly newerUnread?: true;
}

/** A record as a person's list holds it. */
export interface Sourced {
  readonly source: Source;
}

/** Of two versions the later one; of the same moment the one with the greater key. */
export function isNewer(a: Source, b: Source): boolean {
  return a.at === b.at ? a.key > b.key : a.at > b.at;
}

/** What a record can say of who the person is. */
export interface NamingColumns {
  readonly name?: string;
  readonly sex?: string;
  readonly birthDate?: string;
  readonly phone?: string;
}

/** A row as the database driver gives it, column by column: text, number, boolean or null. */
export type Cells = readonly unknown[];

/** One record type's list. */
export interface PersonList<T extends Sourced = Sourced> {
  readonly recordType: RecordContract['recordType'];
  /** The columns that `read` is given, in its order. */
  readonly columns: readonly string[];
  /** The columns that say who the person is. */
  readonly naming: NamingColumns;
  read(cells: Cells, source: Source): T;
  /** What a person's list holds of all that was read, in the order that is part of what it says. */
  arrange?(records: readonly T[]): readonly T[];
}

type FieldName<C> = keyof RecordOf<C> & string;

/** The values of some fields, in their order. */
type ValuesOf<C, Names extends readonly FieldName<C>[]> = { readonly [At in keyof Names]: RecordOf<C>[Names[At]] };

interface ListDefinition<C, Names extends readonly FieldName<C>[], T extends Sourced> {
  readonly fields: Names;
  readonly naming: { readonly [Key in keyof NamingColumns]: FieldName<C> };
  read(values: ValuesOf<C, Names>, source: Source): T;
  arrange?(records: readonly T[]): readonly T[];
}

/** Makes the list of a record type; field names are those of its contract. */
export function personList<C extends RecordContract, const Names extends readonly FieldName<C>[], T extends Sourced>(
  contract: C,
  { fields, naming, read, arrange }: ListDefinition<C, Names, T>,
): PersonList<T> {
  return {
    recordType: contract.recordType,
    columns: fields.map(snakeCase),
    naming: Object.fromEntries(Object.entries(naming).map(([key, field]) => [key, snakeCase(field)])),
    // Columns are typed by the contract; the driver gives what the schema says.
    read: read as unknown as PersonList<T>['read'],
    ...(arrange && { arrange }),
  };
}

export type PersonLists = Readonly<Record<string, PersonList>>;

/** A person's records, as some lists hold them. */
export type RecordsOf<Lists> = {
  readonly [Name in keyof Lists]: Lists[Name] extends PersonList<infer T> ? readonly T[] : never;
};

/** A day, and what was known by it. */
export type OnDay<Records> = { readonly records: Records; readonly day: Day };
