/** The stages of the pipeline over a test's own database. */
import { CONTRACTS } from '../../connectors/index.ts';
import type { SourceBatch } from '../../connectors/sdk/connector.ts';
import { asDay, type Day } from '../../src/kernel/day.ts';
import { IDENTITY_MASKS } from '../../src/modules/access/index.ts';
import { createHouseholdReader, createHouseholdService } from '../../src/modules/household/index.ts';
import { createIdentityDecisions, createIdentityResolver } from '../../src/modules/identity/index.ts';
import {
  type Archive,
  type BatchReport,
  createBatchApplier,
  createQuarantine,
  openHubDays,
} from '../../src/modules/ingestion/index.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { testBulk, testSealer } from './sealer.ts';

/** An archive that keeps nothing. */
export const noArchive: Archive = {
  keep: async (batch) => ({
    batch,
    source: { kind: 'rows' },
    store: async () => 'none',
    discard: async () => undefined,
  }),
  open: () => {
    throw new Error('nothing is archived');
  },
  remove: async () => undefined,
  sweep: async () => undefined,
  reseal: async () => 0,
};

const clock = { now: (): Date => new Date('2026-11-01T00:00:00Z') };

/** Ingestion, identity and household over one database. */
export interface TestHub {
  readonly applier: ReturnType<typeof createBatchApplier>;
  readonly quarantine: ReturnType<typeof createQuarantine>;
  readonly decisions: ReturnType<typeof createIdentityDecisions>;
  readonly reader: ReturnType<typeof createHouseholdReader>;
  /** Applies batches in order, then links and builds. */
  take(...batches: readonly SourceBatch[]): Promise<readonly BatchReport[]>;
  derive(day?: Day): Promise<void>;
}

export function hubOver(db: Database): TestHub {
  const applier = createBatchApplier({
    db,
    clock,
    sealer: testSealer,
    bulk: testBulk,
    archive: noArchive,
    contracts: CONTRACTS,
  });
  const resolver = createIdentityResolver({ db });
  const households = createHouseholdService({ db, sealer: testSealer, bulk: testBulk, masks: IDENTITY_MASKS });
  const reader = createHouseholdReader({ db, sealer: testSealer });
  const derive = async (day?: Day): Promise<void> => {
    await resolver.resolve();
    await households.rebuildMarked(day ?? (await reader.hubDay()) ?? asDay('2026-10-31'));
    await openHubDays(db);
  };
  return {
    applier,
    reader,
    quarantine: createQuarantine({ db, clock, sealer: testSealer, applier, contracts: CONTRACTS }),
    decisions: createIdentityDecisions({ db, sealer: testSealer }),
    derive,
    async take(...batches) {
      const reports: BatchReport[] = [];
      for (const batch of batches) reports.push(await applier.apply(batch));
      await derive();
      return reports;
    },
  };
}
