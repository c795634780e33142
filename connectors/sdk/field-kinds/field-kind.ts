import type { ZodType } from 'zod';
import type { RowErrorCode } from '../../../src/kernel/catalogue/row.ts';
import { canonicalToken, isNotStated } from '../../../src/kernel/cell-text.ts';
import type { CodeList } from '../../../src/kernel/code-lists.ts';
import type { RawCell } from '../raw-row.ts';

/** The kinds of field a record contract knows. */
export type FieldKindName =
  | 'text'
  | 'code'
  | 'day'
  | 'month'
  | 'localTime'
  | 'year'
  | 'money'
  | 'area'
  | 'yesNo'
  | 'residentNumber'
  | 'certificateNumber'
  | 'divisionCode'
  | 'schoolYear'
  | 'term';

/** How a kind is stored. */
export type ColumnType = 'text' | 'date' | 'timestamp(0)' | 'bigint' | 'integer' | 'boolean' | 'numeric(12,2)';

/** Why a cell is no value of its kind. */
export class Unreadable {
  readonly code: RowErrorCode;

  constructor(code: RowErrorCode) {
    this.code = code;
  }
}

/** What the row says about the number it carries, before its cells are read. */
export interface RowContext {
  /** Document type 990: the number is kept as written. */
  readonly unchecked: boolean;
}

/**
 * How a value is kept: as it is; sealed; or as its blind index only, for identity numbers, which join rows and stand
 * sealed in one place of their own.
 */
export type AtRest = 'clear' | 'sealed' | 'indexed';

/** How one kind of field is read from a cell, typed and stored. `null` is *not stated*. */
export interface FieldKind<T> {
  readonly name: FieldKindName;
  readonly columnType: ColumnType;
  /** Absent: clear. What is not clear is text. */
  readonly atRest?: AtRest;
  readonly schema: ZodType<T>;
  readonly codes?: CodeList;
  read(cell: RawCell, context: RowContext): T | null | Unreadable;
}

const PRECISION_LOST = new Unreadable('NUMBER_PRECISION_LOST');

/** The digits of a number cell, as long as the spreadsheet kept them all. */
export function digitsOf(value: number): string | Unreadable {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? PRECISION_LOST : String(value);
}

/**
 * A reader for kinds that are written as text: blanks and not-stated tokens are taken care of, numbers
 * become their digits.
 */
export function tokenReader<T>(
  unreadable: Unreadable,
  parse: (token: string, context: RowContext) => T | Unreadable,
): FieldKind<T>['read'] {
  return (cell, context) => {
    if (cell === null) return null;
    if (typeof cell === 'number') {
      const digits = digitsOf(cell);
      return digits instanceof Unreadable ? digits : parse(digits, context);
    }
    if (typeof cell !== 'string') return unreadable;
    const token = canonicalToken(cell);
    return isNotStated(token) ? null : parse(token, context);
  };
}
