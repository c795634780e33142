/**
 * Facts of a person and a household as of a day, inclusive, Beijing time. They must come out the same whoever
 * computes them; the same definitions stand in SQL behind the rules' fact catalogue, and a test compares both.
 */
import { addMonths, completedYears, type Day } from '../../kernel/day.ts';
import { dayOfTime } from '../../kernel/local-time.ts';
import { asFen, type Fen } from '../../kernel/money.ts';
import { type Month, monthIndex, monthIndexOf } from '../../kernel/month.ts';
import type {
  Certificate,
  ChronicRegistration,
  Contribution,
  Hardship,
  HouseholdDocument,
  Member,
  PersonDocument,
  PersonRecords,
  Settlement,
  Unemployment,
} from './document.ts';

const ACTIVE = '1';

function sumOf(amounts: readonly Fen[]): Fen {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return asFen(sum);
}

/** Day of death known by `day`, the earliest where several are registered; null while alive. */
export function diedOn(person: PersonRecords, day: Day): Day | null {
  const days = person.deaths.map((death) => death.diedOn).filter((died) => died <= day);
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}

/** No death on or before the day is registered. */
export function isAlive(person: PersonRecords, day: Day): boolean {
  return person.deaths.every((death) => death.diedOn > day);
}

/** Completed years on the day; null where the birth date is not known or lies after the day. */
export function ageOn(person: PersonDocument, day: Day): number | null {
  return person.birthDate === null || person.birthDate > day ? null : completedYears(person.birthDate, day);
}

/** Settlements with `day - months < settled day <= day`. */
export function settlementsWithin(person: PersonRecords, day: Day, months: number): readonly Settlement[] {
  const after = addMonths(day, -months);
  return person.settlements.filter((bill) => {
    const settled = dayOfTime(bill.settledAt);
    return settled > after && settled <= day;
  });
}

/** What the person paid out of pocket in the twelve months that end with the day, refunds netted, in fen. */
export function outOfPocket12Months(person: PersonRecords, day: Day): Fen {
  return sumOf(settlementsWithin(person, day, 12).map((bill) => bill.selfPaid));
}

/** A stay in hospital: the day its bill was settled, and what the person paid, refunds that name the bill netted. */
export interface InpatientBill {
  readonly day: Day;
  readonly selfPaid: Fen;
}

const INPATIENT = '21';

export function inpatientBills(person: PersonDocument): readonly InpatientBill[] {
  const refunds = person.settlements.filter((bill) => bill.refund);
  return person.settlements
    .filter((bill) => bill.type === INPATIENT && !bill.refund)
    .map((bill) => ({
      day: dayOfTime(bill.settledAt),
      selfPaid: sumOf([
        bill.selfPaid,
        ...refunds.filter((refund) => refund.refundOf === bill.settlementId).map((refund) => refund.selfPaid),
      ]),
    }));
}

