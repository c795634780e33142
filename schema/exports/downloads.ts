/**
 * Files on their way out. A link was signed for a caller some minutes ago: what the caller may see now decides, as it
 * does everywhere. An export that shows more than that is taken away, not handed over.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import { type DisclosureLog, disclosureScope } from '../../src/modules/audit/index.ts';
import type { Export, FetchedFile } from '../../src/modules/exports/index.ts';
import { sm3 } from '../../src/platform/crypto/sm3.ts';
import type { GraphDependencies } from '../context.ts';
import { grantOf, recallCaller, type StandingParts } from '../permissions/standing.ts';
import { groundsOf, householdsIn } from './consent-grounds.ts';

export interface DownloadParts extends StandingParts {
  readonly graph: Pick<GraphDependencies, 'exports' | 'consents'>;
  readonly disclosureLog: DisclosureLog;
}

/** Why an export is not to be handed over any more; null: it is what its caller may see. */
async function reasonAgainst(exported: Export, parts: DownloadParts) {
  const { organisation, purpose, grant, consents } = exported;
  const identity = await recallCaller(parts, exported);
  if (identity === null || grantOf(parts, identity.caller, purpose) !== grant) return 'EXPORT_GRANT_CHANGED';
  const held = await parts.graph.consents.inForce(householdsIn(consents), { purpose, organisation });
  const now = new Set(groundsOf(held));
  return consents.every((ground) => now.has(ground)) ? null : 'EXPORT_CONSENT_WITHDRAWN';
}

/** The export's pages have named everybody in the log; this says that, and when, a file of it left. */
async function logDownload(exported: Export, file: FetchedFile, log: DisclosureLog): Promise<void> {
  const { organisation, subject, purpose, id } = exported;
  const operation = `download ${encodeId('export', BigInt(id))} ${file.name}`;
  const scope = disclosureScope({
    ...{ operation, document: sm3(operation) },
    ...{ fields: ['ExportFile.url'], masked: [], withheld: [] },
  });
  const asker = { organisation, subject, purpose, caseId: null };
  await log.admit().record({ ...asker, scope, decision: 'ALLOWED', persons: [], households: [] });
}

/** Answers `GET` of a link. Throws EXPORT_LINK_INVALID, EXPORT_LINK_STALE, EXPORT_GRANT_CHANGED, EXPORT_CONSENT_WITHDRAWN. */
export function createDownloads(parts: DownloadParts) {
  const { graph, disclosureLog } = parts;
  return async ({ method }: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (method !== 'GET') throw new WanjiaError('EXPORT_LINK_INVALID');
    const { exported, file } = await graph.exports.follow(url);
    const reason = await reasonAgainst(exported, parts);
    if (reason !== null) {
      await graph.exports.withdraw(exported.id, reason);
      throw new WanjiaError(reason);
    }
    const content = await file.read();
    await logDownload(exported, file, disclosureLog);
    response.writeHead(200, {
      'content-type': file.contentType,
      'content-length': file.bytes,
      'content-disposition': `attachment; filename="${encodeId('export', BigInt(exported.id))}-${file.name}"`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    await pipeline(Readable.from(content, { objectMode: false }), response);
  };
}
