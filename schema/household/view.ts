/**
 * A household as one caller may see it: made once from the stored profile, so that no field has to ask again.
 * What the caller may not see at all never gets here; this shows identities clear, masked, or not at all.
 */
import { AGENCIES } from '../../src/kernel/agency.ts';
import type { Day } from '../../src/kernel/day.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import type { Circumstances, Clearance, Masks } from '../../src/modules/access/index.ts';
import {
  ageOn,
  type FeedStates,
  type HouseholdDocument,
  isAlive,
  type Member,
  type PersonDocument,
  type ProfileOnDay,
} from '../../src/modules/household/index.ts';
import type { Disclosures } from '../permissions/disclosures.ts';
import type { Subjects } from '../permissions/subjects.ts';

export interface PersonView {
  readonly person: PersonDocument;
  readonly day: Day;
  readonly feeds: FeedStates;
  readonly age: number | null;
  readonly id: string;
  readonly name: string | null;
  readonly residentId: string | null;
  readonly phone: string | null;
  readonly birthDate: Day | null;
  /** Sections that are not shown of this person. */
  readonly closed: ReadonlySet<string>;
}

export interface MemberView {
  readonly member: Member;
  readonly person: PersonView;
}

export interface HouseholdView {
  readonly id: string;
  readonly document: HouseholdDocument;
  readonly day: Day;
  readonly feeds: FeedStates;
  readonly address: string | null;
  /** Living members who count. */
  readonly members: readonly MemberView[];
  /** Everyone listed, the dead and those who count elsewhere included. */
  readonly listed: readonly MemberView[];
}

/** What of a household a decision may depend on. */
export type Standing = Omit<Circumstances, 'child' | 'obligor'>;

/** What a request brings to a view. */
export interface Sight {
  readonly clearance: Clearance;
  readonly masks: Masks;
  readonly disclosures: Disclosures;
  readonly subjects: Subjects;
}

const NONE: ReadonlySet<string> = new Set();

/** A value as the caller may see it; what depends on the subject is noted for the answer. */
function show(sight: Sight, dataClass: string, value: string, given: Circumstances, subject: string): string | null {
  const decision = sight.clearance.decide(dataClass, given);
  if (decision.kind === 'allow') return value;
  if (sight.clearance.factorsOf(dataClass).length > 0) sight.disclosures.note(dataClass, decision, subject);
  return decision.kind === 'mask' ? sight.masks[decision.mask](value) : null;
}

/** Someone the assistance list names and does not say lives here: obliged to support the household, if anything. */
export function livesApart({ notCounted }: Member): boolean {
  return notCounted === 'NOT_CO_LIVING';
}

/** Sections of someone who lives apart that are not open; noted for the answer. */
function closedSections(sight: Sight, given: Circumstances, subject: string): ReadonlySet<string> {
  if (!given.obligor) return NONE;
  const sections = AGENCIES.flatMap((agency) => sight.clearance.sectionOf(agency) ?? []);
  return new Set(sections.filter((section) => show(sight, section, section, given, subject) === null));
}

function viewPerson(member: Member, profile: ProfileOnDay, sight: Sight, standing: Standing): PersonView {
  const { day, feeds } = profile;
  const { person } = member;
  const age = ageOn(person, day);
  const child = age === null || age < sight.clearance.childrenUnder;
  const given = { ...standing, child, obligor: livesApart(member) };
  const publicId = encodeId('person', BigInt(person.id));
  const id = show(sight, 'subject-key', publicId, given, publicId) ?? '';
  const seen = (dataClass: string, value: string | null): string | null =>
    value === null ? null : show(sight, dataClass, value, given, id);
  return {
    person,
    day,
    feeds,
    age,
    id,
    name: seen('name', person.name),
    residentId: seen('resident-id', person.residentId),
    phone: seen('phone', person.phone),
    birthDate: seen('birth-date', person.birthDate) as Day | null,
    closed: closedSections(sight, given, id),
  };
}

/** Shows a profile to the caller of a sight. */
export function viewHousehold(profile: ProfileOnDay, sight: Sight, standing: Standing): HouseholdView {
  const { document, day, feeds } = profile;
  const given = { ...standing, child: false, obligor: false };
  sight.subjects.sawProfile(profile);
  const id = encodeId('household', BigInt(profile.id));
  const listed = document.members.map((member) => ({
    member,
    person: viewPerson(member, profile, sight, standing),
  }));
  return {
    id,
    document,
    day,
    feeds,
    address: document.address === null ? null : show(sight, 'address', document.address, given, id),
    members: listed.filter(({ member }) => member.notCounted === null && isAlive(member.person, day)),
    listed,
  };
}
