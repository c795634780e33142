/** Documents: the operations partners have registered, by the hash they send. */

export type { DocumentReach } from './document.store.ts';
export {
  DOCUMENT_KINDS,
  type DocumentDraft,
  type DocumentKind,
  hashOf,
  MOST_DOCUMENTS,
  type RegisteredDocument,
  readHash,
  readManifest,
} from './document.ts';
export { createDocuments, type Documents, type Registration } from './documents.service.ts';
