import type { Day } from '../../src/kernel/day.ts';
import type { HouseholdDocument } from '../../src/modules/household/index.ts';
import { writeVersions } from '../../src/modules/household/version.store.ts';
import type { Database } from '../../src/platform/database/database.ts';

/** Writes documents as households' versions and facts from a day on; a document's place, from one, is its id. */
export async function writeHouseholds(db: Database, documents: readonly HouseholdDocument[], day: Day): Promise<void> {
  await db.tx((tx) =>
    writeVersions(
      tx,
      documents.map((document, index) => ({ id: index + 1, document })),
      day,
    ),
  );
}
