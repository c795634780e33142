/** Writes profile versions and their facts: one version per change, valid from the hub's day of the change. */
import { createHash } from 'node:crypto';
import type { Day } from '../../kernel/day.ts';
import { headOf } from '../../platform/crypto/sealed-form.ts';
import type { CopyCell } from '../../platform/database/copy.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { type HouseholdFactRow, householdFactOf, type MemberFactRow, memberFactsOf } from './fact-rows.ts';
import type { StoredProfile } from './identities.ts';
import { TELL_VERSIONS } from './told-changes.ts';

/** A household as built now; no profile: there is no such household any more. */
export interface BuiltHousehold {
  readonly id: number;
  readonly profile: StoredProfile | null;
}

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
const HOUSEHOLD_LIST = Object.values(HOUSEHOLD_COLUMNS).join(', ');
const MEMBER_LIST = Object.values(MEMBER_COLUMNS).join(', ');

const STAGE = [
  'create temp table built_profile (household_id bigint primary key, document_hash text, document json, identities text) on commit drop',
  `create temp table built_household on commit drop as select household_id, ${HOUSEHOLD_LIST} from household_fact with no data`,
  `create temp table built_member on commit drop as select household_id, ${MEMBER_LIST} from member_fact with no data`,
];

/** Versions in force of what is built: closed on an earlier day, replaced on the same day. `$1` is the hub's day. */
const REPLACE = [
  `delete from built_profile b using profile_version v
   where v.household_id = b.household_id and v.valid_to = 'infinity' and v.document_hash = b.document_hash`,
  `create temp table current_version on commit drop as
   select v.household_id, v.valid_from, v.version from built_profile b join profile_version v using (household_id)
   where v.valid_to = 'infinity'`,
  ...TELL_VERSIONS,
  ...['profile_version', 'household_fact', 'member_fact'].flatMap((table) => [
    `delete from ${table} t using current_version c
     where t.household_id = c.household_id and t.valid_from = c.valid_from and c.valid_from >= $1::date`,
    `update ${table} t set valid_to = $1::date from current_version c
     where t.household_id = c.household_id and t.valid_from = c.valid_from and c.valid_from < $1::date`,
  ]),
  `insert into profile_version (household_id, valid_from, valid_to, version, changed_at, document_hash, document, identities)
   select b.household_id, $1::date, 'infinity', coalesce(c.version, 0) + 1, now(), b.document_hash, b.document, b.identities
   from built_profile b left join current_version c using (household_id) where b.document is not null`,
  `insert into household_fact (household_id, valid_from, valid_to, ${HOUSEHOLD_LIST})
   select household_id, $1::date, 'infinity', ${HOUSEHOLD_LIST} from built_household
   where household_id in (select household_id from built_profile)`,
  `insert into member_fact (household_id, valid_from, valid_to, ${MEMBER_LIST})
   select household_id, $1::date, 'infinity', ${MEMBER_LIST} from built_member
   where household_id in (select household_id from built_profile)`,
  `insert into judgement_mark (household_id)
   select household_id from built_profile b
   where b.document is not null or exists (select 1 from current_version c where c.household_id = b.household_id)`,
];

/** Hash of a document that no longer is: any held version differs from it. */
const GONE = 'gone';

/** An agency that says the same again later has changed nothing. */
const SAID_AT = /"at":"[^"]*"/g;

/** Of the block only the head: a hash of what is hidden would tell it to whoever can guess. */
function hashOf(document: string, identities: string): string {
  return createHash('sha256').update(document.replaceAll(SAID_AT, '')).update(headOf(identities)).digest('base64url');
}

/** PostgreSQL's own text of a list. Its items hold no commas, quotes or braces. */
function cellOf(value: unknown): CopyCell {
  return Array.isArray(value) ? `{${value.map((item) => item ?? 'NULL').join(',')}}` : (value as CopyCell);
}

async function stage(tx: Transaction, built: readonly BuiltHousehold[]): Promise<void> {
  for (const text of STAGE) await tx.execute(text);
  await tx.copyInto(
    'built_profile',
    ['household_id', 'document_hash', 'document', 'identities'],
    built.map(({ id, profile }) => {
      if (profile === null) return [id, GONE, null, null];
      const text = JSON.stringify(profile.document);
      return [id, hashOf(text, profile.identities), text, profile.identities];
    }),
  );
  const held = built.flatMap(({ id, profile }) => (profile === null ? [] : [{ id, document: profile.document }]));
  await tx.copyInto(
    'built_household',
    ['household_id', ...Object.values(HOUSEHOLD_COLUMNS)],
    held.map(({ id, document }) => {
      const fact = householdFactOf(document);
      return [id, ...HOUSEHOLD_FIELDS.map((field) => cellOf(fact[field]))];
    }),
  );
  await tx.copyInto(
    'built_member',
    ['household_id', ...Object.values(MEMBER_COLUMNS)],
    held.flatMap(({ id, document }) =>
      memberFactsOf(document).map((fact) => [id, ...MEMBER_FIELDS.map((field) => cellOf(fact[field]))]),
    ),
  );
}

/** Writes the versions that differ from those held; tells how many differ. */
export async function writeVersions(tx: Transaction, built: readonly BuiltHousehold[], day: Day): Promise<number> {
  await stage(tx, built);
  for (const text of REPLACE) await tx.execute(text, text.includes('$1') ? [day] : []);
  const [changed] = await tx.query<{ count: number }>('select count(*)::int as count from built_profile');
  return changed?.count ?? 0;
}
