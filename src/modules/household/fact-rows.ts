/**
 * The dated facts that rules read, one row per household and per listed person. They carry no day: validity periods,
 * birth dates and dated amounts stand in columns and parallel arrays, so that a rule can judge any day in SQL.
 */
import { type SchoolEnrolment, schoolYearOf } from '../../../connectors/education/index.ts';
import { diseaseCodeOf, inpatientBills } from '../../../connectors/health-insurance/index.ts';
import type { Day } from '../../kernel/day.ts';
import { dayOfTime } from '../../kernel/local-time.ts';
import { asFen, type Fen } from '../../kernel/money.ts';
import { monthIndex } from '../../kernel/month.ts';
import type { HouseholdDocument, Member, PersonDocument } from './document.ts';

const ACTIVE = '1';

/** A row of `household_fact` without its validity period. */
export interface HouseholdFactRow {
  readonly kind: string;
  readonly number: string;
  readonly streetCode: string;
  readonly committeeCode: string | null;
  readonly classCode: string | null;
  readonly recognisedOn: Day | null;
  readonly classUntil: Day | null;
  readonly annualIncomeFen: Fen | null;
  readonly assetsFen: Fen | null;
  readonly tenure: string | null;
  /** Whole square metres. */
  readonly floorArea: number | null;
  readonly incomeStability: string | null;
  readonly lastReviewedOn: Day | null;
}

/** A row of `member_fact` without its validity period. Arrays of one group run in parallel. */
export interface MemberFactRow {
  readonly personId: number;
  readonly counted: boolean;
  readonly home: boolean;
  readonly relationship: string;
  readonly sex: string | null;
  readonly birthDate: Day | null;
  readonly diedOn: Day | null;
  readonly workCapacity: string | null;
  readonly selfCare: string | null;
  /** Days of settlements, in their order. */
  readonly spendDays: readonly Day[];
  /** What was paid out of pocket by the end of each of these days: a window is a difference of two. */
  readonly spentFen: readonly Fen[];
  /** In their order, each once. */
  readonly paidMonths: readonly number[];
  /** In their order, of one month the highest base last. */
  readonly baseMonths: readonly number[];
  readonly baseFen: readonly Fen[];
  readonly unemployedFrom: readonly Day[];
  readonly benefitFrom: readonly Day[];
  /** 'infinity' where the benefit has no stated end. */
  readonly benefitTo: readonly (Day | 'infinity')[];
  readonly benefitFen: readonly (Fen | null)[];
  readonly pensionFen: Fen | null;
  readonly enrolledStages: readonly string[];
  readonly schoolLeftStatus: string | null;
  readonly schoolLeftOn: Day | null;
  readonly certificateFrom: readonly Day[];
  readonly certificateTo: readonly (Day | 'infinity')[];
  /** Category and level, as in `52`: 智力, 二级. */
  readonly certificateKinds: readonly string[];
  readonly paymentMonths: readonly number[];
  readonly paymentProgrammes: readonly string[];
  readonly insuredYears: readonly number[];
  readonly aidTerms: readonly string[];
  /** Stays in hospital: the bill's day and what was paid out of pocket, refunds of it netted. */
  readonly inpatientDays: readonly Day[];
  readonly inpatientFen: readonly Fen[];
  readonly chronicFrom: readonly Day[];
  readonly chronicTo: readonly (Day | 'infinity')[];
  readonly chronicCodes: readonly string[];
  readonly serviceDays: readonly Day[];
  readonly serviceItems: readonly string[];
  /** First calendar year of the school year. */
  readonly hardshipYears: readonly number[];
  readonly hardshipLevels: readonly string[];
  /** Months of payments without a day on which they were paid. */
  readonly unpaidMonths: readonly number[];
  readonly exitDays: readonly Day[];
}

type LastingFact =
  | 'inpatientDays'
  | 'inpatientFen'
  | 'chronicFrom'
  | 'chronicTo'
  | 'chronicCodes'
  | 'serviceDays'
  | 'serviceItems'
  | 'hardshipYears'
  | 'hardshipLevels'
  | 'unpaidMonths'
  | 'exitDays';

export function householdFactOf(document: HouseholdDocument): HouseholdFactRow {
  const { recognition } = document;
  return {
    kind: document.kind,
    number: document.number,
    streetCode: document.streetCode,
    committeeCode: document.committeeCode,
    classCode: recognition?.assistanceClass ?? null,
    recognisedOn: recognition?.recognisedOn ?? null,
    classUntil: recognition?.validUntil ?? null,
    annualIncomeFen: recognition?.annualIncome ?? null,
    assetsFen: recognition?.assets ?? null,
    tenure: recognition?.tenure ?? null,
    floorArea: recognition?.floorArea == null ? null : Math.floor(recognition.floorArea),
    incomeStability: recognition?.incomeStability ?? null,
    lastReviewedOn: recognition?.lastReviewedOn ?? null,
  };
}

export function memberFactsOf(document: HouseholdDocument): readonly MemberFactRow[] {
  return document.members.map(memberFactOf);
}

