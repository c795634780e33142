/** Reads what households are built from, in batches: listings, recognitions, and every record of their people. */
import type { Queryable } from '../../platform/database/database.ts';
import type { HouseholdMaterial, Listing, Naming, PersonMaterial, RecognitionRow } from './build.ts';
import type { HouseholdKind, Source } from './document.ts';
import type { Opening } from './opening.ts';
import {
  type Cells,
  type GatheredRecords,
  noRecords,
  RECORD_QUERIES,
  type RecordQuery,
  recordColumns,
  SOURCE_COLUMNS,
  SOURCE_WIDTH,
  sourceOf,
} from './record-queries.ts';

/** A household to build, by its row id. */
export interface MarkedHousehold {
  readonly id: number;
  readonly kind: HouseholdKind;
  readonly number: string;
}

interface Gathered {
  readonly id: number;
  readonly residentId: string | null;
  readonly namings: Naming[];
  readonly listings: Listing[];
  readonly records: GatheredRecords;
}

/** A statement under its name: it is planned once per connection, for lists of any length. */
interface Reading {
  readonly name: string;
  readonly text: string;
}

function rowsOf(db: Queryable, { name, text }: Reading, params: readonly unknown[]): Promise<Cells[]> {
  return db.query<Cells>(text, params, { rowMode: 'array', name: `household ${name}` });
}

const LISTINGS_02 = `select r.subject_id, ${SOURCE_COLUMNS}, r.assistance_household_no, r.relationship_to_head, r.co_living,
  r.work_capacity, r.self_care, null, null, null, r.name, r.sex, r.birth_date, null
  from record_ca02 r where r.ended_on is null`;
const LISTINGS_05 = `select r.subject_id, ${SOURCE_COLUMNS}, r.roll_household_no, r.relationship_to_head, true,
  null, null, r.street_code, r.committee_code, r.address, r.name, r.sex, r.birth_date, r.phone
  from record_ca05 r where r.ended_on is null`;

interface Listed {
  readonly by: 'CA02' | 'CA05';
  readonly personId: number;
  readonly cells: Cells;
}

function listingOf({ by, personId, cells }: Listed, opening: Opening): { listing: Listing; naming: Naming } {
  const source = sourceOf(cells, 1);
  const [number, relationshipToHead, coLiving, workCapacity, selfCare, streetCode, committeeCode, address] =
    cells.slice(1 + SOURCE_WIDTH) as [
      string,
      string,
      boolean,
      string | null,
      string | null,
      string | null,
      string | null,
      string | null,
    ];
  const [name, sex, birthDate, phone] = cells.slice(9 + SOURCE_WIDTH) as [
    string,
    string | null,
    Naming['birthDate'],
    string | null,
  ];
  return {
    listing: {
      by,
      number,
      personId,
      relationshipToHead,
      coLiving,
      workCapacity,
      selfCare,
      streetCode,
      committeeCode,
      address: opening.cell(by, 'address', address),
      source,
    },
    naming: { recordType: by, at: source.at, name, sex, birthDate, phone: opening.cell(by, 'phone', phone) },
  };
}

const PERSONS_LISTED: Reading = {
  name: 'persons listed',
  text: `select l.person_id from record_ca02 r join link l using (subject_id)
    where r.ended_on is null and r.assistance_household_no = any($1::text[])
    union select l.person_id from record_ca05 r join link l using (subject_id)
    where r.ended_on is null and r.roll_household_no = any($2::text[])`,
};

const SUBJECTS: Reading = {
  name: 'subjects',
  text: `select p.id, n.value, l.subject_id from person p join link l on l.person_id = p.id
      left join sealed_number n using (number_index)
    where p.id = any($1::bigint[])`,
};

/** The listings of some households: which persons they name. */
async function personsOf(db: Queryable, households: readonly MarkedHousehold[]): Promise<readonly number[]> {
  const numbers = (kind: HouseholdKind): string[] => households.filter((h) => h.kind === kind).map((h) => h.number);
  const rows = await rowsOf(db, PERSONS_LISTED, [numbers('ASSISTANCE'), numbers('ROLL')]);
  return rows.map((row) => row[0] as number);
}

/** The people of a batch, found by the subjects that records speak of. */
interface Gathering {
  readonly persons: ReadonlyMap<number, Gathered>;
  readonly bySubject: ReadonlyMap<number, Gathered>;
}

async function gatherPersons(db: Queryable, opening: Opening, ids: readonly number[]): Promise<Gathering> {
  const rows = await rowsOf(db, SUBJECTS, [ids]);
  const persons = new Map<number, Gathered>();
  const bySubject = new Map<number, Gathered>();
  for (const row of rows) {
    const [id, number, subjectId] = row as [number, string | null, number];
    const residentId = opening.number(number);
    const person = persons.get(id) ?? { id, residentId, namings: [], listings: [], records: noRecords() };
    persons.set(id, person);
    bySubject.set(subjectId, person);
  }
  return { persons, bySubject };
}

async function gatherListings(db: Queryable, opening: Opening, { bySubject }: Gathering): Promise<void> {
  const subjects = [...bySubject.keys()];
  for (const [by, sql] of [
    ['CA05', LISTINGS_05],
    ['CA02', LISTINGS_02],
  ] as const) {
    const listings = { name: `listings ${by}`, text: `${sql} and r.subject_id = any($1::bigint[])` };
    for (const cells of await rowsOf(db, listings, [subjects])) {
      const person = bySubject.get(cells[0] as number);
      if (person === undefined) continue;
      const { listing, naming } = listingOf({ by, personId: person.id, cells }, opening);
      person.listings.push(listing);
      addNaming(person.namings, naming);
    }
  }
}

