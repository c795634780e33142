import { z } from 'zod';
import { canonicalText, canonicalToken, isNotStated } from '../../../src/kernel/cell-text.ts';
import { digitsOf, type FieldKind, tokenReader, Unreadable } from './field-kind.ts';

/** Long enough for any address, short enough for a database index. */
const LONGEST_TEXT = 500;

const UNREADABLE = new Unreadable('UNREADABLE_TEXT');
const TOO_LONG = new Unreadable('TEXT_TOO_LONG');
const WRONG_DIVISION = new Unreadable('UNREADABLE_DIVISION_CODE');

function checkedText(value: string, longest: number): string | Unreadable {
  if (value.length > longest) return TOO_LONG;
  return value.includes('\u0000') ? UNREADABLE : value;
}

/** Free text: trimmed, digits and letters half-width. */
export function text(longest: number = LONGEST_TEXT): FieldKind<string> {
  return {
    name: 'text',
    columnType: 'text',
    schema: z.string().min(1).max(longest),
    read(cell) {
      if (cell === null) return null;
      if (typeof cell === 'number') return digitsOf(cell);
      if (typeof cell !== 'string') return UNREADABLE;
      const value = canonicalText(cell);
      if (value.length <= 4 && isNotStated(canonicalToken(value))) return null;
      return checkedText(value, longest);
    },
  };
}

/** The same kind, kept sealed: telephone numbers, addresses, account numbers, notes. */
export function sealed(kind: FieldKind<string>): FieldKind<string> {
  return { ...kind, atRest: 'sealed' };
}

/** A division code of a fixed number of digits (street 9, community 12). */
export function divisionCode(length: 9 | 12): FieldKind<string> {
  const form = new RegExp(`^\\d{${length}}$`);
  return {
    name: 'divisionCode',
    columnType: 'text',
    schema: z.string().regex(form),
    read: tokenReader(WRONG_DIVISION, (token) => (form.test(token) ? token : WRONG_DIVISION)),
  };
}