/** The newest enrolment of someone no longer at school; null for who is enrolled or never was. */
function schoolLeft(schooling: readonly SchoolEnrolment[]): SchoolEnrolment | null {
  let newest: SchoolEnrolment | null = null;
  for (const entry of schooling) {
    if (entry.status === ACTIVE) return null;
    if (newest === null || entry.source.at > newest.source.at) newest = entry;
  }
  return newest;
}

/** What lasts or happened, by day: stays in hospital, illness, services, hardship, arrears of the payer, exits. */
function lastingFactsOf(person: PersonDocument): Pick<MemberFactRow, LastingFact> {
  const stays = inpatientBills(person);
  return {
    inpatientDays: stays.map(({ day }) => day),
    inpatientFen: stays.map(({ selfPaid }) => selfPaid),
    chronicFrom: person.chronic.map((entry) => entry.beganOn),
    chronicTo: person.chronic.map((entry) => entry.endedOn ?? 'infinity'),
    chronicCodes: person.chronic.map((entry) => diseaseCodeOf(entry)),
    serviceDays: person.services.map((entry) => entry.servedOn),
    serviceItems: person.services.map((entry) => entry.item),
    hardshipYears: person.hardship.map((entry) => schoolYearOf(entry)),
    hardshipLevels: person.hardship.map((entry) => entry.level),
    unpaidMonths: person.payments.filter((entry) => entry.paidOn === null).map((entry) => monthIndex(entry.month)),
    exitDays: person.exits.map((entry) => entry.endedOn),
  };
}

function spendingOf({ settlements }: PersonDocument): Pick<MemberFactRow, 'spendDays' | 'spentFen'> {
  const byDay = new Map<Day, number>();
  for (const { settledAt, selfPaid } of settlements)
    byDay.set(dayOfTime(settledAt), (byDay.get(dayOfTime(settledAt)) ?? 0) + selfPaid);
  const spendDays = [...byDay.keys()].sort();
  let spent = 0;
  return {
    spendDays,
    spentFen: spendDays.map((day) => {
      spent += byDay.get(day) ?? 0;
      return asFen(spent);
    }),
  };
}

function contributionsOf({
  contributions,
}: PersonDocument): Pick<MemberFactRow, 'paidMonths' | 'baseMonths' | 'baseFen'> {
  const paid = contributions.filter((entry) => entry.status === ACTIVE);
  const based = paid
    .flatMap(({ month, base }) => (base === null ? [] : [{ month: monthIndex(month), base }]))
    .sort((a, b) => a.month - b.month || a.base - b.base);
  return {
    paidMonths: [...new Set(paid.map((entry) => monthIndex(entry.month)))].sort((a, b) => a - b),
    baseMonths: based.map(({ month }) => month),
    baseFen: based.map(({ base }) => base),
  };
}

function memberFactOf(member: Member): MemberFactRow {
  const { person } = member;
  const benefits = person.unemployment.filter((entry) => entry.benefitFrom !== null);
  const pensions = person.pensions.filter((entry) => entry.status === ACTIVE);
  const certificates = person.certificates.filter((entry) => entry.status === ACTIVE);
  const left = schoolLeft(person.schooling);
  const deaths = person.deaths.map((death) => death.diedOn).sort();
  return {
    personId: person.id,
    counted: member.notCounted === null,
    home: member.home,
    relationship: member.relationshipToHead,
    sex: person.sex,
    birthDate: person.birthDate,
    diedOn: deaths[0] ?? null,
    workCapacity: member.workCapacity,
    selfCare: member.selfCare,
    ...spendingOf(person),
    ...contributionsOf(person),
    unemployedFrom: person.unemployment.filter((entry) => entry.status === ACTIVE).map((entry) => entry.registeredOn),
    benefitFrom: benefits.flatMap((entry) => entry.benefitFrom ?? []),
    benefitTo: benefits.map((entry) => entry.benefitTo ?? 'infinity'),
    benefitFen: benefits.map((entry) => entry.benefitMonthly),
    pensionFen: pensions.length === 0 ? null : asFen(pensions.reduce((sum, entry) => sum + entry.monthlyAmount, 0)),
    enrolledStages: person.schooling.filter((entry) => entry.status === ACTIVE).map((entry) => entry.stage),
    schoolLeftStatus: left?.status ?? null,
    schoolLeftOn: left?.statusDate ?? null,
    certificateFrom: certificates.map((entry) => entry.issuedOn),
    certificateTo: certificates.map((entry) => entry.expiresOn ?? 'infinity'),
    certificateKinds: certificates.map((entry) => entry.category + entry.level),
    paymentMonths: person.payments.map((entry) => monthIndex(entry.month)),
    paymentProgrammes: person.payments.map((entry) => entry.programme),
    insuredYears: person.insurance.filter((entry) => entry.status === ACTIVE).map((entry) => entry.year),
    aidTerms: person.aid.map((entry) => entry.term),
    ...lastingFactsOf(person),
  };
}
