/**
 * A household as one caller may see it, made once from the stored profile, so that no field has to ask again.
 * What the caller may not see at all never gets here; this shows identities clear, masked, or not at all.
 */
import type { Day } from '../../src/kernel/day.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import type { Circumstances, Clearance, Decision, Masks } from '../../src/modules/access/index.ts';
import { consentedFor, type HouseholdConsents } from '../../src/modules/consent/index.ts';
import {
  ageOn,
  type FeedStates,
  HOUSEHOLD_IDENTITY,
  type HouseholdDocument,
  isAlive,
  type Member,
  PERSON_IDENTITY,
  type PersonDocument,
  type ProfileOnDay,
} from '../../src/modules/household/index.ts';
import type { Disclosures } from '../permissions/disclosures.ts';
import type { Subjects } from '../permissions/subjects.ts';
import type { SectionView } from '../person/section-view.ts';

export interface PersonView extends SectionView {
  readonly person: PersonDocument;
  readonly age: number | null;
  /** As the caller sees it. */
  readonly id: string | null;
  readonly name: string | null;
  readonly residentId: string | null;
  readonly phone: string | null;
  readonly birthDate: Day | null;
  /** The household that lists the person. */
  readonly household: number;
  /** What decisions on the person depend on. */
  readonly given: Circumstances;
  /** Whether the section of this class is shown of this person; where it is not, the answer names it, under a word. */
  shows(section: string, noted?: string): boolean;
  /** The same, for a value that is not the section itself. */
  opens(section: string): boolean;
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
export interface Standing extends Pick<Circumstances, 'openAlert' | 'openCase' | 'emergency' | 'secondPerson'> {
  readonly consents: HouseholdConsents;
}

/** What a request brings to a view. */
export interface Sight {
  readonly clearance: Clearance;
  readonly masks: Masks;
  readonly disclosures: Disclosures;
  readonly subjects: Subjects;
}

/** What is the same for everything of one household. */
interface Beheld {
  readonly profile: ProfileOnDay;
  readonly sight: Sight;
  readonly standing: Standing;
}

/** Whose value it is. */
interface Subject {
  /** Who is named where the value is held back; null: whose id the caller may not see. */
  named(): string | null;
}

/** How a value of a class comes out, by its circumstances. */
interface Shown {
  readonly dataClass: string;
  /** As it is stored: masked by the mask of its class where `clear` tells what it is. */
  readonly value: string;
  clear?(): string | null;
  readonly given: Circumstances;
  readonly subject: Subject;
}

/** What the policy says of a value; where that depends on the subject, it is noted for the answer. */
function decide({ clearance, disclosures }: Sight, { dataClass, given, subject }: Omit<Shown, 'value'>): Decision {
  const decision = clearance.decide(dataClass, given);
  if (decision.kind !== 'allow' && clearance.factorsOf(dataClass).length > 0)
    disclosures.note(dataClass, decision, subject.named());
  return decision;
}

/** A value as the caller may see it. */
function show(sight: Sight, shown: Shown): string | null {
  const { dataClass, value } = shown;
  const decision = decide(sight, shown);
  const isAllowed = decision.kind === 'allow';
  if (decision.kind === 'withhold') return null;
  if (!isAllowed && shown.clear !== undefined && decision.mask === dataClass) return value;
  const clear = shown.clear === undefined ? value : shown.clear();
  return isAllowed || clear === null ? clear : sight.masks[decision.mask](clear);
}

/** Someone the assistance list names and does not say lives here: obliged to support the household, if anything. */
export function livesApart({ notCounted }: Member): boolean {
  return notCounted === 'NOT_CO_LIVING';
}

/** Values are shown when they are read, so that an answer names and opens no more than it holds. */
class SeenPerson implements PersonView, Subject {
  readonly person: PersonDocument;
  readonly day: Day;
  readonly feeds: FeedStates;
  readonly #age: number | null;
  readonly #profile: ProfileOnDay;
  readonly #sight: Sight;
  readonly household: number;
  readonly given: Circumstances;
  #name: string | null | undefined;

