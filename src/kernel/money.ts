declare const fenBrand: unique symbol;

/** An amount of money in whole fen (1 yuan = 100 fen). */
export type Fen = number & { readonly [fenBrand]: 'Fen' };

const AMOUNT = /^(?:\d{1,3}(?:,\d{3})+|\d{1,13})(?:\.\d{1,2}0*)?$/;
const CURRENCY_SIGN = /^[￥¥]/;
const MAX_FEN = 10 ** 15;

/** Whole fen as an amount. */
export function asFen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError('not a whole number of fen');
  return value as Fen;
}

/** The sum of amounts; nothing is zero. */
export function sumOf(amounts: readonly Fen[]): Fen {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return asFen(sum);
}

function unsigned(text: string): number | null {
  const amount = text.replace(CURRENCY_SIGN, '').trim();
  if (amount.length > 20 || !AMOUNT.test(amount)) return null;
  const point = amount.indexOf('.');
  const yuan = Number((point === -1 ? amount : amount.slice(0, point)).replaceAll(',', ''));
  const cents = point === -1 ? '' : amount.slice(point + 1, point + 3);
  return yuan * 100 + Number(cents.padEnd(2, '0'));
}

/** Reads `1,234.50`, `￥1234.5`, `-120.00`, `(120.00)` (canonical token, yuan); null if it is no amount. */
export function parseMoney(token: string): Fen | null {
  let text = token;
  let negative = false;
  if (text.startsWith('(') && text.endsWith(')')) {
    negative = true;
    text = text.slice(1, -1);
  } else if (text.replace(CURRENCY_SIGN, '').startsWith('-')) {
    negative = true;
    text = text.replace('-', '');
  }
  const fen = unsigned(text.trim());
  if (fen === null || fen > MAX_FEN) return null;
  return (negative && fen !== 0 ? -fen : fen) as Fen;
}

/** An amount in yuan that a spreadsheet or JSON holds as a number; null where it has more than two decimals. */
export function fenOfYuan(yuan: number): Fen | null {
  const fen = Math.round(yuan * 100);
  const exact = Math.abs(yuan * 100 - fen) <= 1e-6 * Math.max(1, Math.abs(yuan));
  return exact && Math.abs(fen) <= MAX_FEN ? ((fen === 0 ? 0 : fen) as Fen) : null;
}

/** `123450` → `1234.50`. */
export function formatFen(fen: Fen | number): string {
  const magnitude = Math.abs(fen);
  const cents = magnitude % 100;
  return `${fen < 0 ? '-' : ''}${(magnitude - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}
