/** Builds the sections of persons whose records or links have changed. */
import type { RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import type { Database } from '../../platform/database/database.ts';
import type { PersonRecords } from '../household/index.ts';
import { createStandings, type FeedStandings } from '../ingestion/index.ts';
import { gatherSections, markChanged, markedPersons, readSections, writeSections } from './section.store.ts';

/** Persons per transaction: bounds memory, and what a crash repeats. */
const BATCH = 1_000;
/** One process at a time builds. */
const BUILD_LOCK = 'wanjia:sections';

export interface Sections {
  /** Builds what is marked as of a day; tells how many persons' sections are new. Marks go with their versions. */
  build(day: Day): Promise<number>;
  /** What is held of persons on a day, in one statement. */
  read(persons: readonly number[], day: Day): Promise<SectionsOnDay>;
}

export interface SectionsOnDay {
  /** The records of each person as they were known; of one the agency never heard of, none. */
  readonly found: ReadonlyMap<number, PersonRecords>;
  /** How the feeds stood. */
  readonly feeds: FeedStandings;
}

export function createSections({
  db,
  recordTypes,
}: {
  readonly db: Database;
  readonly recordTypes: readonly RecordType[];
}): Sections {
  async function buildAlone(day: Day): Promise<number> {
    await db.tx((tx) => markChanged(tx, recordTypes));
    let changed = 0;
    for (;;) {
      const done = await db.tx(async (tx) => {
        const persons = await markedPersons(tx, BATCH);
        if (persons.length === 0) return true;
        changed += await writeSections(tx, await gatherSections(tx, recordTypes, persons), day);
        return false;
      });
      if (done) return changed;
    }
  }
  const standings = createStandings();
  return {
    build: (day) => db.withLock(BUILD_LOCK, () => buildAlone(day)),
    async read(persons, day) {
      const { found, newest } = await readSections(db, persons, day);
      return { found, feeds: standings(day, newest) };
    },
  };
}
