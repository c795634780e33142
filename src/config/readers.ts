import { z } from 'zod';

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

/** One of a few words. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T): z.ZodType<T[number]> {
  return z.enum(words);
}

/** Any text that is not blank. */
export function text(): z.ZodType<string> {
  return z.string().min(1);
}
