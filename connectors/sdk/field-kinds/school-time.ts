import { z } from 'zod';
import { type FieldKind, tokenReader, Unreadable } from './field-kind.ts';

const NO_SCHOOL_YEAR = new Unreadable('UNREADABLE_SCHOOL_YEAR');
const NO_TERM = new Unreadable('UNREADABLE_TERM');
const SCHOOL_YEAR = /^(\d{4})-(\d{4})$/;
const TERM = /^(\d{4})-(\d{4})-[12]$/;

function consecutive(form: RegExp, token: string): boolean {
  const years = form.exec(token);
  return years !== null && Number(years[2]) === Number(years[1]) + 1;
}

/** A school year, `2026-2027`. */
export const schoolYear: FieldKind<string> = {
  name: 'schoolYear',
  columnType: 'text',
  schema: z.string().regex(SCHOOL_YEAR),
  read: tokenReader<string>(NO_SCHOOL_YEAR, (token) => (consecutive(SCHOOL_YEAR, token) ? token : NO_SCHOOL_YEAR)),
};

/** A school term, `2026-2027-1`. */
export const term: FieldKind<string> = {
  name: 'term',
  columnType: 'text',
  schema: z.string().regex(TERM),
  read: tokenReader<string>(NO_TERM, (token) => (consecutive(TERM, token) ? token : NO_TERM)),
};
