/** The change feed as an iteration: everything once, in order, from a cursor on. */
import type { AccessReport } from './access-report.ts';
import {
  type AlertRecordFragment,
  type CaseRecordFragment,
  ChangesDocument,
  type ChangeType,
  type ConsentRecordFragment,
  type HouseholdRecordFragment,
  type PersonRecordFragment,
  type ReferralRecordFragment,
  type RuleRecordFragment,
} from './generated/operations.ts';
import { HubError } from './hub-error.ts';
import { pause } from './patience.ts';
import type { Transport } from './transport.ts';

/** What a record of each type holds. A field the caller may not read is null, and named in the page's `access`. */
export interface ChangeRecords {
  readonly HOUSEHOLD: HouseholdRecordFragment;
  readonly PERSON: PersonRecordFragment;
  readonly ALERT: AlertRecordFragment;
  readonly CASE: CaseRecordFragment;
  readonly SERVICE: ReferralRecordFragment;
  readonly RULE: RuleRecordFragment;
  readonly CONSENT: ConsentRecordFragment;
}

interface ChangePlace {
  /** Where the feed goes on after this change. */
  readonly cursor: string;
  /** As the caller knows it; null: it never knew it, there is nothing to do. */
  readonly id: string | null;
  readonly version: number;
  readonly changedAt: string;
}

type ChangeOf<T extends ChangeType> = ChangePlace & { readonly type: T } & (
    | { readonly operation: 'UPSERT'; readonly record: ChangeRecords[T] }
    | { readonly operation: 'DELETE' | 'REVOKED'; readonly record: null }
  );

/** One change: hold the record in place of any other of its type and id, or remove it. */
export type Change<T extends ChangeType = ChangeType> = { [K in T]: ChangeOf<K> }[T];

export interface ChangePage<T extends ChangeType = ChangeType> {
  readonly changes: readonly Change<T>[];
  /** Store it together with what the page changed; null: nothing has happened yet. */
  readonly cursor: string | null;
  readonly hasNextPage: boolean;
  readonly access: AccessReport;
}

export interface FeedOptions<T extends ChangeType = ChangeType> {
  /** Goes on behind it; absent: the present state of everything once, then its changes. */
  readonly after?: string | null | undefined;
  readonly types?: readonly T[] | undefined;
  /** Changes a page; 1,000 unless said. */
  readonly pageSize?: number | undefined;
  /** Leaves out what a later change of the same entity has overtaken. */
  readonly latest?: boolean | undefined;
  /** Goes on waiting for changes, asking again after so long; absent: ends where the feed ends. */
  readonly pollMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ChangeIteration<T extends ChangeType = ChangeType> extends FeedOptions<T> {
  /** Told the cursor behind everything the iteration was asked beyond: what came before it has been worked on. */
  readonly checkpoint?: ((cursor: string) => void | Promise<void>) | undefined;
}

async function readPage<T extends ChangeType>(
  ask: Transport,
  after: string | null,
  { types, pageSize = 1_000, latest, signal }: FeedOptions<T>,
): Promise<ChangePage<T>> {
  const variables = { after, types: types ?? null, first: pageSize, latest: latest ?? null };
  const { data, access } = await ask({ query: ChangesDocument.toString(), variables, options: { signal } });
  const { changes } = data as { readonly changes: null | { edges: Change<T>[]; pageInfo: PageInfo } };
  if (changes === null) throw new HubError({ code: 'FORBIDDEN', message: 'the hub tells this caller no changes' });
  const { hasNextPage, endCursor } = changes.pageInfo;
  return { changes: changes.edges, cursor: endCursor ?? after, hasNextPage, access };
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** The feed page by page, for whoever writes a page and its cursor in one transaction. */
export async function* changePages<T extends ChangeType>(
  ask: Transport,
  options: FeedOptions<T>,
): AsyncGenerator<ChangePage<T>, void, void> {
  for (let after = options.after ?? null; ; ) {
    const page = await readPage(ask, after, options);
    after = page.cursor;
    yield page;
    if (page.hasNextPage) continue;
    if (options.pollMs === undefined) return;
    await pause(options.pollMs, options.signal);
  }
}

/** The feed change by change. */
export async function* changes<T extends ChangeType>(
  ask: Transport,
  { checkpoint, ...options }: ChangeIteration<T>,
): AsyncGenerator<Change<T>, void, void> {
  let told = options.after ?? null;
  for await (const page of changePages(ask, options)) {
    yield* page.changes;
    if (page.cursor !== null && page.cursor !== told) await checkpoint?.(page.cursor);
    told = page.cursor;
  }
}
