/**
 * How a value that people and old systems typed becomes text with one form
 * (full-width characters, blanks of every kind, the spreadsheet's leading apostrophe).
 */

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;
const IDEOGRAPHIC_SPACE = 0x3000;
const APOSTROPHE = 0x27;

function isBlank(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === IDEOGRAPHIC_SPACE ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029
  );
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The text without surrounding blanks and without the apostrophe a spreadsheet puts before "text, not a number". */
export function trimCell(text: string): string {
  const trimmed = trimBlanks(text);
  return trimmed.charCodeAt(0) === APOSTROPHE ? trimBlanks(trimmed.slice(1)) : trimmed;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function narrow(text: string, includes: (ascii: number) => boolean): string {
  let out: string | null = null;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const full = code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST && includes(code - FULL_WIDTH_OFFSET);
    if (full) out = (out ?? text.slice(0, i)) + String.fromCharCode(code - FULL_WIDTH_OFFSET);
    else if (out !== null) out += text[i];
  }
  return out ?? text;
}

const everything = (): boolean => true;

/** Canonical free text: trimmed, digits and letters half-width; punctuation stays as written. */
export function canonicalText(text: string): string {
  return narrow(trimCell(text), isAlphanumeric);
}

/** Canonical form of a value that has a syntax (dates, amounts, codes, numbers): trimmed, all of it half-width. */
export function canonicalToken(text: string): string {
  return trimCell(narrow(text, everything));
}

const NOT_STATED: ReadonlySet<string> = new Set(['', '-', '/', '无', 'NULL', '不详']);

/** Whether a canonical token says that nothing was stated. */
export function isNotStated(token: string): boolean {
  return token.length <= 4 && NOT_STATED.has(token);
}