/** The code of a registered disease, letters and digits only, upper case: what lists of diseases are matched with. */
export function diseaseCodeOf(entry: ChronicRegistration): string {
  return entry.diseaseCode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** First calendar year of the school year a hardship was recognised for, as in `2026-2027`. */
export function schoolYearOf(entry: Hardship): number {
  return Number.parseInt(entry.schoolYear, 10) || 0;
}

function paidContributions(person: PersonRecords, day: Day): readonly Contribution[] {
  const month = monthIndexOf(day);
  return person.contributions.filter((paid) => paid.status === ACTIVE && monthIndex(paid.month) <= month);
}

/** Newest month with a paid contribution; null where there is none. */
export function lastContributionMonth(person: PersonRecords, day: Day): Month | null {
  let newest: Month | null = null;
  for (const { month } of paidContributions(person, day)) if (newest === null || month > newest) newest = month;
  return newest;
}

/** Whole months from the newest paid contribution to the day's month; null where there is none. */
export function contributionGapMonths(person: PersonRecords, day: Day): number | null {
  const last = lastContributionMonth(person, day);
  return last === null ? null : monthIndexOf(day) - monthIndex(last);
}

/** An unemployment registration with status 1 that began by the day. */
export function isRegisteredUnemployed(person: PersonDocument, day: Day): boolean {
  return person.unemployment.some((entry) => entry.status === ACTIVE && entry.registeredOn <= day);
}

/** A school enrolment with status 1. */
export function isEnrolled(person: PersonDocument): boolean {
  return person.schooling.some((entry) => entry.status === ACTIVE);
}

/** The valid disability certificate: status 1, issued by the day, not run out before it; the newest of several. */
export function certificateOn(person: PersonRecords, day: Day): Certificate | null {
  const valid = person.certificates.filter(
    (entry) => entry.status === ACTIVE && entry.issuedOn <= day && (entry.expiresOn === null || entry.expiresOn >= day),
  );
  return valid.reduce<Certificate | null>(
    (newest, entry) => (newest === null || entry.issuedOn > newest.issuedOn ? entry : newest),
    null,
  );
}

/** Unemployment benefit is being paid on the day (a blank end is open). */
export function isBenefitPaid(entry: Unemployment, day: Day): boolean {
  return entry.benefitFrom !== null && entry.benefitFrom <= day && (entry.benefitTo === null || entry.benefitTo >= day);
}

const BASE_WINDOW_MONTHS = 6;

function contributionBase(person: PersonDocument, day: Day): Fen | null {
  const oldest = monthIndexOf(day) - BASE_WINDOW_MONTHS + 1;
  let newest: Contribution | null = null;
  for (const paid of paidContributions(person, day)) {
    if (paid.base === null || monthIndex(paid.month) < oldest) continue;
    if (newest === null || paid.month > newest.month || (paid.month === newest.month && paid.base > (newest.base ?? 0)))
      newest = paid;
  }
  return newest?.base ?? null;
}

/** A person's yearly income and the record type it was taken from. */
export interface PersonIncome {
  readonly value: Fen;
  readonly recordType: 'HR01' | 'HR03' | 'HR02';
}

/**
 * The first of these the person has: twelve times the newest contribution base of the last six months; the
 * pensions in payment; the unemployment benefit while paid. Null: not known, which is never zero.
 */
export function incomeOf(person: PersonDocument, day: Day): PersonIncome | null {
  const base = contributionBase(person, day);
  if (base !== null) return { value: asFen(12 * base), recordType: 'HR01' };
  const pensions = person.pensions.filter((entry) => entry.status === ACTIVE);
  if (pensions.length > 0)
    return { value: asFen(12 * sumOf(pensions.map((entry) => entry.monthlyAmount))), recordType: 'HR03' };
  const benefit = person.unemployment.find((entry) => entry.benefitMonthly !== null && isBenefitPaid(entry, day));
  return benefit?.benefitMonthly == null ? null : { value: asFen(12 * benefit.benefitMonthly), recordType: 'HR02' };
}

/** The household's living members on the day. */
export function membersOn(household: HouseholdDocument, day: Day): readonly Member[] {
  return household.members.filter((member) => member.notCounted === null && isAlive(member.person, day));
}

/** Class of recognition in force on the day; null: none. */
export function registeredClassOn(household: HouseholdDocument, day: Day): string | null {
  const { recognition } = household;
  if (recognition === null) return null;
  return recognition.validUntil !== null && recognition.validUntil < day ? null : recognition.assistanceClass;
}

/** Yearly income of the household with the record types it rests on; null: not known, which is never zero. */
export interface HouseholdIncome {
  readonly value: Fen;
  readonly recordTypes: readonly string[];
}

/** CA01 家庭年收入 where the household has one, else the sum over members of what each is known to have. */
export function annualIncomeOn(household: HouseholdDocument, day: Day): HouseholdIncome | null {
  const stated = household.recognition?.annualIncome ?? null;
  if (stated !== null) return { value: stated, recordTypes: ['CA01'] };
  const known = membersOn(household, day).flatMap((member) => incomeOf(member.person, day) ?? []);
  if (known.length === 0) return null;
  return {
    value: sumOf(known.map((income) => income.value)),
    recordTypes: [...new Set(known.map((income) => income.recordType))].sort(),
  };
}
