import { type ResidentIdFault, readResidentId } from './resident-id.ts';

declare const certificateNumberBrand: unique symbol;

/** A checked disability certificate number 残疾人证号: 20 characters, or 22 with a re-issue suffix. */
export type CertificateNumber = string & { readonly [certificateNumberBrand]: 'CertificateNumber' };

export type CertificateNumberFault = ResidentIdFault | 'CERTIFICATE_LENGTH' | 'CERTIFICATE_CATEGORY_LEVEL';

export type CertificateNumberReading =
  | { readonly ok: true; readonly number: CertificateNumber }
  | { readonly ok: false; readonly fault: CertificateNumberFault };

const CATEGORY_LEVEL_SUFFIX = /^[1-7][1-4](?:[A-Z]\d)?$/;

/** Reads a canonical token: citizen number, category (1–7), level (1–4), re-issue suffix such as `B1`. */
export function readCertificateNumber(token: string): CertificateNumberReading {
  if (token.length !== 20 && token.length !== 22) return { ok: false, fault: 'CERTIFICATE_LENGTH' };
  const number = token.toUpperCase();
  const resident = readResidentId(number.slice(0, 18));
  if (!resident.ok) return resident;
  if (!CATEGORY_LEVEL_SUFFIX.test(number.slice(18))) return { ok: false, fault: 'CERTIFICATE_CATEGORY_LEVEL' };
  return { ok: true, number: number as CertificateNumber };
}
