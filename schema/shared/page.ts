/** A page of rows that a module listed, as a connection. */
import { WanjiaError } from '../../src/kernel/errors.ts';
import { DEFAULT_PAGE, PAGE_LIMIT } from '../builder.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** What a caller asks of a list that is read forwards, in the order of ids. */
export function pageAsked({ first, after, last, before }: PageArgs): { first: number; after: number | null } {
  if (last != null || before != null)
    throw new WanjiaError('BAD_USER_INPUT', { input: 'last, before', expected: 'first and after' });
  return { first: pageSize(first), after: decodeCursor(after) };
}

/** How many rows a page holds. */
export function pageSize(first: number | null | undefined): number {
  const size = Math.min(first ?? DEFAULT_PAGE, PAGE_LIMIT);
  if (size < 0) throw new WanjiaError('BAD_USER_INPUT', { input: 'first', expected: 'a whole number from 0' });
  return size;
}

interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

/** The connection of a page; `totalCount` is asked for by {@link countedConnection}. */
export function pageOf<Row extends { readonly id: number }>(
  { rows, hasNextPage, totalCount }: Listed<Row>,
  after: number | null,
) {
  const edges = rows.map((node) => ({ cursor: encodeCursor(node.id), node }));
  return {
    totalCount: (): number => totalCount,
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
