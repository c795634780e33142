import { isIP } from 'node:net';
import { z } from 'zod';
import { isSecureAddress } from '../kernel/secure-address.ts';

/** A whole number within bounds, written in digits. */
export function wholeNumber(from: number, to: number): z.ZodType<number> {
  return z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to);
}

/** An address under one of the schemes. */
export function address(...schemes: string[]): z.ZodType<string> {
  return z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)));
}

/** An address whose answers are its own: https, or http on this machine. */
export function secureAddress(): z.ZodType<string> {
  return z.string().refine(isSecureAddress);
}

/** One or several of them, separated by blanks. */
export function secureAddresses(): z.ZodType<readonly string[]> {
  return z
    .string()
    .transform((value) => value.split(/\s+/).filter((part) => part !== ''))
    .refine((values) => values.length > 0 && values.every(isSecureAddress));
}

/** One of a few words. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T): z.ZodType<T[number]> {
  return z.enum(words);
}

/** Any text that is not blank. */
export function text(): z.ZodType<string> {
  return z.string().min(1);
}

function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    rest.length === 0 && longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  );
}

/** IP addresses or CIDR ranges, separated by commas; may be empty. */
export function addressRanges(): z.ZodType<readonly string[]> {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine((parts) => parts.every(isRange));
}
