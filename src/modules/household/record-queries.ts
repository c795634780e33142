/** How each record type becomes part of a person's material: which columns are read, and what they are. */
import type { RecordType } from '../../kernel/agency.ts';
import type { Fen } from '../../kernel/money.ts';
import type { Naming } from './build.ts';
import type { PersonRecords, Source } from './document.ts';

/** A row as the database driver gives it, column by column: text, number, boolean or null. */
export type Cells = readonly unknown[];

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A person's records while they are gathered. */
export type GatheredRecords = Mutable<PersonRecords>;

/** One record type's part in the profile. */
export interface RecordQuery<Key extends keyof PersonRecords = keyof PersonRecords> {
  readonly recordType: RecordType;
  readonly into: Key;
  readonly columns: string;
  read(cells: Cells, source: Source): PersonRecords[Key][number];
  /** Columns, after the others, that say who the person is. */
  readonly naming: Partial<Record<Exclude<keyof Naming, 'recordType' | 'at'>, string>>;
}

/** What is read of a record `r` beside its source, in SQL. */
export function recordColumns({ columns }: RecordQuery): string {
  return columns
    .split(', ')
    .map((column) => `r.${column}`)
    .join(', ');
}

/** Where a record `r` comes from, in SQL. */
export const SOURCE_COLUMNS = 'r.source_key, r.updated_at, r.batch_id, r.newer_quarantined';
export const SOURCE_WIDTH = 4;

export function sourceOf(cells: Cells, at = 0): Source {
  const [key, time, batch, newerUnread] = cells.slice(at, at + SOURCE_WIDTH) as [string, Source['at'], number, boolean];
  return newerUnread ? { key, at: time, batch, newerUnread } : { key, at: time, batch };
}

/** Columns are typed by the record contracts and the schema; the driver gives what the schema says. */
function take<T>(cells: Cells, at: number): T {
  return cells[at] as T;
}

function query<Key extends keyof PersonRecords>(definition: RecordQuery<Key>): RecordQuery {
  return definition as unknown as RecordQuery;
}

/** In the order in which they are asked who a person is. */
export const RECORD_QUERIES: readonly RecordQuery[] = [
  query({
    recordType: 'HI01',
    into: 'insurance',
    columns: 'insutype, year, status',
    read: (c, source) => ({ insuranceType: take(c, 0), year: take(c, 1), status: take(c, 2), source }),
    naming: { name: 'psn_name' },
  }),
  query({
    recordType: 'ED01',
    into: 'schooling',
    columns: 'student_no, school, stage, grade, status, status_date, home_taught',
    read: (c, source) => ({
      studentNo: take(c, 0),
      school: take(c, 1),
      stage: take(c, 2),
      grade: take(c, 3),
      status: take(c, 4),
      statusDate: take(c, 5),
      homeTaught: take(c, 6),
      source,
    }),
    naming: { name: 'name', sex: 'sex', birthDate: 'birth_date' },
  }),
  query({
    recordType: 'DF01',
    into: 'certificates',
    columns: 'category, level, issued_on, expires_on, status',
    read: (c, source) => ({
      category: take(c, 0),
      level: take(c, 1),
      issuedOn: take(c, 2),
      expiresOn: take(c, 3),
      status: take(c, 4),
      source,
    }),
    naming: { name: 'name', sex: 'sex', birthDate: 'birth_date', phone: 'phone' },
  }),
  query({
    recordType: 'HR03',
    into: 'pensions',
    columns: 'kind, monthly_amount, from_month, status',
    read: (c, source) => ({
      kind: take(c, 0),
      monthlyAmount: take(c, 1),
      fromMonth: take(c, 2),
      status: take(c, 3),
      source,
    }),
    naming: { name: 'aac003' },
  }),
  query({
    recordType: 'HR02',
    into: 'unemployment',
    columns: 'registered_on, unemployed_on, benefit_from, benefit_to, benefit_monthly, hard_to_employ, status',
    read: (c, source) => ({
      registeredOn: take(c, 0),
      unemployedOn: take(c, 1),
      benefitFrom: take(c, 2),
      benefitTo: take(c, 3),
      benefitMonthly: take(c, 4),
      hardToEmploy: take(c, 5),
      status: take(c, 6),
      source,
    }),
    naming: { name: 'aac003' },
  }),
  query({
    recordType: 'HR01',
    into: 'contributions',
    columns: 'aae002, aae140, employer, aae180, status',
    read: (c, source) => ({
      month: take(c, 0),
      insuranceType: take(c, 1),
      employer: take(c, 2),
      base: take(c, 3),
      status: take(c, 4),
      source,
    }),
    naming: { name: 'aac003' },
  }),
  query({
    recordType: 'CA03',
    into: 'payments',
    columns: 'programme, month, amount, paid_on',
    read: (c, source) => ({
      programme: take(c, 0),
      month: take(c, 1),
      amount: take<Fen>(c, 2),
      paidOn: take(c, 3),
      source,
    }),
    naming: { name: 'name' },
  }),
  query({
    recordType: 'CA04',
    into: 'deaths',
    columns: 'died_on',
    read: (c, source) => ({ diedOn: take(c, 0), source }),
    naming: { name: 'name' },
  }),
  query({
    recordType: 'HI02',
    into: 'settlements',
    columns: 'setl_id, med_type, setl_time, medfee_sumamt, fund_pay_sumamt, psn_part_amt, refd_setl_flag, init_setl_id',
    read: (c, source) => ({
      settlementId: take(c, 0),
      type: take(c, 1),
      settledAt: take(c, 2),
      total: take(c, 3),
      fundPaid: take(c, 4),
      selfPaid: take(c, 5),
      refund: take<boolean | null>(c, 6) ?? false,
      refundOf: take(c, 7),
      source,
    }),
    naming: { name: 'psn_name' },
  }),
  query({
    recordType: 'HI03',
    into: 'chronic',
    columns: 'opsp_dise_cod, opsp_dise_name, begndate, enddate',
    read: (c, source) => ({
      diseaseCode: take(c, 0),
      diseaseName: take(c, 1),
      beganOn: take(c, 2),
      endedOn: take(c, 3),
      source,
    }),
    naming: { name: 'psn_name' },
  }),
  query({
    recordType: 'ED02',
    into: 'hardship',
    columns: 'school_year, hardship_level',
    read: (c, source) => ({ schoolYear: take(c, 0), level: take(c, 1), source }),
    naming: { name: 'name' },
  }),
  query({
    recordType: 'ED03',
    into: 'aid',
    columns: 'term, aid_item, amount, paid_on',
    read: (c, source) => ({ term: take(c, 0), item: take(c, 1), amount: take<Fen>(c, 2), paidOn: take(c, 3), source }),
    naming: { name: 'name' },
  }),
  query({
    recordType: 'DF02',
    into: 'services',
    columns: 'item, served_on, amount',
    read: (c, source) => ({ item: take(c, 0), servedOn: take(c, 1), amount: take(c, 2), source }),
    naming: { name: 'name' },
  }),
];

export function noRecords(): GatheredRecords {
  return {
    payments: [],
    deaths: [],
    insurance: [],
    settlements: [],
    chronic: [],
    schooling: [],
    hardship: [],
    aid: [],
    contributions: [],
    unemployment: [],
    pensions: [],
    certificates: [],
    services: [],
  };
}
