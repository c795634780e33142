/** Reads profiles of the hub's day or any past day, within the caller's rows. */
import type { RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Database } from '../../platform/database/database.ts';
import { type HubDays, numberIndex, readFeedStandings, readHubDays, standingsOn } from '../ingestion/index.ts';
import type { HouseholdDocument } from './document.ts';
import type { FeedStates } from './freshness.ts';
import { type HouseholdIdentities, openIdentities } from './identities.ts';
import { listHouseholdIds, listHouseholds } from './list.store.ts';
import { type HouseholdFilter, type HouseholdPage, type PageRequest, patternsOf, type RowScope } from './query.ts';

/** A household's stored profile with the day it is read for and how the feeds stood on that day. */
export interface ProfileOnDay {
  readonly id: number;
  readonly version: number;
  /** Name, number, telephone and address stand masked in it. */
  readonly document: HouseholdDocument;
  /** They themselves: opened at the first call, kept for the next. */
  identities(): HouseholdIdentities;
  readonly day: Day;
  /** The hub's day. */
  readonly today: Day;
  readonly feeds: FeedStates;
}

export interface HouseholdReader {
  /** The hub's day; null before the first delivery. */
  hubDay(): Promise<Day | null>;
  /** The household of the person with this number on the day; null: none, or outside the scope. */
  findByResidentNumber(residentId: string, day: Day | null, scope: RowScope): Promise<ProfileOnDay | null>;
  findById(id: number, day: Day | null, scope: RowScope): Promise<ProfileOnDay | null>;
  /** Those of the households that exist on the day and lie within the scope. */
  findMany(ids: readonly number[], day: Day | null, scope: RowScope): Promise<ReadonlyMap<number, ProfileOnDay>>;
  /** The household of each of these persons within the scope: the one that counts the person before one that only lists it. */
  householdsOf(persons: readonly number[], scope: RowScope): Promise<ReadonlyMap<number, number>>;
  list(filter: HouseholdFilter, page: PageRequest, scope: RowScope): Promise<HouseholdPage>;
  /** The ids of such a page, uncounted. */
  listIds(filter: HouseholdFilter, page: PageRequest, scope: RowScope): Promise<readonly number[]>;
}

interface ProfileRow {
  readonly id: number;
  readonly version: number;
  readonly document: HouseholdDocument;
  readonly identities: string;
}

/** The street a household lies in, for the version `v` in force on the hub's day. */
const HERE = 'household_fact h on h.household_id = v.household_id and h.valid_from = v.valid_from';

/**
 * The same for past days: where the household lies now, or lay last. Its file goes with it; whoever it has left reads it no
 * longer, not the days it was theirs either.
 */
const WHERE_IT_IS_NOW = `lateral (select n.household_id, n.street_code from household_fact n
  where n.household_id = v.household_id order by n.valid_from desc limit 1) h on true`;

interface When {
  readonly day: string;
  readonly place: string;
}

/** Profiles in force on a day, within `$1` and `$2`, the patterns and the single households of the scope. */
const inForce = ({ day, place }: When): string => `select v.household_id as id, v.version, v.document, v.identities
  from profile_version v join ${place}
  where v.valid_from <= ${day} and v.valid_to > ${day} and (h.street_code like any($1::text[]) or h.household_id = any($2::bigint[]))`;

const byIds = (when: When): string => `${inForce(when)} and v.household_id = any($3::bigint[])`;

/** The household that counts the person comes before one that only lists them. */
const byNumber = ({ day, place }: When): string => `select x.* from person n
  join member_fact m on m.person_id = n.id and m.valid_from <= ${day} and m.valid_to > ${day}
  join lateral (${inForce({ day, place })} and v.household_id = m.household_id) x on true
  where n.number_index = $3 and (m.counted or m.home) order by m.counted desc, m.home desc, x.id limit 1`;

const HOUSEHOLDS_OF = `select distinct on (m.person_id) m.person_id as "person", m.household_id as "household"
  from hub_day d cross join member_fact m
  join household_fact h on h.household_id = m.household_id and h.valid_from = m.valid_from
  where m.person_id = any($3::bigint[]) and m.valid_from <= d.day and m.valid_to > d.day
    and (h.street_code like any($1::text[]) or h.household_id = any($2::bigint[]))
  order by m.person_id, m.counted desc, m.home desc, m.household_id`;

type Search = (when: When) => string;

/** Day, feeds and profiles in one statement: a profile of the hub's own day is one read. */
const onHubDay = (search: Search): string => `select d.day, x.id, x.version, x.document, x.identities,
    (select json_object_agg(f.record_type, f.data_as_of order by f.record_type)::text
      from feed f where f.data_as_of is not null) as feeds
  from hub_day d left join lateral (${search({ day: 'd.day', place: HERE })}) x on true`;