/** One naming per record type is enough: the newest. */
function addNaming(namings: Naming[], naming: Naming): void {
  const last = namings.at(-1);
  if (last === undefined || last.recordType !== naming.recordType) namings.push(naming);
  else if (naming.at > last.at) namings[namings.length - 1] = naming;
}

const NAMED = ['name', 'sex', 'birthDate', 'phone'] as const;

function selectOf(query: RecordQuery): Reading {
  const naming = NAMED.map((key) => (query.naming[key] === undefined ? 'null' : `r.${query.naming[key]}`));
  return {
    name: `records ${query.recordType}`,
    text: `select r.subject_id, ${SOURCE_COLUMNS}, ${naming.join(', ')}, ${recordColumns(query)}
    from record_${query.recordType.toLowerCase()} r
    where r.subject_id = any($1::bigint[]) and r.ended_on is null`,
  };
}

const SELECTS = RECORD_QUERIES.map((query) => ({ query, select: selectOf(query) }));
const FIRST_COLUMN = 1 + SOURCE_WIDTH + NAMED.length;

/** A database to read from, and what opens what is sealed in it. */
interface Reader {
  readonly db: Queryable;
  readonly opening: Opening;
}

async function gatherRecords(
  { db, opening }: Reader,
  { bySubject }: Gathering,
  { query, select }: (typeof SELECTS)[number],
): Promise<void> {
  const { recordType } = query;
  for (const cells of await rowsOf(db, select, [[...bySubject.keys()]])) {
    const person = bySubject.get(cells[0] as number);
    if (person === undefined) continue;
    const source = sourceOf(cells, 1);
    (person.records[query.into] as unknown[]).push(query.read(cells.slice(FIRST_COLUMN), source));
    const [name, sex, birthDate, sealedPhone] = cells.slice(1 + SOURCE_WIDTH, FIRST_COLUMN) as [
      string | null,
      string | null,
      Naming['birthDate'],
      string | null,
    ];
    const phone = opening.cell(recordType, 'phone', sealedPhone);
    addNaming(person.namings, { recordType, at: source.at, name, sex, birthDate, phone });
  }
}

const RECOGNITIONS = `select r.source_key as key, r.updated_at as at, r.batch_id as batch, r.newer_quarantined as "newerUnread",
  r.assistance_household_no as number, r.street_code as "streetCode", r.committee_code as "committeeCode", r.address,
  r.assistance_class as "assistanceClass", r.recognised_on as "recognisedOn", r.valid_until as "validUntil",
  r.annual_income as "annualIncome", r.monthly_income_per_capita as "monthlyIncomePerCapita", r.assets, r.tenure,
  r.floor_area as "floorArea", r.income_stability as "incomeStability", r.last_reviewed_on as "lastReviewedOn", r.status,
  r.status_date as "statusDate"
  from record_ca01 r where r.ended_on is null and r.assistance_household_no = any($1::text[])`;

type HeldRecognition = Omit<RecognitionRow, 'source'> & Omit<Source, 'newerUnread'> & { readonly newerUnread: boolean };

function recognitionOf({ key, at, batch, newerUnread, ...row }: HeldRecognition, opening: Opening): RecognitionRow {
  const address = opening.cell('CA01', 'address', row.address);
  return { ...row, address, source: newerUnread ? { key, at, batch, newerUnread } : { key, at, batch } };
}

async function gatherRecognitions(
  { db, opening }: Reader,
  numbers: readonly string[],
): Promise<Map<string, RecognitionRow[]>> {
  const byNumber = new Map<string, RecognitionRow[]>();
  for (const held of await db.query<HeldRecognition>(RECOGNITIONS, [numbers], { name: 'household recognitions' })) {
    const row = recognitionOf(held, opening);
    const rows = byNumber.get(row.number);
    if (rows === undefined) byNumber.set(row.number, [row]);
    else rows.push(row);
  }
  return byNumber;
}

const FORMING = '1';

/** Everything needed to build the given households, by their ids. */
export async function gatherMaterial(
  db: Queryable,
  opening: Opening,
  households: readonly MarkedHousehold[],
): Promise<ReadonlyMap<number, HouseholdMaterial>> {
  const gathering = await gatherPersons(db, opening, await personsOf(db, households));
  const { persons } = gathering;
  await gatherListings(db, opening, gathering);
  for (const query of SELECTS) await gatherRecords({ db, opening }, gathering, query);
  const assistance = new Set(households.filter((h) => h.kind === 'ASSISTANCE').map((h) => h.number));
  const byHousehold = new Map<string, Listing[]>();
  for (const person of persons.values())
    for (const listing of person.listings) {
      if (listing.by === 'CA02') assistance.add(listing.number);
      const anchor = `${listing.by}:${listing.number}`;
      const held = byHousehold.get(anchor);
      if (held === undefined) byHousehold.set(anchor, [listing]);
      else held.push(listing);
    }
  const recognitions = await gatherRecognitions({ db, opening }, [...assistance]);
  const formed = new Set(
    [...recognitions].filter(([, rows]) => rows.some((row) => row.status === FORMING)).map(([number]) => number),
  );
  const materials: ReadonlyMap<number, PersonMaterial> = persons;
  return new Map(
    households.map(({ id, kind, number }) => [
      id,
      {
        kind,
        number,
        formed,
        recognised: recognitions,
        persons: materials,
        recognitions: kind === 'ASSISTANCE' ? (recognitions.get(number) ?? []) : [],
        listings: byHousehold.get(`${kind === 'ASSISTANCE' ? 'CA02' : 'CA05'}:${number}`) ?? [],
      },
    ]),
  );
}
