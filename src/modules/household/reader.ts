/** Reads profiles of the hub's day or any past day, within the caller's rows. */
import type { Day } from '../../kernel/day.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { BinaryRows } from '../../platform/database/binary-rows.ts';
import type { Database } from '../../platform/database/database.ts';
import { gathering } from '../../platform/gathering.ts';
import { createStandings, type HubDays, numberIndex, readFeedStandings, readHubDays } from '../ingestion/index.ts';
import type { HouseholdDocument } from './document.ts';
import { createDocumentReader } from './document-reader.ts';
import type { FeedStates } from './freshness.ts';
import { type HouseholdIdentities, openIdentities } from './identities.ts';
import { listHouseholdIds, listHouseholds } from './list.store.ts';
import {
  GATHERED,
  type HubDayRow,
  manyOnHubDay,
  ON_HUB_DAY,
  ON_PAST_DAY,
  type ProfileRow,
} from './profile-statements.ts';
import { type HouseholdFilter, type HouseholdPage, type PageRequest, patternsOf, type RowScope } from './query.ts';

/** A household's stored profile with the day it is read for and how the feeds stood on that day. */
export interface ProfileOnDay {
  readonly id: number;
  readonly version: number;
  /**
   * Name, number, telephone and address stand masked in it. It is looked into, not read (`JsonView`): its values are
   * properties, but not its own.
   */
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
  /** The same as they come from the database, for very many; their documents stay good for as long as anything of them is held. */
  readMany(ids: readonly number[], scope: RowScope): AsyncGenerator<readonly ProfileOnDay[]>;
  /** The household of each of these persons within the scope: the one that counts the person before one that only lists it. */
  householdsOf(persons: readonly number[], scope: RowScope): Promise<ReadonlyMap<number, number>>;
  list(filter: HouseholdFilter, page: PageRequest, scope: RowScope): Promise<HouseholdPage>;
  /** The ids of such a page, uncounted. */
  listIds(filter: HouseholdFilter, page: PageRequest, scope: RowScope): Promise<readonly number[]>;
}

const HOUSEHOLDS_OF = `select distinct on (m.person_id) m.person_id as "person", m.household_id as "household"
  from hub_day d cross join member_fact m
  join household_fact h on h.household_id = m.household_id and h.valid_from = m.valid_from
  where m.person_id = any($3::bigint[]) and m.valid_from <= d.day and m.valid_to > d.day
    and (h.street_code like any($1::text[]) or h.household_id = any($2::bigint[]))
  order by m.person_id, m.counted desc, m.home desc, m.household_id`;

/** Profiles of very many that are handed on together, at least: what is held at once is held by the collector too. */
const TOGETHER = 50;

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

const rowsOf = (scope: RowScope): (readonly (string | number)[])[] => [patternsOf(scope), scope.households ?? []];

/** What one caller looks for within its rows. */
interface Wanted {
  readonly scope: RowScope;
  readonly wanted: string;
}

/** Callers whose reads share a statement: enough to keep a database busy, few enough to wait for none. */
const GATHERING = { lanes: 2, most: 64 } as const;

type At = Pick<ProfileOnDay, 'day' | 'today' | 'feeds'>;
const holdsProfile = ({ id }: HubDayRow): boolean => id !== null;

type Found = Omit<ProfileRow, 'document'> & Pick<ProfileOnDay, 'document'>;

