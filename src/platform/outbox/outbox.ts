/**
 * The outbox: what changed, written in the transaction of the change itself. Ids and scope keys, never a person's
 * values. Whatever is committed here is given a position and told; whatever is rolled back was never said.
 */
import type { ChangeKind, ChangeOperation, ChangeType, ScopeKey } from '../../kernel/change.ts';
import type { Queryable } from '../database/database.ts';

/** Told whenever a transaction that wrote to the outbox commits, by a trigger: writers cannot forget it. */
export const OUTBOX_CHANNEL = 'wanjia_outbox';

/** One change of one entity. */
export interface OutboxRow {
  readonly type: ChangeType;
  /** The entity's own id, as it stands in its table. */
  readonly id: string | number;
  readonly householdId: number | null;
  readonly operation: ChangeOperation;
  /** What happened, such as RAISED; null where the operation says it all. */
  readonly kind: ChangeKind | null;
  /** The entity's version after the change. */
  readonly version: number;
  /** Where it was reached before the change and after it; empty: it was not there. */
  readonly before: readonly ScopeKey[];
  readonly after: readonly ScopeKey[];
}

/** In the order of {@link appendSelected}'s columns. */
const COLUMNS = ['type', 'entity_id', 'household_id', 'operation', 'kind', 'version', 'scope_before', 'scope_after'];

/**
 * The statement that appends what `select` yields, for changes of many rows at once. Its columns, in this order:
 * type text, entity id text, household id bigint, operation text, kind text, version int, and the scope keys before
 * and after as text[]. Ordered, if the order within one transaction matters.
 */
export function appendSelected(select: string): string {
  return `INSERT INTO outbox (${COLUMNS.join(', ')}) ${select}`;
}

/** SQL for a list of scope keys out of columns that may be null. */
export function scopeKeys(...columns: readonly string[]): string {
  return `array_remove(ARRAY[${columns.join(', ')}]::text[], NULL)`;
}

/** Appends changes in the order given. */
export async function appendChanges(tx: Queryable, changes: readonly OutboxRow[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => [
    ...[change.type, change.id, change.householdId, change.operation, change.kind, change.version],
    ...[change.before, change.after],
  ]);
  await tx.copyInto('outbox', COLUMNS, rows);
}
