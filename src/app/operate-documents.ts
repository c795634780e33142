/** Registered operations at the hub's machine: of every organisation, and before the hub is brought to a new version. */
import { readFile } from 'node:fs/promises';
import { checkDocument, checkManifest, type DocumentRules } from '../../schema/documents/document-check.ts';
import { createSchema } from '../../schema/index.ts';
import { DEFAULT_LIMITS } from '../../schema/server/limits.ts';
import type { OperationsApp } from '../cli/app.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { MOST_DOCUMENTS, readManifest } from '../modules/documents/index.ts';
import { openAccess } from './access.ts';
import type { Hub } from './hub.ts';

async function manifestIn(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new WanjiaError('NOT_FOUND', { what: file });
  let manifest: ReadonlyMap<string, string> | null = null;
  try {
    manifest = readManifest(JSON.parse(text));
  } catch {
    // Told below: what is no JSON is no manifest.
  }
  if (manifest === null) throw new WanjiaError('DOCUMENT_MANIFEST_INVALID', { limit: MOST_DOCUMENTS });
  return manifest;
}

const rulesOf = ({ config }: Hub): DocumentRules => ({
  schema: createSchema(),
  limits: { ...DEFAULT_LIMITS, ...config.limits },
});

export function operateDocuments(hub: () => Promise<Hub>): OperationsApp {
  return {
    async register(file, organisation) {
      const opened = await hub();
      const { administration } = await openAccess(opened);
      if ((await administration.organisation(organisation)) === null)
        throw new WanjiaError('NOT_FOUND', { what: 'organisation of this name' });
      const checked = checkManifest(rulesOf(opened), await manifestIn(file));
      if (!checked.ok) throw new WanjiaError(checked.error.code, checked.error.params);
      const done = await opened.documents.register({ organisation, by: 'cli', drafts: checked.value });
      if (!done.ok) throw new WanjiaError(done.error, { limit: MOST_DOCUMENTS });
      return done.value.map(({ hash, name, kind, cost }) => ({ hash, name, kind, cost }));
    },
    async list(organisation) {
      const found = await (await hub()).documents.list(organisation);
      return found.map(({ text: _text, registeredAt, ...rest }) => ({
        ...rest,
        registeredAt: registeredAt.toISOString(),
      }));
    },
    async export(organisation) {
      const found = await (await hub()).documents.list(organisation);
      return Object.fromEntries(found.map(({ hash, text }) => [hash, text]));
    },
    async remove(organisation, hashes) {
      return (await hub()).documents.remove(organisation, hashes);
    },
    async check() {
      const opened = await hub();
      const rules = rulesOf(opened);
      return (await opened.documents.list(null)).flatMap(({ organisation, name, hash, text }) => {
        const checked = checkDocument(rules, hash, text);
        if (checked.ok) return [];
        const { message } = new WanjiaError(checked.error.code, checked.error.params);
        return { organisation, name, hash, problem: message };
      });
    },
  };
}
