/** Pure: the records of a household's people, as the agencies' tables hold them, become its profile document. */
import { PERSON_LISTS } from '../../../connectors/index.ts';
import { isNewer, type PersonList, type Sourced } from '../../../connectors/sdk/index.ts';
import type { Day } from '../../kernel/day.ts';
import { birthDateOf, readResidentId, sexOf } from '../../kernel/resident-id.ts';
import type {
  Exit,
  HouseholdDocument,
  HouseholdKind,
  Member,
  NotCounted,
  PersonDocument,
  PersonRecords,
  Recognition,
  Source,
} from './document.ts';

/** A CA02 or CA05 row: a person's place in a household. */
export interface Listing {
  readonly by: 'CA02' | 'CA05';
  readonly number: string;
  readonly personId: number;
  readonly relationshipToHead: string;
  /** CA02 共同生活; a roll listing always lives there. */
  readonly coLiving: boolean;
  readonly workCapacity: string | null;
  readonly selfCare: string | null;
  readonly streetCode: string | null;
  readonly committeeCode: string | null;
  readonly address: string | null;
  readonly source: Source;
}

/** A CA01 row with what it says of place. */
export interface RecognitionRow extends Recognition {
  readonly number: string;
  readonly streetCode: string;
  readonly committeeCode: string | null;
  readonly address: string | null;
}

/** What one record says of who the person is. */
export interface Naming {
  readonly recordType: string;
  readonly at: string;
  readonly name: string | null;
  readonly sex: string | null;
  readonly birthDate: Day | null;
  readonly phone: string | null;
}

/** Everything known of one person: number, sayings about who they are, listings anywhere, and records. */
export interface PersonMaterial {
  readonly id: number;
  readonly residentId: string | null;
  readonly namings: readonly Naming[];
  readonly listings: readonly Listing[];
  readonly records: PersonRecords;
}

/** Which record types are asked first who a person is; all others after them. */
const NAMING_ORDER = ['CA05', 'CA02', 'HI01', 'ED01', 'DF01', 'HR03', 'HR02', 'HR01', 'CA03', 'CA04', 'HI02', 'HI03'];

function authorityOf({ recordType }: Naming): number {
  const place = NAMING_ORDER.indexOf(recordType);
  return place === -1 ? NAMING_ORDER.length : place;
}

const NOT_NAMED = '(未登记)';
const ACTIVE = '1';

function byAuthority(a: Naming, b: Naming): number {
  const rank = authorityOf(a) - authorityOf(b);
  if (rank !== 0) return rank;
  return a.at === b.at ? 0 : a.at < b.at ? 1 : -1;
}

function byKey(a: Sourced, b: Sourced): number {
  return a.source.key < b.source.key ? -1 : 1;
}

/**
 * A person's records as a profile and an agency's section hold them: one version of each, always in the same order,
 * whatever the order in which they were read.
 */
export function arrangeRecords(held: PersonRecords): PersonRecords {
  const arranged = Object.entries(held).map(([name, records]) => {
    const { arrange } = PERSON_LISTS[name as keyof PersonRecords] as PersonList;
    const ordered = records.length > 1 ? [...records].sort(byKey) : records;
    return [name, arrange === undefined ? ordered : arrange(ordered)];
  });
  return Object.fromEntries(arranged) as PersonRecords;
}

/** Who the person is: sex and birth date by the citizen number where there is one, else by the records. */
export function personDocumentOf(material: PersonMaterial, exits: readonly Exit[]): PersonDocument {
  const namings = [...material.namings].sort(byAuthority);
  const first = <K extends keyof Naming>(key: K): Naming[K] | null =>
    namings.find((naming) => naming[key] !== null)?.[key] ?? null;
  const number = material.residentId === null ? null : readResidentId(material.residentId);
  return {
    id: material.id,
    name: first('name') ?? NOT_NAMED,
    residentId: material.residentId,
    sex: number?.ok ? sexOf(number.id) : first('sex'),
    birthDate: number?.ok ? birthDateOf(number.id) : first('birthDate'),
    phone: first('phone'),
    exits,
    ...arrangeRecords(material.records),
  };
}

/**
 * The listing that decides where a person counts: the newest co-living one by an assistance household with status 1,
 * else none. `formed` holds the numbers of assistance households that have a status-1 CA01 record.
 */
export function decidingListing(listings: readonly Listing[], formed: ReadonlySet<string>): Listing | null {
  let deciding: Listing | null = null;
  for (const listing of listings) {
    if (listing.by !== 'CA02' || !listing.coLiving || !formed.has(listing.number)) continue;
    if (deciding === null || isNewer(listing.source, deciding.source)) deciding = listing;
  }
  return deciding;
}