export function createHouseholdReader({ db, sealer }: HouseholdReaderParts): HouseholdReader {
  const standings = createStandings();
  const documents = createDocumentReader();

  function profileOf({ id, version, document, identities: sealed }: Found, at: At): ProfileOnDay {
    let opened: HouseholdIdentities | undefined;
    const identities = (): HouseholdIdentities => {
      opened ??= openIdentities(sealer, sealed);
      return opened;
    };
    return { id, version, document, identities, ...at };
  }

  function readRows(rows: readonly ProfileRow[], at: At): readonly ProfileOnDay[] {
    const read = documents.readEach(rows.map(({ document }) => document));
    return rows.map((row, place) => profileOf({ ...row, document: read[place] as HouseholdDocument }, at));
  }

  /** Rows of the hub's day, null where a row holds no profile. */
  function profilesOf(rows: readonly HubDayRow[]): readonly (ProfileOnDay | null)[] {
    const [first] = rows;
    if (first === undefined) throw new WanjiaError('NO_DATA_YET');
    const { day } = first;
    const at = { day, today: day, feeds: standings(day, first.feeds) };
    const found = readRows(rows.filter(holdsProfile), at).values();
    return rows.map((row) => (holdsProfile(row) ? (found.next().value ?? null) : null));
  }

  const gather = (by: keyof typeof GATHERED) =>
    gathering<Wanted, ProfileOnDay | null>(async (asked) => {
      const values = [
        asked.map(({ scope }) => patternsOf(scope).join()),
        asked.map(({ scope }) => (scope.households ?? []).join()),
        asked.map(({ wanted }) => wanted),
      ];
      return profilesOf(await db.query<HubDayRow>(GATHERED[by], values, { name: `profiles ${by}` }));
    }, GATHERING);
  const onHubDay = { byId: gather('byId'), byNumber: gather('byNumber') };

  /** Profiles of rows whose values are id, version, document and identities. */
  function look({ bytes, values }: BinaryRows, at: At): ProfileOnDay[] {
    const read = documents.readAll(
      bytes,
      values.map(([, , document]) => document?.[0] ?? 0),
    );
    return values.map(([id, version, , identities], index) =>
      profileOf(
        {
          id: Number(bytes.readBigInt64BE(id?.[0])),
          version: bytes.readInt32BE(version?.[0]),
          document: read[index] as HouseholdDocument,
          identities: bytes.toString('latin1', ...(identities ?? [])),
        },
        at,
      ),
    );
  }

  async function onPastDay(
    by: keyof typeof ON_PAST_DAY,
    values: readonly unknown[],
    day: Day,
  ): Promise<readonly ProfileOnDay[]> {
    const days = await readHubDays(db);
    dayAsked(days, day);
    const today = days?.today ?? day;
    const feeds = await readFeedStandings(db, day);
    const rows = await db.query<ProfileRow>(ON_PAST_DAY[by], [...values, day], { name: `past profile ${by}` });
    return readRows(rows, { day, today, feeds });
  }

  async function find(by: keyof typeof GATHERED, { scope, wanted }: Wanted, day: Day | null) {
    if (day === null) return onHubDay[by]({ scope, wanted });
    return (await onPastDay(by, [...rowsOf(scope), wanted], day))[0] ?? null;
  }

  async function findToday(ids: readonly number[], scope: RowScope): Promise<readonly ProfileOnDay[]> {
    const rows = await db.query<HubDayRow>(ON_HUB_DAY, [...rowsOf(scope), ids], { name: 'profiles of the hub day' });
    return profilesOf(rows).flatMap((profile) => profile ?? []);
  }

  return {
    hubDay: async () => (await readHubDays(db))?.today ?? null,
    findByResidentNumber: (residentId, day, scope) =>
      find('byNumber', { scope, wanted: numberIndex(sealer, residentId) }, day),
    findById: (id, day, scope) => find('byId', { scope, wanted: String(id) }, day),
    async findMany(ids, day, scope) {
      const found = day === null ? await findToday(ids, scope) : await onPastDay('byIds', [...rowsOf(scope), ids], day);
      return new Map(found.map((profile) => [profile.id, profile]));
    },
    async *readMany(ids, scope) {
      const [first] = await db.query<HubDayRow>(ON_HUB_DAY, [[], [], []], { name: 'profiles of the hub day' });
      if (first === undefined) throw new WanjiaError('NO_DATA_YET');
      const at = { day: first.day, today: first.day, feeds: standings(first.day, first.feeds) };
      let waiting: ProfileOnDay[] = [];
      for await (const rows of db.readOut(manyOnHubDay([...rowsOf(scope), ids]))) {
        waiting.push(...look(rows, at));
        if (waiting.length < TOGETHER) continue;
        yield waiting;
        waiting = [];
      }
      if (waiting.length > 0) yield waiting;
    },
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
