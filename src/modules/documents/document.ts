/** A registered operation, and the manifest partners hand over. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const DOCUMENT_KINDS = ['query', 'mutation', 'subscription'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** An operation that was found fit to be registered. */
export interface DocumentDraft {
  readonly hash: string;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly text: string;
  /** Estimated fields of an answer. */
  readonly cost: number;
}

export interface RegisteredDocument extends DocumentDraft {
  readonly organisation: string;
  readonly registeredBy: string;
  readonly registeredAt: Date;
  /** The last day it was sent; null: not yet. */
  readonly lastUsedOn: string | null;
}

/** Documents in one manifest, and of one organisation. */
export const MOST_DOCUMENTS = 1_000;

/** The name of a document: the SHA-256 of its UTF-8 text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const HASH = /^[0-9a-f]{64}$/;

/** A hash as requests write it, with or without the name of the algorithm; null: none. */
export function readHash(text: string): string | null {
  const hash = text.replace(/^sha256:/, '').toLowerCase();
  return HASH.test(hash) ? hash : null;
}

const manifest = z
  .record(z.string(), z.string().min(1))
  .refine((documents) => Object.keys(documents).length <= MOST_DOCUMENTS);

/**
 * Documents by their hash, as GraphQL codegen writes persisted documents, with or without the name of the algorithm; null:
 * no manifest.
 */
export function readManifest(value: unknown): ReadonlyMap<string, string> | null {
  const read = manifest.safeParse(value);
  if (!read.success) return null;
  const documents = new Map<string, string>();
  for (const [name, text] of Object.entries(read.data)) {
    const hash = readHash(name);
    if (hash === null) return null;
    documents.set(hash, text);
  }
  return documents;
}
