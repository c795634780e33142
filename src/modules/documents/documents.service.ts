/** What partners do with their operations: register, list, remove, and send them by their hash. */
import { beijingDay, type Clock } from '../../kernel/clock.ts';
import { RecentMap } from '../../kernel/recent-map.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Database } from '../../platform/database/database.ts';
import { createDocumentStore, type DocumentReach } from './document.store.ts';
import { type DocumentDraft, MOST_DOCUMENTS, type RegisteredDocument } from './document.ts';

/** How long a removal by another process may go unnoticed. */
export const KEPT_MS = 5_000;
/** Documents that are remembered. */
const KEPT = 5_000;

export interface Registration {
  readonly organisation: string;
  /** Who registers, as the hub knows them. */
  readonly by: string;
  readonly drafts: readonly DocumentDraft[];
}

export interface Documents {
  /** The text an organisation registered under a hash; null: none. It counts as sent. */
  find(organisation: string, hash: string): Promise<string | null>;
  list(reach: DocumentReach): Promise<readonly RegisteredDocument[]>;
  /** All of them or none; what is registered already stays as it is. */
  register(registration: Registration): Promise<Result<readonly RegisteredDocument[], 'DOCUMENTS_FULL'>>;
  /** How many there were of them. */
  remove(organisation: string, hashes: readonly string[]): Promise<number>;
}

interface Remembered {
  readonly text: string;
  readonly day: string;
  readonly until: number;
}

export function createDocuments({ db, clock }: { readonly db: Database; readonly clock: Clock }): Documents {
  const store = createDocumentStore(db);
  const remembered = new RecentMap<string, Remembered>(KEPT);
  const keyOf = (organisation: string, hash: string): string => `${hash} ${organisation}`;

  async function read(organisation: string, hash: string, day: string): Promise<string | null> {
    const found = await store.find(organisation, hash);
    if (found === null) return null;
    if (found.lastUsedOn !== day) await store.used(organisation, hash, day);
    remembered.set(keyOf(organisation, hash), { text: found.text, day, until: performance.now() + KEPT_MS });
    return found.text;
  }

  return {
    async find(organisation, hash) {
      const key = keyOf(organisation, hash);
      const held = remembered.get(key);
      const day = beijingDay(clock.now());
      if (held !== undefined && held.until > performance.now() && held.day === day) return held.text;
      remembered.delete(key);
      return read(organisation, hash, day);
    },
    list: (reach) => store.list(reach),
    register: ({ organisation, by, drafts }) =>
      db.tx(async (tx) => {
        await tx.lock(`registered documents of ${organisation}`);
        const within = createDocumentStore(tx);
        const held = new Set((await within.list(organisation)).map(({ hash }) => hash));
        const added = drafts.filter(({ hash }) => !held.has(hash));
        if (held.size + added.length > MOST_DOCUMENTS) return fail('DOCUMENTS_FULL');
        await within.add(organisation, added, { by, at: clock.now() });
        const hashes = new Set(drafts.map(({ hash }) => hash));
        return succeed((await within.list(organisation)).filter(({ hash }) => hashes.has(hash)));
      }),
    async remove(organisation, hashes) {
      for (const hash of hashes) remembered.delete(keyOf(organisation, hash));
      return store.remove(organisation, hashes);
    },
  };
}
