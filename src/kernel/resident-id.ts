import { type Day, makeDay } from './day.ts';

declare const residentIdBrand: unique symbol;

/** A checked citizen or residence-permit number: 18 characters, upper case (GB 11643-1999). */
export type ResidentId = string & { readonly [residentIdBrand]: 'ResidentId' };

/** Sex as the agencies code it (GB/T 2261.1): `1` 男, `2` 女. */
export type SexCode = '1' | '2';

/** What is wrong with a number in itself. */
export type ResidentIdFault = 'ID_LENGTH' | 'ID_CHARACTERS' | 'ID_BIRTH_DATE' | 'ID_CHECK_DIGIT';

export type ResidentIdReading =
  | { readonly ok: true; readonly id: ResidentId }
  | { readonly ok: false; readonly fault: ResidentIdFault };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
const LAST_BIRTH_YEAR = 2199;

/** The check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i += 1) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] as number);
  return CHECK_CHARACTERS[sum % 11] as string;
}

function allDigits(text: string, length: number): boolean {
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/**
 * GB 11643-1989 numbers carry no century and no check character. Sequence numbers 996 to 999 were kept
 * for people born before 1900.
 */
function upgrade(fifteen: string): string {
  const century = fifteen.slice(12) >= '996' ? '18' : '19';
  const first17 = fifteen.slice(0, 6) + century + fifteen.slice(6);
  return first17 + checkCharacter(first17);
}

function birthDay(id: string): Day | null {
  const year = Number(id.slice(6, 10));
  return year > LAST_BIRTH_YEAR ? null : makeDay(year, Number(id.slice(10, 12)), Number(id.slice(12, 14)));
}

const fault = (reason: ResidentIdFault): ResidentIdReading => ({ ok: false, fault: reason });
const LENGTH = fault('ID_LENGTH');
const CHARACTERS = fault('ID_CHARACTERS');
const BIRTH_DATE = fault('ID_BIRTH_DATE');
const CHECK_DIGIT = fault('ID_CHECK_DIGIT');

/**
 * Reads a canonical token as a number of the GB 11643 form. A 15-digit number is upgraded.
 * The address part is not compared with any list: codes are retired and permits use their own.
 */
export function readResidentId(token: string): ResidentIdReading {
  if (token.length !== 18 && token.length !== 15) return LENGTH;
  if (!allDigits(token, Math.min(token.length, 17))) return CHARACTERS;
  const id = token.length === 15 ? upgrade(token) : token.toUpperCase();
  const last = id.charCodeAt(17);
  if (last !== 88 && (last < 48 || last > 57)) return CHARACTERS;
  if (birthDay(id) === null) return BIRTH_DATE;
  if (checkCharacter(id) !== id[17]) return CHECK_DIGIT;
  return { ok: true, id: id as ResidentId };
}

/** The birth date inside a checked number. */
export function birthDateOf(id: ResidentId): Day {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}` as Day;
}

/** The sex inside a checked number: odd sequence numbers are male. */
export function sexOf(id: ResidentId): SexCode {
  return id.charCodeAt(16) % 2 === 1 ? '1' : '2';
}
