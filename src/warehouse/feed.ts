/** Brings the copy up to the end of the feed, page by page: rows and cursor in one transaction. */
import type { Change, ChangeType, HubClient } from '../../packages/client/src/index.ts';
import type { Column, Row } from './column.ts';
import type { RecordColumns } from './record-columns.ts';
import { TABLES } from './table.ts';
import type { Target } from './target.ts';

export interface Applied {
  changes: number;
  held: number;
  removed: number;
}

interface Outcome {
  readonly held: Row[];
  readonly removed: string[];
}

/** What a page comes to: of several changes of an entity the last, which all carry the record of now. */
function outcomes(changes: readonly Change[]): ReadonlyMap<ChangeType, Outcome> {
  const last = new Map<string, Change>();
  for (const change of changes) if (change.id !== null) last.set(`${change.type} ${change.id}`, change);
  const byType = new Map<ChangeType, Outcome>();
  for (const { type, id, operation, record } of last.values()) {
    const outcome = byType.get(type) ?? { held: [], removed: [] };
    byType.set(type, outcome);
    if (operation === 'UPSERT') outcome.held.push({ ...(record as Row), id });
    else outcome.removed.push(id ?? '');
  }
  return byType;
}

async function applyPage(
  target: Target,
  page: { readonly changes: readonly Change[]; readonly cursor: string },
  columnsOf: RecordColumns,
): Promise<Applied> {
  const applied = { changes: page.changes.length, held: 0, removed: 0 };
  const byType = outcomes(page.changes);
  const columns = new Map<ChangeType, readonly Column[]>();
  for (const [type, { held }] of byType) {
    columns.set(type, await columnsOf(type, held));
    await target.widen(TABLES[type].name, columns.get(type) ?? []);
  }
  await target.transaction(async () => {
    for (const [type, { held, removed }] of byType) {
      const { name } = TABLES[type];
      await target.remove(name, [...removed, ...held.map(({ id }) => String(id))]);
      await target.insert(name, columns.get(type) ?? [], held);
      applied.held += held.length;
      applied.removed += removed.length;
    }
    await target.remember({ cursor: page.cursor });
  });
  return applied;
}

export interface Following {
  readonly client: HubClient;
  readonly target: Target;
  readonly columnsOf: RecordColumns;
  readonly pageSize?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Applies everything behind the cursor that is there now. Throws the hub's CURSOR_EXPIRED where it is too old. */
export async function followFeed(
  { client, target, columnsOf, pageSize, signal }: Following,
  after: string,
): Promise<Applied> {
  const applied = { changes: 0, held: 0, removed: 0 };
  for await (const { changes, cursor } of client.changePages({ after, latest: true, pageSize, signal })) {
    if (cursor === null || cursor === after) continue;
    const page = await applyPage(target, { changes, cursor }, columnsOf);
    applied.changes += page.changes;
    applied.held += page.held;
    applied.removed += page.removed;
  }
  return applied;
}
