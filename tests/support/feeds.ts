import { AGENCY_OF, RECORD_TYPES, type RecordType } from '../../src/kernel/agency.ts';
import type { Day } from '../../src/kernel/day.ts';
import type { FeedStates } from '../../src/modules/household/index.ts';
import type { Database } from '../../src/platform/database/database.ts';

/** All feeds delivered on the day, but for those that are STALE. */
export function feedsOn(day: Day, stale: readonly RecordType[] = []): FeedStates {
  return new Map(
    RECORD_TYPES.map((type) => [type, { freshness: stale.includes(type) ? 'STALE' : 'FRESH', dataAsOf: day }]),
  );
}

/** Every agency has delivered as of the day, and the hub lives on it; `known` is the first day it knows. */
export async function writeFeeds(db: Database, day: Day, known: Day): Promise<void> {
  await db.execute('INSERT INTO hub_day (id, day, first_day) VALUES (1, $1, $2)', [day, known]);
  const agencies = RECORD_TYPES.map((type) => AGENCY_OF[type]);
  await db.execute(
    `WITH held AS (INSERT INTO feed (record_type, agency, data_as_of)
       SELECT t, a, $3 FROM unnest($1::text[], $2::text[]) AS f(t, a) RETURNING record_type, agency)
     INSERT INTO batch (agency, record_type, file, mode, as_of, known_on, delivered_at, started_at, state)
       SELECT agency, record_type, 'test', 'full', $3, $4, now(), now(), 'APPLIED' FROM held`,
    [RECORD_TYPES, agencies, day, known],
  );
}
