/**
 * What of a profile says who the people are: in the stored document it stands masked, and clear in one sealed block
 * beside it. The block is opened once per read profile, and only where somebody may see what is in it.
 */
import type { SealedColumn } from '../../platform/crypto/sealed-form.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { HouseholdDocument, Member, PersonDocument } from './document.ts';

/** The identifying fields with their data class, which is also the mask they are stored under. */
export const PERSON_IDENTITY = { name: 'name', residentId: 'resident-id', phone: 'phone' } as const;
export const HOUSEHOLD_IDENTITY = { address: 'address' } as const;

type Mask = (value: string) => string;
type IdentityClass =
  | (typeof PERSON_IDENTITY)[keyof typeof PERSON_IDENTITY]
  | (typeof HOUSEHOLD_IDENTITY)[keyof typeof HOUSEHOLD_IDENTITY];

/** What hides a person in a stored profile. */
export interface Hiding {
  readonly sealer: Sealer;
  readonly masks: Readonly<Record<IdentityClass, Mask>>;
}

export type PersonIdentity = Pick<PersonDocument, keyof typeof PERSON_IDENTITY>;

export interface HouseholdIdentities extends Pick<HouseholdDocument, keyof typeof HOUSEHOLD_IDENTITY> {
  /** By person. */
  readonly persons: ReadonlyMap<number, PersonIdentity>;
}

/** A profile as it is stored: a document with masks, and the sealed block of what they hide. */
export interface StoredProfile {
  readonly document: HouseholdDocument;
  readonly identities: string;
}

const COLUMN: SealedColumn = { table: 'profile_version', column: 'identities' };
export const SEALED_COLUMNS: readonly SealedColumn[] = [COLUMN];
const USE = `${COLUMN.table}.${COLUMN.column}`;

type PersonCells = readonly [id: number, name: string, residentId: string | null, phone: string | null];
type Block = readonly [address: string | null, ...persons: PersonCells[]];

const cellsOf = ({ id, name, residentId, phone }: PersonDocument): PersonCells => [id, name, residentId, phone];
const masked = (mask: Mask, value: string | null): string | null => (value === null ? null : mask(value));

/** Tells a changed identity from the same one; row ids are left out, for they say nothing of it. */
const markOf = ({ name, residentId, phone }: PersonDocument, sealer: Hiding['sealer']): string =>
  sealer.index(USE, JSON.stringify([name, residentId, phone]));

function concealMember(member: Member, { sealer, masks }: Hiding): Member {
  const { person } = member;
  const hidden = {
    name: masks[PERSON_IDENTITY.name](person.name),
    residentId: masked(masks[PERSON_IDENTITY.residentId], person.residentId),
    phone: masked(masks[PERSON_IDENTITY.phone], person.phone),
    identityMark: markOf(person, sealer),
  } satisfies PersonIdentity & Pick<PersonDocument, 'identityMark'>;
  return { ...member, person: { ...person, ...hidden } };
}

/** Takes the identities out of a document, leaves their masks, and seals them: the same ones with the same head. */
export function concealProfile(document: HouseholdDocument, hiding: Hiding): StoredProfile {
  const { address, members } = document;
  const block: Block = [address, ...members.map(({ person }) => cellsOf(person))];
  return {
    document: {
      ...document,
      address: masked(hiding.masks[HOUSEHOLD_IDENTITY.address], address),
      members: members.map((member) => concealMember(member, hiding)),
    },
    identities: hiding.sealer.sealComparable(USE, JSON.stringify(block)),
  };
}

export function openIdentities(sealer: Sealer, sealed: string): HouseholdIdentities {
  const [address, ...persons] = JSON.parse(sealer.open(USE, sealed)) as Block;
  return {
    address,
    persons: new Map(persons.map(([id, name, residentId, phone]) => [id, { name, residentId, phone }])),
  };
}
