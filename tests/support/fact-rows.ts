import type { Day } from '../../src/kernel/day.ts';
import { IDENTITY_MASKS } from '../../src/modules/access/index.ts';
import { concealProfile, type HouseholdDocument, type StoredProfile } from '../../src/modules/household/index.ts';
import { writeVersions } from '../../src/modules/household/version.store.ts';
import type { Database, Transaction } from '../../src/platform/database/database.ts';
import { testSealer } from './sealer.ts';

/** A profile as the hub stores it, sealed with the tests' keys. */
export function storedProfile(document: HouseholdDocument): StoredProfile {
  return concealProfile(document, { sealer: testSealer, masks: IDENTITY_MASKS });
}

/** Writes documents as households' versions and facts from a day on; a document's place, from one, is its id. */
export async function writeHouseholdsWithin(
  tx: Transaction,
  documents: readonly HouseholdDocument[],
  day: Day,
): Promise<void> {
  await writeVersions(
    tx,
    documents.map((document, index) => ({ id: index + 1, profile: storedProfile(document) })),
    day,
  );
}

/** The same in a transaction of its own. */
export async function writeHouseholds(db: Database, documents: readonly HouseholdDocument[], day: Day): Promise<void> {
  await db.tx((tx) => writeHouseholdsWithin(tx, documents, day));
}
