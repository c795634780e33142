/** Registered operations in the database. */
import type { Queryable } from '../../platform/database/database.ts';
import type { DocumentDraft, RegisteredDocument } from './document.ts';

const COLUMNS = `organisation, hash, name, kind, text, cost, registered_by AS "registeredBy",
  registered_at AS "registeredAt", last_used_on::text AS "lastUsedOn"`;

/** What is registered again stays as it was. */
const ADD = `INSERT INTO registered_document (organisation, hash, name, kind, text, cost, registered_by, registered_at)
  SELECT $1, hash, name, kind, text, cost, $2, $3
  FROM jsonb_to_recordset($4::jsonb) AS draft(hash text, name text, kind text, text text, cost int)
  ON CONFLICT (organisation, hash) DO NOTHING`;

/** Documents of one organisation; null: of all. */
export type DocumentReach = string | null;

export interface DocumentStore {
  find(organisation: string, hash: string): Promise<RegisteredDocument | null>;
  list(reach: DocumentReach): Promise<RegisteredDocument[]>;
  add(
    organisation: string,
    drafts: readonly DocumentDraft[],
    registered: { readonly by: string; readonly at: Date },
  ): Promise<void>;
  /** How many there were of them. */
  remove(organisation: string, hashes: readonly string[]): Promise<number>;
  used(organisation: string, hash: string, day: string): Promise<void>;
}

export function createDocumentStore(db: Queryable): DocumentStore {
  return {
    async find(organisation, hash) {
      const [found] = await db.query<RegisteredDocument>(
        `SELECT ${COLUMNS} FROM registered_document WHERE organisation = $1 AND hash = $2`,
        [organisation, hash],
        { name: 'registered-document' },
      );
      return found ?? null;
    },
    list: (reach) =>
      db.query<RegisteredDocument>(
        `SELECT ${COLUMNS} FROM registered_document WHERE $1::text IS NULL OR organisation = $1
         ORDER BY organisation, name, hash`,
        [reach],
      ),
    async add(organisation, drafts, { by, at }) {
      await db.execute(ADD, [organisation, by, at, JSON.stringify(drafts)]);
    },
    remove: (organisation, hashes) =>
      db.execute('DELETE FROM registered_document WHERE organisation = $1 AND hash = ANY($2)', [organisation, hashes]),
    async used(organisation, hash, day) {
      await db.execute(
        `UPDATE registered_document SET last_used_on = $3
         WHERE organisation = $1 AND hash = $2 AND last_used_on IS DISTINCT FROM $3::date`,
        [organisation, hash, day],
      );
    },
  };
}
