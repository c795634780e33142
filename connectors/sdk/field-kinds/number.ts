import { z } from 'zod';
import type { RowErrorCode } from '../../../src/kernel/catalogue/row.ts';
import { type CertificateNumber, readCertificateNumber } from '../../../src/kernel/certificate-number.ts';
import { readResidentId } from '../../../src/kernel/resident-id.ts';
import { type FieldKind, tokenReader, Unreadable } from './field-kind.ts';

const LONGEST_NUMBER = 100;

const faults = new Map<RowErrorCode, Unreadable>();

function because(code: RowErrorCode): Unreadable {
  const known = faults.get(code) ?? new Unreadable(code);
  faults.set(code, known);
  return known;
}

function uncheckedNumber(token: string): string | Unreadable {
  if (token.length > LONGEST_NUMBER) return because('TEXT_TOO_LONG');
  return token.includes('\u0000') ? because('UNREADABLE_TEXT') : token.toUpperCase();
}

/** An identity number; checked unless the row says it is of document type 990. */
export const residentNumber: FieldKind<string> = {
  name: 'residentNumber',
  columnType: 'text',
  atRest: 'indexed',
  schema: z.string().min(1).max(LONGEST_NUMBER),
  read: tokenReader<string>(because('ID_CHARACTERS'), (token, context) => {
    if (context.unchecked) return uncheckedNumber(token);
    const reading = readResidentId(token);
    return reading.ok ? reading.id : because(reading.fault);
  }),
};

/** A disability certificate number. */
export const certificateNumber: FieldKind<CertificateNumber> = {
  name: 'certificateNumber',
  columnType: 'text',
  atRest: 'indexed',
  schema: z.custom<CertificateNumber>((value) => typeof value === 'string' && readCertificateNumber(value).ok),
  read: tokenReader<CertificateNumber>(because('ID_CHARACTERS'), (token) => {
    const reading = readCertificateNumber(token);
    return reading.ok ? reading.number : because(reading.fault);
  }),
};
