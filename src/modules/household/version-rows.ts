/** How a version's facts are written as rows: columns by their names, lists as PostgreSQL's own text. */
import type { CopyCell, CopyRow } from '../../platform/database/copy.ts';
import type { HouseholdDocument } from './document.ts';
import { type HouseholdFactRow, householdFactOf, type MemberFactRow, memberFactsOf } from './fact-rows.ts';

const HOUSEHOLD_COLUMNS: Readonly<Record<keyof HouseholdFactRow, string>> = {
  kind: 'kind',
  number: 'number',
  streetCode: 'street_code',
  committeeCode: 'committee_code',
  classCode: 'class_code',
  recognisedOn: 'recognised_on',
  classUntil: 'class_until',
  annualIncomeFen: 'annual_income_fen',
  assetsFen: 'assets_fen',
  tenure: 'tenure',
  floorArea: 'floor_area',
  incomeStability: 'income_stability',
  lastReviewedOn: 'last_reviewed_on',
};

const MEMBER_COLUMNS: Readonly<Record<keyof MemberFactRow, string>> = {
  personId: 'person_id',
  counted: 'counted',
  home: 'home',
  relationship: 'relationship',
  sex: 'sex',
  birthDate: 'birth_date',
  diedOn: 'died_on',
  workCapacity: 'work_capacity',
  selfCare: 'self_care',
  spendDays: 'spend_days',
  spentFen: 'spent_fen',
  paidMonths: 'paid_months',
  baseMonths: 'base_months',
  baseFen: 'base_fen',
  unemployedFrom: 'unemployed_from',
  benefitFrom: 'benefit_from',
  benefitTo: 'benefit_to',
  benefitFen: 'benefit_fen',
  pensionFen: 'pension_fen',
  enrolledStages: 'enrolled_stages',
  schoolLeftStatus: 'school_left_status',
  schoolLeftOn: 'school_left_on',
  certificateFrom: 'certificate_from',
  certificateTo: 'certificate_to',
  certificateKinds: 'certificate_kinds',
  paymentMonths: 'payment_months',
  paymentProgrammes: 'payment_programmes',
  insuredYears: 'insured_years',
  aidTerms: 'aid_terms',
  inpatientDays: 'inpatient_days',
  inpatientFen: 'inpatient_fen',
  chronicFrom: 'chronic_from',
  chronicTo: 'chronic_to',
  chronicCodes: 'chronic_codes',
  serviceDays: 'service_days',
  serviceItems: 'service_items',
  hardshipYears: 'hardship_years',
  hardshipLevels: 'hardship_levels',
  unpaidMonths: 'unpaid_months',
  exitDays: 'exit_days',
};

const HOUSEHOLD_FIELDS = Object.keys(HOUSEHOLD_COLUMNS) as (keyof HouseholdFactRow)[];
const MEMBER_FIELDS = Object.keys(MEMBER_COLUMNS) as (keyof MemberFactRow)[];

/** Columns of {@link householdCells} and of {@link memberCells}. */
export const HOUSEHOLD_FACT_COLUMNS: readonly string[] = Object.values(HOUSEHOLD_COLUMNS);
export const MEMBER_FACT_COLUMNS: readonly string[] = Object.values(MEMBER_COLUMNS);

/** Its items hold no commas, quotes or braces. */
function cellOf(value: unknown): CopyCell {
  return Array.isArray(value) ? `{${value.map((item) => item ?? 'NULL').join(',')}}` : (value as CopyCell);
}

export function householdCells(document: HouseholdDocument): CopyRow {
  const fact = householdFactOf(document);
  return HOUSEHOLD_FIELDS.map((field) => cellOf(fact[field]));
}

/** One row per listed person, in the document's order. */
export function memberCells(document: HouseholdDocument): readonly CopyRow[] {
  return memberFactsOf(document).map((fact) => MEMBER_FIELDS.map((field) => cellOf(fact[field])));
}