/** The household that answers for a person after death: the assistance household they lived in, else the roll's. */
function homeListing(listings: readonly Listing[], deciding: Listing | null): Listing | null {
  if (deciding !== null) return deciding;
  const roll = listings.filter((listing) => listing.by === 'CA05');
  return roll.reduce<Listing | null>(
    (newest, listing) => (newest === null || isNewer(listing.source, newest.source) ? listing : newest),
    null,
  );
}

function notCounted(listing: Listing, deciding: Listing | null): NotCounted | null {
  if (listing.by === 'CA05') return deciding === null ? null : 'IN_ASSISTANCE_HOUSEHOLD';
  if (!listing.coLiving) return 'NOT_CO_LIVING';
  return deciding?.number === listing.number ? null : 'LISTED_ELSEWHERE';
}

/** What a household is built from. */
export interface HouseholdMaterial {
  readonly kind: HouseholdKind;
  readonly number: string;
  readonly recognitions: readonly RecognitionRow[];
  readonly listings: readonly Listing[];
  readonly persons: ReadonlyMap<number, PersonMaterial>;
  readonly formed: ReadonlySet<string>;
  /** Every CA01 row of the assistance households that list one of the persons, by number. */
  readonly recognised: ReadonlyMap<string, readonly RecognitionRow[]>;
}

const ENDED = '3';

/** Recognitions that ended with the person in them; a person who left the household before is not listed there. */
function exitsOf({ listings }: PersonMaterial, { recognised }: HouseholdMaterial): readonly Exit[] {
  const numbers = listings.filter(({ by, coLiving }) => by === 'CA02' && coLiving).map(({ number }) => number);
  return [...new Set(numbers)]
    .flatMap((number) => recognised.get(number) ?? [])
    .flatMap(({ status, statusDate, assistanceClass, source }) =>
      status === ENDED && statusDate !== null ? [{ assistanceClass, endedOn: statusDate, source }] : [],
    )
    .sort(byKey);
}

function decidingRecognition(rows: readonly RecognitionRow[]): RecognitionRow | null {
  const active = rows.filter((row) => row.status === ACTIVE);
  return active.reduce<RecognitionRow | null>(
    (newest, row) => (newest === null || row.recognisedOn > newest.recognisedOn ? row : newest),
    null,
  );
}

function recognitionOf(row: RecognitionRow): Recognition {
  const { number: _number, streetCode: _street, committeeCode: _committee, address: _address, ...recognition } = row;
  return recognition;
}

const HEAD = '01';

function place(material: HouseholdMaterial, recognition: RecognitionRow | null): Listing | RecognitionRow | null {
  if (recognition !== null) return recognition;
  const listings = material.listings;
  return listings.find((listing) => listing.relationshipToHead === HEAD) ?? listings[0] ?? null;
}

function memberOf(listing: Listing, material: HouseholdMaterial): Member[] {
  const person = material.persons.get(listing.personId);
  if (person === undefined) return [];
  const deciding = decidingListing(person.listings, material.formed);
  const home = homeListing(person.listings, deciding);
  return [
    {
      relationshipToHead: listing.relationshipToHead,
      workCapacity: listing.workCapacity,
      selfCare: listing.selfCare,
      notCounted: notCounted(listing, deciding),
      home: home !== null && home.by === listing.by && home.number === listing.number,
      source: listing.source,
      person: personDocumentOf(person, exitsOf(person, material)),
    },
  ];
}

function inOrder(a: Listing, b: Listing): number {
  const rank = Number(b.relationshipToHead === HEAD) - Number(a.relationshipToHead === HEAD);
  return rank !== 0 ? rank : byKey(a, b);
}

/** A person listed twice in one household is one member, by the newest listing. */
function oncePerPerson(listings: readonly Listing[]): Listing[] {
  const newest = new Map<number, Listing>();
  for (const listing of listings) {
    const held = newest.get(listing.personId);
    if (held === undefined || isNewer(listing.source, held.source)) newest.set(listing.personId, listing);
  }
  return [...newest.values()];
}

/** The document, or null where there is no such household: no status-1 CA01 record, or an empty roll. */
export function buildHousehold(material: HouseholdMaterial): HouseholdDocument | null {
  const recognition = material.kind === 'ASSISTANCE' ? decidingRecognition(material.recognitions) : null;
  const listings = oncePerPerson(material.listings).sort(inOrder);
  const where = place({ ...material, listings }, recognition);
  if (where === null || (material.kind === 'ASSISTANCE' && recognition === null)) return null;
  return {
    kind: material.kind,
    number: material.number,
    streetCode: where.streetCode ?? '',
    committeeCode: where.committeeCode,
    address: where.address,
    recognition: recognition === null ? null : recognitionOf(recognition),
    earlierRecognitions: material.recognitions
      .filter((row) => row !== recognition)
      .map(recognitionOf)
      .sort(byKey),
    members: listings.flatMap((listing) => memberOf(listing, material)),
  };
}
