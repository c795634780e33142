import pg from 'pg';

const { builtins } = pg.types;

/** A whole number, as `number` where that is exact. */
function parseInteger(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

/** Sums of whole numbers come as `numeric`; they stay exact, fractions become ordinary numbers. */
function parseNumeric(text: string): number | bigint {
  return text.includes('.') || Number.isNaN(Number(text)) ? Number(text) : parseInteger(text);
}

const same = (text: string): string => text;

/** Lists of numbers, days and times hold no commas and no quotes of their own. */
function listOf<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  return (text) => {
    const inner = text.slice(1, -1);
    if (inner === '') return [];
    return inner.split(',').map((item) => (item === 'NULL' ? null : parse(item.replaceAll('"', ''))));
  };
}

const ARRAY_OF = { INT8: 1016, DATE: 1182, TIMESTAMP: 1115, NUMERIC: 1231 };

/** Days and wall-clock times stay text: a Date would drag in the time zone of this machine. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: parseInteger,
  [builtins.NUMERIC]: parseNumeric,
  [builtins.DATE]: same,
  [builtins.TIMESTAMP]: same,
  [ARRAY_OF.INT8]: listOf(parseInteger),
  [ARRAY_OF.NUMERIC]: listOf(parseNumeric),
  [ARRAY_OF.DATE]: listOf(same),
  [ARRAY_OF.TIMESTAMP]: listOf(same),
};

/** Type parsing for one pool; the driver's global setting stays untouched for other users of the driver. */
export const VALUE_PARSERS: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format === 'binary' ? undefined : PARSERS[oid]) ?? pg.types.getTypeParser(oid, format as 'text');
  },
};
