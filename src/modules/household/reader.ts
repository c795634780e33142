/** Reads profiles: one statement per profile, by any past day, within the caller's rows. */
import type { Day } from '../../kernel/day.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Database } from '../../platform/database/database.ts';
import { type HubDays, readFeedStandings, readHubDays } from '../ingestion/index.ts';
import type { HouseholdDocument } from './document.ts';
import type { FeedStates } from './freshness.ts';
import { listHouseholds } from './list.store.ts';
import { type HouseholdFilter, type HouseholdPage, type PageRequest, patternsOf, type RowScope } from './query.ts';

/** A household's stored profile with the day it is read for and how the feeds stood on that day. */
export interface ProfileOnDay {
  readonly id: number;
  readonly version: number;
  readonly document: HouseholdDocument;
  readonly day: Day;
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
  list(filter: HouseholdFilter, page: PageRequest, scope: RowScope): Promise<HouseholdPage>;
}

interface ProfileRow {
  readonly id: number;
  readonly version: number;
  readonly document: HouseholdDocument;
}

const PROFILE = `select v.household_id as id, v.version, v.document
  from profile_version v join household_fact h on h.household_id = v.household_id and h.valid_from = v.valid_from
  where v.valid_from <= $1::date and v.valid_to > $1::date
    and h.street_code like any($2::text[])`;

const BY_IDS = `${PROFILE} and v.household_id = any($3::bigint[])`;

/** The household that counts the person comes before one that only lists them. */
const BY_NUMBER = `select x.* from person n
  join member_fact m on m.person_id = n.id and m.valid_from <= $1::date and m.valid_to > $1::date
  join lateral (${PROFILE} and v.household_id = m.household_id) x on true
  where n.resident_id = $3 and (m.counted or m.home) order by m.counted desc, m.home desc, x.id limit 1`;

function dayAsked(days: HubDays | null, day: Day | null): Day {
  if (days === null) throw new WanjiaError('NO_DATA_YET');
  if (day === null) return days.today;
  if (day < days.first) throw new WanjiaError('NO_DATA_BEFORE', { day: days.first });
  if (day > days.today) throw new WanjiaError('DAY_AHEAD', { day: days.today });
  return day;
}

export function createHouseholdReader({ db }: { readonly db: Database }): HouseholdReader {
  /** Days and feeds change with a delivery only: they are read once per statement's day. */
  async function standing(day: Day | null): Promise<{ readonly day: Day; readonly feeds: FeedStates }> {
    const asked = dayAsked(await readHubDays(db), day);
    return { day: asked, feeds: await readFeedStandings(db, asked) };
  }

  async function one(day: Day | null, text: string, values: readonly unknown[]): Promise<ProfileOnDay | null> {
    const at = await standing(day);
    const [row] = await db.query<ProfileRow>(text, [at.day, ...values]);
    return row === undefined ? null : { ...row, ...at };
  }

  return {
    hubDay: async () => (await readHubDays(db))?.today ?? null,
    findByResidentNumber: (residentId, day, scope) => one(day, BY_NUMBER, [patternsOf(scope), residentId]),
    findById: (id, day, scope) => one(day, BY_IDS, [patternsOf(scope), [id]]),
    async findMany(ids, day, scope) {
      const at = await standing(day);
      const rows = await db.query<ProfileRow>(BY_IDS, [at.day, patternsOf(scope), ids]);
      return new Map(rows.map((row) => [row.id, { ...row, ...at }]));
    },
    async list(filter, page, scope) {
      const today = dayAsked(await readHubDays(db), null);
      return listHouseholds(db, { filter, page, scope, day: today });
    },
  };
}
