/** How each agency's feeds stand: on the hub's day, and on any day before. */
import { AGENCY_OF, type AgencyId, CADENCE_OF, RECORD_TYPES, type RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import { type Freshness, feedFreshness } from '../../kernel/freshness.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { ArchivedEntry } from './archive.ts';

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
    'select day as today, first_day as first from hub_day',
  );
  const row = rows[0];
  return row === undefined ? null : { today: row.today, first: row.first ?? row.today };
}

/** Whether anything was ever delivered. */
export async function holdsBatches(db: Queryable): Promise<boolean> {
  const [row] = await db.query<{ held: boolean }>('select exists (select 1 from batch) as held');
  return row?.held === true;
}

/** The first profiles stand: from the hub's day on, days can be read. */
export async function openHubDays(db: Queryable): Promise<void> {
  await db.execute('update hub_day set first_day = day where first_day is null');
}

/** How every feed stands on a day, by the newest day its data speak of. */
export function standingsOn(day: Day, newest: ReadonlyMap<RecordType, Day>): FeedStandings {
  return new Map(
    RECORD_TYPES.map((recordType) => {
      const dataAsOf = newest.get(recordType) ?? null;
      const cadence = CADENCE_OF[AGENCY_OF[recordType]];
      return [recordType, { dataAsOf, freshness: feedFreshness({ cadence, lastAsOf: dataAsOf, today: day }) }];
    }),
  );
}

/**
 * How every feed stands on a day, by the newest day of each feed's data as JSON. Feeds change a few times a day: it is worked
 * out once for all that is read in between.
 */
export function createStandings(): (day: Day, newest: string | null) => FeedStandings {
  let last: { readonly key: string; readonly standings: FeedStandings } | undefined;
  return (day, newest) => {
    const key = `${day} ${newest}`;
    if (last?.key === key) return last.standings;
    const held = Object.entries(JSON.parse(newest ?? '{}')) as [RecordType, Day][];
    last = { key, standings: standingsOn(day, new Map(held)) };
    return last.standings;
  };
}

/** The newest day of each feed's data, as JSON, by what was known by the end of a day. */
export const newestOn = (day: string): string =>
  `(select json_object_agg(f.record_type, b.as_of order by f.record_type)::text from feed f cross join lateral (
     select as_of from batch b where b.agency = f.agency and b.record_type = f.record_type and b.state = 'APPLIED'
       and b.known_on <= ${day} order by b.as_of desc limit 1) b)`;

/** How every feed stood on a day, by what the hub had come to know by its end. */
export async function readFeedStandings(db: Queryable, day: Day): Promise<FeedStandings> {
  const [row] = await db.query<{ newest: string | null }>(`select ${newestOn('$1::date')} as newest`, [day]);
  return createStandings()(day, row?.newest ?? null);
}

/** Moves the hub's day forward without a delivery; before the first delivery there is no day to move. */
export async function moveHubDay(db: Queryable, day: Day): Promise<void> {
  await db.execute('update hub_day set day = $1::date where day < $1::date', [day]);
}

/** Where each of an agency's feeds goes on. */
export async function readCheckpoints(db: Queryable, agency: AgencyId): Promise<Map<RecordType, unknown>> {
  const rows = await db.query<{ record_type: RecordType; checkpoint: unknown }>(
    'select record_type, checkpoint from feed where agency = $1 and checkpoint is not null',
    [agency],
  );
  return new Map(rows.map((row) => [row.record_type, row.checkpoint]));
}

/** An applied batch as it lies in the archive; null: no such batch, or its copy is gone. */
export async function findArchivedBatch(db: Queryable, id: number): Promise<ArchivedEntry | null> {
  const rows = await db.query<ArchivedEntry>(
    `select archive as name, source, agency, record_type as "recordType", file, mode, as_of as "asOf",
       to_char(delivered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "deliveredAt"
     from batch where id = $1 and archive is not null and state = 'APPLIED'`,
    [id],
  );
  return rows[0] ?? null;
}

/** Notes on each of an agency's feeds that its sync failed; an applied batch or a whole sync takes the note away. */
export async function noteSyncFailure(db: Queryable, agency: AgencyId, code: string): Promise<void> {
  await db.execute(
    `insert into feed (agency, record_type, last_error_code, last_error_at)
     select $1, type, $3, now() from unnest($2::text[]) type
     on conflict (agency, record_type) do update set last_error_code = excluded.last_error_code, last_error_at = now()`,
    [agency, RECORD_TYPES.filter((type) => AGENCY_OF[type] === agency), code],
  );
}

/** An agency answered to the end, though it may have had nothing new; what was refused of its deliveries stays noted. */
export async function noteSyncDone(db: Queryable, agency: AgencyId): Promise<void> {
  await db.execute(
    `update feed f set last_error_code = null, last_error_at = null
     where f.agency = $1 and f.last_error_code is not null and not exists (
       select 1 from batch b where b.agency = f.agency and b.record_type = f.record_type
         and b.state = 'REFUSED' and b.error_code = f.last_error_code)`,
    [agency],
  );
}