interface HubDayRow extends ProfileRow {
  readonly day: Day;
  /** The newest day of each feed's data, as JSON. */
  readonly feeds: string | null;
}

/** Feeds change a few times a day: how they stand is worked out once for all profiles that are read in between. */
function createStandings(): (day: Day, feeds: string | null) => FeedStates {
  let last: { readonly key: string; readonly states: FeedStates } | undefined;
  return (day, feeds) => {
    const key = `${day} ${feeds}`;
    if (last?.key === key) return last.states;
    const newest = Object.entries(JSON.parse(feeds ?? '{}')) as [RecordType, Day][];
    last = { key, states: standingsOn(day, new Map(newest)) };
    return last.states;
  };
}

const ON_HUB_DAY = { byIds: onHubDay(byIds), byNumber: onHubDay(byNumber) } as const;
const PAST: When = { day: '$4::date', place: WHERE_IT_IS_NOW };
const ON_PAST_DAY = { byIds: byIds(PAST), byNumber: byNumber(PAST) } as const;

/** The day that is read, the hub's own where none is asked for; days it knows nothing of are refused. */
export function dayAsked(days: HubDays | null, asked: Day | null): Day {
  if (days === null) throw new WanjiaError('NO_DATA_YET');
  const day = asked ?? days.today;
  if (day < days.first) throw new WanjiaError('NO_DATA_BEFORE', { day: days.first });
  if (day > days.today) throw new WanjiaError('DAY_AHEAD', { day: days.today });
  return day;
}

export interface HouseholdReaderParts {
  readonly db: Database;
  readonly sealer: Sealer;
}

const rowsOf = (scope: RowScope): unknown[] => [patternsOf(scope), scope.households ?? []];

export function createHouseholdReader({ db, sealer }: HouseholdReaderParts): HouseholdReader {
  const standings = createStandings();

  function profileOf(
    { id, version, document, identities: sealed }: ProfileRow,
    at: Pick<ProfileOnDay, 'day' | 'today' | 'feeds'>,
  ): ProfileOnDay {
    let opened: HouseholdIdentities | undefined;
    const identities = (): HouseholdIdentities => {
      opened ??= openIdentities(sealer, sealed);
      return opened;
    };
    return { id, version, document, identities, ...at };
  }

  async function readHubDay(by: keyof typeof ON_HUB_DAY, values: readonly unknown[]): Promise<readonly ProfileOnDay[]> {
    const rows = await db.query<HubDayRow>(ON_HUB_DAY[by], values, { name: `profile ${by}` });
    const [first] = rows;
    if (first === undefined) throw new WanjiaError('NO_DATA_YET');
    const { day } = first;
    const feeds = standings(day, first.feeds);
    return rows.flatMap((row) => (row.id === null ? [] : [profileOf(row, { day, today: day, feeds })]));
  }

  async function readPastDay(
    by: keyof typeof ON_PAST_DAY,
    values: readonly unknown[],
    day: Day,
  ): Promise<readonly ProfileOnDay[]> {
    const days = await readHubDays(db);
    dayAsked(days, day);
    const today = days?.today ?? day;
    const feeds = await readFeedStandings(db, day);
    const rows = await db.query<ProfileRow>(ON_PAST_DAY[by], [...values, day], { name: `past profile ${by}` });
    return rows.map((row) => profileOf(row, { day, today, feeds }));
  }

  const read = (by: keyof typeof ON_HUB_DAY, values: readonly unknown[], day: Day | null) =>
    day === null ? readHubDay(by, values) : readPastDay(by, values, day);

  return {
    hubDay: async () => (await readHubDays(db))?.today ?? null,
    findByResidentNumber: async (residentId, day, scope) =>
      (await read('byNumber', [...rowsOf(scope), numberIndex(sealer, residentId)], day))[0] ?? null,
    findById: async (id, day, scope) => (await read('byIds', [...rowsOf(scope), [id]], day))[0] ?? null,
    findMany: async (ids, day, scope) =>
      new Map((await read('byIds', [...rowsOf(scope), ids], day)).map((profile) => [profile.id, profile])),
    householdsOf: async (persons, scope) => {
      const rows = await db.query<{ person: number; household: number }>(HOUSEHOLDS_OF, [...rowsOf(scope), persons], {
        name: 'households of persons',
      });
      return new Map(rows.map(({ person, household }) => [person, household]));
    },
    async listIds(filter, page, scope) {
      return listHouseholdIds(db, { filter, page, scope, day: dayAsked(await readHubDays(db), null) });
    },
    async list(filter, page, scope) {
      return listHouseholds(db, { filter, page, scope, day: dayAsked(await readHubDays(db), null) });
    },
  };
}
