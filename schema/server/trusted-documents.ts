/**
 * From what a request brings to the text that is answered: the operation itself, or the hash of one that was registered. The
 * one place where this is decided, whichever way a request comes.
 */
import { readFile } from 'node:fs/promises';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { type Documents, hashOf, readHash, readManifest } from '../../src/modules/documents/index.ts';

export interface TrustedDocuments {
  /** Only what is registered is answered. */
  readonly required: boolean;
  /**
   * The text to answer; null: the request brings neither text nor hash. Throws DOCUMENT_NOT_REGISTERED and
   * DOCUMENT_HASH_WRONG.
   */
  textOf(request: unknown, organisation: string): Promise<string | null>;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

function readHashes(given: readonly unknown[]): string | null {
  const stated = given.filter((value) => value !== undefined && value !== null);
  const hashes = new Set(stated.map((value) => (typeof value === 'string' ? readHash(value) : null)));
  if (hashes.size > 1) throw new WanjiaError('DOCUMENT_HASH_WRONG');
  const [hash] = hashes;
  if (hash === null) throw new WanjiaError('DOCUMENT_NOT_REGISTERED');
  return hash ?? null;
}

/** What a request names: `documentId`, or the hash that clients send for automatic persisted queries. */
function asked(request: unknown): { readonly query: string | null; readonly hash: string | null } {
  const { query, documentId, extensions } = fieldsOf(request);
  const { persistedQuery } = fieldsOf(extensions);
  const { sha256Hash } = fieldsOf(persistedQuery);
  if (persistedQuery !== undefined && persistedQuery !== null && sha256Hash === undefined)
    throw new WanjiaError('DOCUMENT_NOT_REGISTERED');
  return {
    query: typeof query === 'string' && query !== '' ? query : null,
    hash: readHashes([documentId, sha256Hash]),
  };
}

const OWN = new URL('../generated/own-documents.json', import.meta.url);

/** The operations of the hub's own client and of agencies' processes, which every organisation may send. */
export async function loadOwnDocuments(): Promise<ReadonlyMap<string, string>> {
  const own = readManifest(JSON.parse(await readFile(OWN, 'utf8')));
  if (own === null) throw new Error(`${OWN.pathname} is no manifest`);
  return own;
}

export function createTrustedDocuments(parts: {
  readonly required: boolean;
  readonly documents: Pick<Documents, 'find'>;
  readonly own: ReadonlyMap<string, string>;
}): TrustedDocuments {
  const { required, documents, own } = parts;
  return {
    required,
    async textOf(request, organisation) {
      const { query, hash } = asked(request);
      if (query !== null && hash !== null && hashOf(query) !== hash) throw new WanjiaError('DOCUMENT_HASH_WRONG');
      if (query !== null && !required) return query;
      const name = hash ?? (query === null ? null : hashOf(query));
      if (name === null) return null;
      const text = own.get(name) ?? (await documents.find(organisation, name));
      if (text === null) throw new WanjiaError('DOCUMENT_NOT_REGISTERED');
      return text;
    },
  };
}

/** Whether the text has to be put in the place of something else. */
export function namesHash(request: unknown): boolean {
  const { documentId, extensions } = fieldsOf(request);
  return documentId !== undefined || fieldsOf(extensions).persistedQuery !== undefined;
}

/** Automatic persisted queries are the hub's to resolve: nobody else may keep what a caller once sent. */
function withoutPersisted(extensions: unknown): Fields {
  const { persistedQuery: _resolved, ...rest } = fieldsOf(extensions);
  return rest;
}

/** The body of a POST with the text in the place of the hash. */
export function bodyWith(body: unknown, text: string): Fields {
  const { documentId: _resolved, extensions, ...rest } = fieldsOf(body);
  const kept = withoutPersisted(extensions);
  return { ...rest, query: text, ...(Object.keys(kept).length === 0 ? {} : { extensions: kept }) };
}

/** The parameters of a GET as a body would hold them; null: one of them stands there twice, or cannot be read. */
export function requestOf(search: string): Fields | null {
  const params = new URLSearchParams(search);
  const [query, documentId, extensions] = ['query', 'documentId', 'extensions'].map((name) => params.getAll(name));
  if ([query, documentId, extensions].some((values) => (values?.length ?? 0) > 1)) return null;
  try {
    const [text] = extensions ?? [];
    return { query: query?.[0], documentId: documentId?.[0], extensions: text ? JSON.parse(text) : undefined };
  } catch {
    return null;
  }
}

/** The address of a GET with the text in the place of the hash. */
export function searchWith(search: string, text: string): string {
  const params = new URLSearchParams(search);
  const kept = withoutPersisted(requestOf(search)?.extensions);
  params.set('query', text);
  params.delete('documentId');
  if (Object.keys(kept).length === 0) params.delete('extensions');
  else params.set('extensions', JSON.stringify(kept));
  return `?${params}`;
}
