/** The disclosure log as the hub uses it: written with every answer, read by the auditor, verified, shortened. */
import { join } from 'node:path';
import type { Clock } from '../../kernel/clock.ts';
import { secretKey } from '../../platform/crypto/key-file.ts';
import type { Database } from '../../platform/database/database.ts';
import { type DisclosurePage, findDisclosures } from './disclosure.store.ts';
import { createDisclosureLog, type DisclosureLog } from './disclosure-log.ts';
import { knownChains, noteChain } from './known-chains.ts';
import { removeExpired } from './retention.ts';
import { type ChainReport, verifyDisclosures } from './verify.ts';

export interface Audit {
  readonly log: DisclosureLog;
  /** Who read of a person, newest first; `householdIds` are those the person belongs to. */
  find(asked: Parameters<typeof findDisclosures>[1]): Promise<DisclosurePage>;
  /** Every row that was changed, removed or inserted. */
  verify(): Promise<ChainReport>;
  /** Removes rows whose time has passed; answers how many. */
  enforceRetention(): Promise<number>;
}

export interface AuditSettings {
  /** Where the hub keeps its keys and its notes. */
  readonly home: string;
  /** Answers under way at once; beyond it reading is refused. */
  readonly capacity: number;
  /** How long rows are kept. */
  readonly years: number;
}

export async function openAudit(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly settings: AuditSettings;
}): Promise<Audit> {
  const { db, clock, settings } = deps;
  const key = await secretKey(join(settings.home, 'keys'), 'disclosure-seal.key');
  const folder = join(settings.home, 'audit');
  return {
    log: createDisclosureLog({
      db,
      clock,
      key,
      capacity: settings.capacity,
      begun: (writer) => noteChain(folder, writer),
    }),
    find: (asked) => findDisclosures(db, asked),
    verify: async () => verifyDisclosures(db, { key, known: await knownChains(folder) }),
    enforceRetention: () => {
      const before = clock.now();
      before.setUTCFullYear(before.getUTCFullYear() - settings.years);
      return removeExpired(db, before, key);
    },
  };
}