  constructor(member: Member, { profile, sight, standing }: Beheld) {
    this.person = member.person;
    this.day = profile.day;
    this.feeds = profile.feeds;
    this.#age = ageOn(member.person, profile.day);
    this.household = profile.id;
    this.#profile = profile;
    this.#sight = sight;
    // As old as they are now: what flips with a day that is asked for would tell the day of birth.
    const age = profile.today === profile.day ? this.#age : ageOn(member.person, profile.today);
    const child = age === null || age < sight.clearance.childrenUnder;
    const { consents, openAlert, openCase, emergency, secondPerson } = standing;
    const whose = { person: member.person.id, child, counted: member.notCounted === null };
    const consented = consentedFor(consents, whose);
    this.given = { openAlert, openCase, emergency, secondPerson, child, obligor: livesApart(member), consented };
  }

  get id(): string | null {
    decide(this.#sight, { dataClass: 'subject-key', given: this.given, subject: this });
    return this.named();
  }

  get name(): string | null {
    return this.#identity('name');
  }

  get residentId(): string | null {
    return this.#identity('residentId');
  }

  get phone(): string | null {
    return this.#identity('phone');
  }

  /** On a chosen day it tells the day of birth: then it is shown where that is. */
  get age(): number | null {
    const { clearance, disclosures } = this.#sight;
    if (this.#age === null) return null;
    for (const dataClass of this.day === this.#profile.today ? ['age'] : ['age', 'birth-date']) {
      const decision = clearance.decide(dataClass, this.given);
      if (decision.kind === 'allow') continue;
      disclosures.note('age', decision, this.named());
      return null;
    }
    return this.#age;
  }

  get birthDate(): Day | null {
    return this.#shown('birth-date', this.person.birthDate) as Day | null;
  }

  shows(section: string, noted: string = section): boolean {
    const { clearance, disclosures } = this.#sight;
    const decision = clearance.decide(section, this.given);
    if (decision.kind === 'allow') return true;
    if (clearance.factorsOf(section).length > 0) disclosures.note(noted, decision, this.named());
    return false;
  }

  opens(section: string): boolean {
    return this.#sight.clearance.decide(section, this.given).kind === 'allow';
  }

  #shown(dataClass: string, value: string | null): string | null {
    return value === null ? null : show(this.#sight, { dataClass, value, given: this.given, subject: this });
  }

  #identity(field: keyof typeof PERSON_IDENTITY): string | null {
    const value = this.person[field];
    if (value === null) return null;
    return show(this.#sight, {
      dataClass: PERSON_IDENTITY[field],
      value,
      clear: () => this.#profile.identities().persons.get(this.person.id)?.[field] ?? null,
      given: this.given,
      subject: this,
    });
  }

  /** The id as this caller sees it. */
  named(): string | null {
    if (this.#name === undefined) this.#name = this.#findName();
    return this.#name;
  }

  #findName(): string | null {
    const { clearance, masks } = this.#sight;
    const decision = clearance.decide('subject-key', this.given);
    if (decision.kind === 'withhold') return null;
    const id = encodeId('person', BigInt(this.person.id));
    return decision.kind === 'mask' ? masks[decision.mask](id) : id;
  }
}

class SeenHousehold implements HouseholdView, Subject {
  readonly id: string;
  readonly document: HouseholdDocument;
  readonly day: Day;
  readonly feeds: FeedStates;
  readonly members: readonly MemberView[];
  readonly listed: readonly MemberView[];
  readonly #beheld: Beheld;

  constructor(beheld: Beheld) {
    const { profile } = beheld;
    this.id = encodeId('household', BigInt(profile.id));
    this.document = profile.document;
    this.day = profile.day;
    this.feeds = profile.feeds;
    this.listed = profile.document.members.map((member) => ({
      member,
      person: new SeenPerson(member, beheld),
    }));
    this.members = this.listed.filter(
      ({ member }) => member.notCounted === null && isAlive(member.person, profile.day),
    );
    this.#beheld = beheld;
  }

  get address(): string | null {
    const { profile, sight, standing } = this.#beheld;
    const value = this.document.address;
    if (value === null) return null;
    const { consents, ...household } = standing;
    const given = { ...household, child: false, obligor: false, consented: consents.household };
    return show(sight, {
      dataClass: HOUSEHOLD_IDENTITY.address,
      value,
      clear: () => profile.identities().address,
      given,
      subject: this,
    });
  }

  named(): string {
    return this.id;
  }
}

/** Shows a profile to the caller of a sight. */
export function viewHousehold(profile: ProfileOnDay, sight: Sight, standing: Standing): HouseholdView {
  sight.subjects.sawProfile(profile);
  return new SeenHousehold({ profile, sight, standing });
}
