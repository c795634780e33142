const PREFIXES = {
  person: 'P',
  household: 'H',
  alert: 'A',
  quarantinedRow: 'Q',
  batch: 'B',
  identityReview: 'R',
  visit: 'V',
  clue: 'K',
  account: 'U',
  classSuspension: 'X',
  case: 'C',
  referral: 'S',
  ruleDraft: 'F',
  consent: 'G',
  opening: 'O',
  webhook: 'W',
  export: 'E',
  messageAddress: 'M',
} as const;

/** What a public id names. */
export type IdKind = keyof typeof PREFIXES;

const LARGEST = 2n ** 63n - 1n;
const DIGITS = /^[1-9]\d{0,18}$/;

/** The id callers see: a letter for the kind and the row's number, as in `P123`. */
export function encodeId(kind: IdKind, id: bigint): string {
  return `${PREFIXES[kind]}${id}`;
}

/** The row's number, or null if the text is no id of that kind. */
export function decodeId(kind: IdKind, text: string): bigint | null {
  if (!text.startsWith(PREFIXES[kind]) || !DIGITS.test(text.slice(1))) return null;
  const id = BigInt(text.slice(1));
  return id <= LARGEST ? id : null;
}
