/** How each agency's feeds stand: on the hub's day, and on any day before. */
import { AGENCY_OF, RECORD_TYPES, type RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import { CADENCE_OF, type Freshness, feedFreshness } from '../../kernel/freshness.ts';
import type { Queryable } from '../../platform/database/database.ts';

/** How a feed stands on a day. */
export interface FeedStanding {
  readonly freshness: Freshness;
  /** The newest day its data speak of; null before the first delivery. */
  readonly dataAsOf: Day | null;
}

export type FeedStandings = ReadonlyMap<RecordType, FeedStanding>;

/** The hub's day and the first day it has data for; null before the first delivery. */
export interface HubDays {
  readonly first: Day;
  readonly today: Day;
}

export async function readHubDays(db: Queryable): Promise<HubDays | null> {
  const rows = await db.query<{ today: Day; first: Day | null }>(
    `select day as today, (select min(as_of) from batch where state = 'APPLIED') as first from hub_day`,
  );
  const row = rows[0];
  return row === undefined ? null : { today: row.today, first: row.first ?? row.today };
}

/** Freshness of every feed on a day, by what had been delivered for days up to it. */
export async function readFeedStandings(db: Queryable, day: Day): Promise<FeedStandings> {
  const rows = await db.query<{ record_type: RecordType; data_as_of: Day }>(
    `select record_type, max(as_of) as data_as_of from batch where state = 'APPLIED' and as_of <= $1::date group by record_type`,
    [day],
  );
  const newest = new Map(rows.map((row) => [row.record_type, row.data_as_of]));
  return new Map(
    RECORD_TYPES.map((recordType) => {
      const dataAsOf = newest.get(recordType) ?? null;
      const cadence = CADENCE_OF[AGENCY_OF[recordType]];
      return [recordType, { dataAsOf, freshness: feedFreshness({ cadence, lastAsOf: dataAsOf, today: day }) }];
    }),
  );
}
