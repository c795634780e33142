/** Numbers by which a person could be found, wherever they stand in a text. */

/** Of an identity document or a certificate that embeds it: a division, a day of birth, a sequence (GB 11643-1999). */
const DOCUMENT = /\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]/;
/** The old form of 15 digits, or 18 characters whatever they say; not a part of a longer run. */
const LIKE_A_DOCUMENT = /(?<![A-Za-z0-9])(?:\d{17}[\dXx]|\d{15})(?![A-Za-z0-9])/;
const TELEPHONE = /(?<![A-Za-z0-9])1[3-9]\d{9}(?![A-Za-z0-9])/;
/** What people put between the digits of a number. */
const SEPARATORS = /(?<=\d)[\s\-.·]+(?=[\dXx])/g;

/** Whether a text holds what looks like a number of a person or a telephone: also in full width, or in groups. */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC');
  return LIKE_A_DOCUMENT.test(plain) || TELEPHONE.test(plain) || DOCUMENT.test(plain.replace(SEPARATORS, ''));
}
