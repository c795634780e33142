/**
 * The text of an operation that was named by its hash: the hub knows it. A text is that of its hash for ever, so it is kept;
 * whether the caller may send it the hub decides with every request.
 */
import { z } from 'zod';

/** What a request names an operation by. */
export interface NamedOperation {
  readonly query?: string | null | undefined;
  readonly documentId?: string | null | undefined;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash: string } | undefined } | null | undefined;
}

const answered = z.object({ document: z.string() });
const KEPT = 1_000;

/** Finds texts with the caller's own credentials; null: the hub knows none, or does not say it to this caller. */
export function createDocumentSource(hub: URL) {
  const kept = new Map<string, string>();

  async function ask(hash: string, headers: Readonly<Record<string, string>>): Promise<string | null> {
    const address = new URL('/federation/document', hub);
    address.searchParams.set('documentId', hash);
    const response = await fetch(address, { headers });
    const read = answered.safeParse(response.ok ? await response.json() : null);
    if (!read.success) return null;
    if (kept.size >= KEPT) kept.clear();
    kept.set(hash, read.data.document);
    return read.data.document;
  }

  return async (operation: NamedOperation, headers: Readonly<Record<string, string>>): Promise<string | null> => {
    const { query, documentId, extensions } = operation;
    if (query) return query;
    const hash = documentId ?? extensions?.persistedQuery?.sha256Hash;
    return hash === undefined ? null : (kept.get(hash) ?? ask(hash, headers));
  };
}
