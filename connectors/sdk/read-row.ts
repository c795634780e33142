import type { RowErrorCode } from '../../src/kernel/catalogue/row.ts';
import { errorMessage } from '../../src/kernel/errors.ts';
import type { LocalTime } from '../../src/kernel/local-time.ts';
import { birthDateOf, type ResidentId, sexOf } from '../../src/kernel/resident-id.ts';
import { COMMON_COLUMNS } from './common-columns.ts';
import { type RowContext, Unreadable } from './field-kinds/index.ts';
import type { RawRow, SourceRow } from './raw-row.ts';
import type {
  CanonicalRecord,
  FieldDeclaration,
  PersonClause,
  RecordContract,
  RecordField,
} from './record-contract.ts';

/** Why a row cannot be taken; `column` is the agency's header. Messages never hold values. */
export interface Reason {
  readonly column: string;
  readonly code: RowErrorCode;
  readonly message: string;
}

/** A contradiction inside an accepted row, for its agency to correct. */
export type Finding = Reason;

export interface ReadRecord<R = CanonicalRecord> {
  readonly kind: 'record';
  readonly row: number;
  readonly sourceKey: string;
  readonly updatedAt: LocalTime;
  readonly operation: 'U';
  readonly record: R;
  readonly findings: readonly Finding[];
}

export interface ReadDeletion {
  readonly kind: 'deletion';
  readonly row: number;
  readonly sourceKey: string;
  readonly updatedAt: LocalTime;
}

export interface RejectedRow {
  readonly kind: 'rejected';
  readonly row: number;
  readonly sourceKey: string | null;
  readonly updatedAt: LocalTime | null;
  readonly reasons: readonly Reason[];
}

export type RowOutcome<R = CanonicalRecord> = ReadRecord<R> | ReadDeletion | RejectedRow;

type MutableRecord = Record<string, string | number | boolean | null>;

const CHECKED: RowContext = { unchecked: false };
const UNCHECKED: RowContext = { unchecked: true };
const NO_FINDINGS: readonly Finding[] = [];
const OTHER_DOCUMENT = '990';

const note = (column: string, code: RowErrorCode): Reason => ({ column, code, message: errorMessage(code, {}, 'zh') });

/** Collects what is wrong with one row. */
class RowReader {
  readonly reasons: Reason[] = [];
  readonly #raw: RawRow;
  readonly #faults: SourceRow['faults'];

  constructor(source: SourceRow) {
    this.#raw = source.raw;
    this.#faults = source.faults;
  }

  read<T>(field: FieldDeclaration<T>, context: RowContext): T | null {
    const fault = this.#faults?.find(({ column }) => column === field.header);
    if (fault !== undefined) return this.#reject(field.header, fault.code);
    const value = field.kind.read(this.#raw[field.header] ?? null, context);
    if (value instanceof Unreadable) return this.#reject(field.header, value.code);
    if (value !== null) return value;
    if (field.required) return this.#reject(field.header, 'MISSING_REQUIRED');
    return field.blank ?? null;
  }

  #reject(column: string, code: RowErrorCode): null {
    this.reasons.push(note(column, code));
    return null;
  }
}

/** Whether the identity number is to be checked, which another column of the row decides. */
function contextOf(contract: RecordContract, raw: RawRow): RowContext {
  const field = contract.person?.documentType;
  if (field === undefined) return CHECKED;
  const type = field.kind.read(raw[field.header] ?? null, CHECKED);
  // A type that cannot be read is a reason of its own; checking the number by a guessed type would add a false one.
  return type === OTHER_DOCUMENT || type instanceof Unreadable ? UNCHECKED : CHECKED;
}

/** The number's birth date and sex replace the row's own; what contradicts them becomes a finding. */
function takeFromNumber(person: PersonClause, record: MutableRecord): readonly Finding[] {
  const number = person.number === undefined ? null : record[person.number.name];
  if (typeof number !== 'string') return NO_FINDINGS;
  const id = number.slice(0, 18) as ResidentId;
  const findings: Finding[] = [];
  const take = (field: RecordField | undefined, value: string, code: RowErrorCode): void => {
    if (field === undefined) return;
    const own = record[field.name] ?? null;
    if (own !== null && own !== value) findings.push(note(field.header, code));
    record[field.name] = value;
  };
  take(person.sex, sexOf(id), 'SEX_CONTRADICTS_NUMBER');
  take(person.birthDate, birthDateOf(id), 'BIRTH_DATE_CONTRADICTS_NUMBER');
  return findings.length === 0 ? NO_FINDINGS : findings;
}

/** 残疾类别 and 残疾等级 must be those the certificate number ends with. */
function contradictsCertificate(contract: RecordContract, record: MutableRecord): readonly Reason[] {
  const { certificate, person } = contract;
  const number = person?.number === undefined ? null : record[person.number.name];
  if (certificate === undefined || typeof number !== 'string') return [];
  return [certificate.category, certificate.level]
    .filter((field, at) => record[field.name] !== null && record[field.name] !== number[18 + at])
    .map((field) => note(field.header, 'CONTRADICTS_CERTIFICATE_NUMBER'));
}

function rejectUnread(row: number, column: string): RejectedRow {
  return { kind: 'rejected', row, sourceKey: null, updatedAt: null, reasons: [note(column, 'COLUMN_COUNT')] };
}

/**
 * Reads one row by its contract. Pure: the same row gives the same outcome whatever came before.
 * Every bad column gives a reason.
 */
export function readRow(contract: RecordContract, source: SourceRow): RowOutcome {
  const miscounted = source.faults?.find(({ code }) => code === 'COLUMN_COUNT');
  // Values of such a row may stand under the wrong header: none of them is believed, not even its key.
  if (miscounted !== undefined) return rejectUnread(source.row, miscounted.column);
  const reader = new RowReader(source);
  const { reasons } = reader;
  const { row } = source;
  const sourceKey = reader.read(COMMON_COLUMNS.sourceKey, CHECKED);
  const updatedAt = reader.read(COMMON_COLUMNS.updatedAt, CHECKED);
  const operation = reader.read(COMMON_COLUMNS.operation, CHECKED);
  if (operation === 'D' && sourceKey !== null && updatedAt !== null) {
    return { kind: 'deletion', row, sourceKey, updatedAt };
  }
  if (operation === 'D') return { kind: 'rejected', row, sourceKey, updatedAt, reasons };

  const context = contextOf(contract, source.raw);
  const record: MutableRecord = {};
  for (const field of contract.fields) {
    record[field.name] = reader.read(field as FieldDeclaration<string | number | boolean>, context);
  }
  reasons.push(...contradictsCertificate(contract, record));
  if (reasons.length > 0 || sourceKey === null || updatedAt === null) {
    return { kind: 'rejected', row, sourceKey, updatedAt, reasons };
  }
  const { person } = contract;
  const findings = person === null || context.unchecked ? NO_FINDINGS : takeFromNumber(person, record);
  return { kind: 'record', row, sourceKey, updatedAt, operation: 'U', record, findings };
}
