/** A change as it stands in the feed. */
import type { ChangeKind, ChangeOperation, ChangeType, ScopeKey } from '../../kernel/change.ts';

export interface Change {
  /** Its place in the feed: gap-free, in the order in which changes became visible. */
  readonly position: number;
  readonly type: ChangeType;
  /** The entity's own id, as it stands in its table. */
  readonly entityId: string;
  readonly householdId: number | null;
  readonly operation: ChangeOperation;
  readonly kind: ChangeKind | null;
  readonly version: number;
  readonly changedAt: Date;
  /** Where it was reached before the change, and after it. */
  readonly scopeBefore: readonly ScopeKey[];
  readonly scopeAfter: readonly ScopeKey[];
}

/** What is read of the feed. */
export interface ChangeQuery {
  /** The position after which to read; 0: from the beginning. */
  readonly after: number;
  /** Of these types; null: of every type. */
  readonly types: readonly ChangeType[] | null;
  /** Changes that touch one of these keys, and those of entities without any; null: all. See {@link scopePatterns}. */
  readonly patterns: readonly string[] | null;
  readonly limit: number;
  /** Leaves out what a later change of the same entity has overtaken. */
  readonly newestOnly?: boolean;
}

export interface ChangeSpan {
  readonly changes: readonly Change[];
  /** Everything up to here has been looked at: where to go on. */
  readonly upTo: number;
  readonly feed: FeedState;
}

/** Which feed this is and what of it is kept, at the moment of reading. */
export interface FeedState {
  /** Names this hub's feed. */
  readonly name: string;
  /** The newest position. */
  readonly head: number;
  /** Every change after this position is kept; up to it only each entity's newest, and no tombstone. */
  readonly keptAfter: number;
}

/** Patterns of the scope keys a caller reaches: its divisions by prefix, its organisation as a whole. */
export function scopePatterns(caller: {
  readonly divisions: readonly ScopeKey[];
  readonly organisation: string;
}): readonly string[] {
  const divisions = caller.divisions.filter((division) => /^\d+$/.test(division)).map((division) => `${division}%`);
  return [...divisions, `org:${caller.organisation.replaceAll(/[\\%_]/g, '\\$&')}`];
}
