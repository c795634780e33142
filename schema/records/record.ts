/** Records as one request sees them. */
import type { ChangeType } from '../../src/kernel/change.ts';
import type { RecordLines } from '../../src/modules/exports/index.ts';
import type { ProfileOnDay } from '../../src/modules/household/index.ts';
import type { JsonText } from './json-text.ts';
import type { ProfileRecordType } from './record-fields.ts';

/** An entity as the caller may see it now. */
export interface ShownRecord {
  readonly id: string;
  readonly record: JsonText;
}

export interface RecordSight {
  /** Whether the caller may follow changes of a type at all. */
  mayFollow(type: ChangeType): boolean;
  /** The records of those of the entities that the caller reaches, by the entities' own ids. */
  project(type: ChangeType, ids: readonly string[]): Promise<ReadonlyMap<string, ShownRecord>>;
  /** The records of profiles that were read already: of the households, or of the persons they tell. */
  write(
    types: readonly ProfileRecordType[],
    profiles: readonly ProfileOnDay[],
  ): Promise<readonly (RecordLines & { readonly type: ProfileRecordType })[]>;
  /** The persons whose records these households tell, by their own ids. */
  personsOf(households: readonly string[]): Promise<ReadonlyMap<string, ShownRecord>>;
  /** The id under which the caller knows an entity it does not reach any more; null: it never knew one. */
  publicId(type: ChangeType, id: string): string | null;
}
