/** How the agencies' lists of a person are read from their tables. */
import { PERSON_LISTS } from '../../../connectors/index.ts';
import type { Cells, PersonList } from '../../../connectors/sdk/index.ts';
import type { PersonRecords, Source } from './document.ts';

export type { Cells };

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A person's records while they are gathered. */
export type GatheredRecords = Mutable<PersonRecords>;

/** One record type's part in the profile: its list, and the name under which a person holds it. */
export interface RecordQuery extends PersonList {
  readonly into: keyof PersonRecords;
}

/** What is read of a record `r` beside its source, in SQL. */
export function recordColumns({ columns }: RecordQuery): string {
  return columns.map((column) => `r.${column}`).join(', ');
}

/** Where a record `r` comes from, in SQL. */
export const SOURCE_COLUMNS = 'r.source_key, r.updated_at, r.batch_id, r.newer_quarantined';
export const SOURCE_WIDTH = 4;

export function sourceOf(cells: Cells, at = 0): Source {
  const [key, time, batch, newerUnread] = cells.slice(at, at + SOURCE_WIDTH) as [string, Source['at'], number, boolean];
  return newerUnread ? { key, at: time, batch, newerUnread } : { key, at: time, batch };
}

const NAMES = Object.keys(PERSON_LISTS) as (keyof PersonRecords)[];

export const RECORD_QUERIES: readonly RecordQuery[] = NAMES.map((into) => ({
  ...(PERSON_LISTS[into] as PersonList),
  into,
}));

export function noRecords(): GatheredRecords {
  return Object.fromEntries(NAMES.map((name) => [name, []])) as unknown as GatheredRecords;
}
