/** A consent as it is given and taken back, when that is refused, and whom it covers. */
import type { Day } from '../../kernel/day.ts';
import type { ErrorCode, ErrorParams } from '../../kernel/errors.ts';

/** As what somebody gives a consent: for themselves, for the household they apply for, or for a child or ward. */
export const CAPACITIES = ['SELF', 'APPLICANT', 'GUARDIAN'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** How a withdrawal reached the hub. */
export const WITHDRAWAL_WAYS = ['IN_PERSON', 'WRITTEN', 'PHONE', 'ONLINE'] as const;
export type WithdrawalWay = (typeof WITHDRAWAL_WAYS)[number];

/** What is recorded of a consent. */
export interface GivenConsent {
  /** Null: of the household and its members. */
  readonly personId: number | null;
  readonly capacity: Capacity;
  /** Null: a guardian whom the hub does not know; the evidence names them. */
  readonly givenBy: number | null;
  readonly kind: string;
  readonly scope: readonly string[];
  readonly purposes: readonly string[];
  readonly recipient: string | null;
  readonly validFrom: Day;
  readonly validUntil: Day;
  readonly evidence: string;
}

/** Someone the household's lists name. */
export interface Listed {
  readonly id: number;
  /** Null: not known. */
  readonly age: number | null;
  /** Counts as a member. */
  readonly counted: boolean;
}

/** The words a consent may use. */
export interface ConsentWords {
  /** Below this age a guardian speaks for the child (个人信息保护法 第31条). */
  readonly childrenUnder: number;
  /** Whether a kind needs a recipient; null: no such kind. */
  needsRecipient(kind: string): boolean | null;
  /** The data classes of a scope; null: some word is unknown. */
  classesOf(scope: readonly string[]): readonly string[] | null;
  isPurpose(word: string): boolean;
  /** Of the pack, or administered. */
  isOrganisation(word: string): Promise<boolean>;
}

/** Why a consent was not recorded or withdrawn; nothing was changed. */
export interface ConsentRefusal {
  readonly code: ErrorCode;
  readonly params?: ErrorParams;
}

const ADULT = 18;

/** The person is listed, and whoever speaks may speak for them. */
function refuseGiver({ personId, capacity, givenBy }: GivenConsent, listed: readonly Listed[], under: number) {
  const of = (id: number | null): Listed | undefined => listed.find((one) => one.id === id);
  const [person, giver] = [of(personId), of(givenBy)];
  if (personId !== null && person === undefined) return 'PERSON';
  if (givenBy !== null && giver === undefined) return 'GIVER';
  const grown = giver !== undefined && giver.age !== null && giver.age >= ADULT;
  const child = person !== undefined && (person.age === null || person.age < under);
  const may: Readonly<Record<Capacity, boolean>> = {
    SELF: person !== undefined && !child && givenBy === personId,
    APPLICANT: personId === null && grown && giver.counted,
    GUARDIAN: person !== undefined && givenBy !== personId && (givenBy === null || grown),
  };
  return may[capacity] ? null : 'CAPACITY';
}

async function unknownWord(
  { kind, scope, purposes, recipient }: GivenConsent,
  words: ConsentWords,
): Promise<string | null> {
  if (words.needsRecipient(kind) === null) return 'kind';
  if (scope.length === 0 || words.classesOf(scope) === null) return 'scope';
  if (purposes.length === 0 || !purposes.every((purpose) => words.isPurpose(purpose))) return 'purposes';
  const missing = recipient === null && words.needsRecipient(kind) === true;
  return missing || (recipient !== null && !(await words.isOrganisation(recipient))) ? 'recipient' : null;
}

/** What is wrong with a consent, as given on a day in a household. */
export async function refuseConsent(
  given: GivenConsent,
  { listed, today, words }: { readonly listed: readonly Listed[]; readonly today: Day; readonly words: ConsentWords },
): Promise<ConsentRefusal | null> {
  const unknown = await unknownWord(given, words);
  if (unknown !== null) return { code: 'CONSENT_WORD_UNKNOWN', params: { input: unknown } };
  if (given.evidence.trim() === '') return { code: 'TEXT_REQUIRED', params: { input: 'evidence' } };
  if (given.validUntil < given.validFrom || given.validUntil < today)
    return { code: 'CONSENT_DATES_WRONG', params: { today } };
  const giver = refuseGiver(given, listed, words.childrenUnder);
  if (giver === 'PERSON' || giver === 'GIVER')
    return { code: 'NOT_FOUND', params: { what: giver === 'PERSON' ? 'person' : 'giver' } };
  return giver === null ? null : { code: 'CONSENT_GIVER_WRONG', params: { age: words.childrenUnder } };
}

/** What is open by consent in a household, each entry in the form the access module asks for. */
export interface HouseholdConsents {
  readonly household: ReadonlySet<string>;
  readonly persons: ReadonlyMap<number, ReadonlySet<string>>;
}

export const NO_CONSENTS: HouseholdConsents = { household: new Set(), persons: new Map() };

/**
 * What is open of one person. The household's own consent covers members who are old enough to be spoken for by the
 * applicant; a child needs its guardian's, and who does not count as a member their own.
 */
export function consentedFor(
  { household, persons }: HouseholdConsents,
  { person, child, counted }: { readonly person: number; readonly child: boolean; readonly counted: boolean },
): ReadonlySet<string> {
  const own = persons.get(person);
  if (child || !counted) return own ?? NO_CONSENTS.household;
  return own === undefined ? household : new Set([...household, ...own]);
}
