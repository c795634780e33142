/**
 * Facts of a person and a household as of a day, inclusive, Beijing time. They must come out the same whoever
 * computes them; the same definitions stand in SQL behind the rules' fact catalogue, and a test compares both.
 */
import { isAlive } from '../../../connectors/civil-affairs/index.ts';
import { type Contribution, isBenefitPaid, paidContributions } from '../../../connectors/human-resources/index.ts';
import { completedYears, type Day } from '../../kernel/day.ts';
import { asFen, type Fen, sumOf } from '../../kernel/money.ts';
import { addToMonth, monthOf } from '../../kernel/month.ts';
import type { HouseholdDocument, Member, PersonDocument } from './document.ts';

/** What one agency's records say is that agency's to define. */
export { diedOn, isAlive } from '../../../connectors/civil-affairs/index.ts';
export { certificateOn } from '../../../connectors/disability-federation/index.ts';
export { isEnrolled, schoolYearOf } from '../../../connectors/education/index.ts';
export { diseaseCodeOf, inpatientBills, outOfPocket12Months } from '../../../connectors/health-insurance/index.ts';
export { isBenefitPaid, isRegisteredUnemployed } from '../../../connectors/human-resources/index.ts';

const ACTIVE = '1';

/** Completed years on the day; null where the birth date is not known or lies after the day. */
export function ageOn(person: PersonDocument, day: Day): number | null {
  return person.birthDate === null || person.birthDate > day ? null : completedYears(person.birthDate, day);
}

const BASE_WINDOW_MONTHS = 6;

function contributionBase(person: PersonDocument, day: Day): Fen | null {
  if (person.contributions.length === 0) return null;
  const oldest = addToMonth(monthOf(day), 1 - BASE_WINDOW_MONTHS);
  let newest: Pick<Contribution, 'month' | 'base'> = { month: oldest, base: null };
  for (const { month, base } of paidContributions(person, day))
    if (base !== null && (month > newest.month || (month === newest.month && base > (newest.base ?? -Infinity))))
      newest = { month, base };
  return newest.base;
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
