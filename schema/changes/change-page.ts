/** What a caller is told of changes: the entity as it may see it now, that it is gone, or that it may see it no longer. */
import { CHANGE_TYPES, type ChangeType } from '../../src/kernel/change.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { type Change, scopePatterns, type ToldOperation } from '../../src/modules/delivery/index.ts';
import { PAGE_LIMIT } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import type { JsonText } from '../records/json-text.ts';
import type { ShownRecord } from '../records/record.ts';

/** A change as one caller is told it. */
export interface ToldChange {
  readonly change: Change;
  readonly operation: ToldOperation;
  readonly id: string | null;
  readonly record: JsonText | null;
}

interface Known {
  readonly shown: ReadonlyMap<string, ShownRecord>;
  readonly gone: ReadonlySet<string>;
}

const NOTHING_SHOWN: Known = { shown: new Map(), gone: new Set() };

async function knownOf(type: ChangeType, changes: readonly Change[], context: RequestContext): Promise<Known> {
  const ids = [...new Set(changes.flatMap((change) => (change.type === type ? change.entityId : [])))];
  if (ids.length === 0) return NOTHING_SHOWN;
  const shown = await context.records.project(type, ids);
  const unseen = ids.filter((id) => !shown.has(id));
  return { shown, gone: unseen.length === 0 ? new Set() : await context.graph.changes.gone(type, unseen) };
}

function tell(change: Change, { shown, gone }: Known, context: RequestContext): ToldChange {
  const { type, entityId } = change;
  const seen = shown.get(entityId);
  if (seen !== undefined) return { change, operation: 'UPSERT', ...seen };
  const operation = gone.has(entityId) ? 'DELETE' : 'REVOKED';
  return { change, operation, id: context.records.publicId(type, entityId), record: null };
}

/** Tells changes in their order; each type is read once, however many of them there are. */
export async function tellChanges(changes: readonly Change[], context: RequestContext): Promise<readonly ToldChange[]> {
  const known = new Map<ChangeType, Known>();
  // One after the other: the types share what was read of their households.
  for (const type of CHANGE_TYPES) known.set(type, await knownOf(type, changes, context));
  return changes.map((change) => tell(change, known.get(change.type) ?? NOTHING_SHOWN, context));
}

export interface ChangesAsked {
  readonly after: string | null;
  readonly types: readonly ChangeType[] | null;
  readonly first: number;
  readonly newestOnly: boolean;
}

export interface ChangePage {
  readonly edges: readonly (ToldChange & { readonly cursor: string })[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Types the caller may follow, of those it asks for. */
export function typesFollowed(asked: readonly ChangeType[] | null, context: RequestContext): readonly ChangeType[] {
  const types = (asked ?? CHANGE_TYPES).filter((type) => context.records.mayFollow(type));
  if (types.length === 0) throw new WanjiaError('FORBIDDEN', { what: 'changes of these types' });
  return types;
}

/** One page of the feed. */
export async function readChanges(asked: ChangesAsked, context: RequestContext): Promise<ChangePage> {
  const { after, first, newestOnly } = asked;
  if (first < 1) throw new WanjiaError('BAD_USER_INPUT', { input: 'first', expected: 'a whole number from 1' });
  const { caller, graph } = context;
  const page = await graph.changes.read({
    organisation: caller.organisation,
    cursor: after,
    types: typesFollowed(asked.types, context),
    patterns: scopePatterns(caller),
    limit: Math.min(first, PAGE_LIMIT),
    newestOnly,
  });
  const told = await tellChanges(page.changes, context);
  const edges = told.map((one) => ({ ...one, cursor: page.cursorOf(one.change) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: page.endCursor,
    },
  };
}
