/** The scalars of the graph. A value that does not fit is named by its place and its form, never repeated. */
import { Kind, type ValueNode } from 'graphql';
import { canonicalToken } from '../src/kernel/cell-text.ts';
import { beijingTime } from '../src/kernel/clock.ts';
import { asDay, type Day, dayOfUtc } from '../src/kernel/day.ts';
import { WanjiaError } from '../src/kernel/errors.ts';
import { type LocalTime, parseLocalTime } from '../src/kernel/local-time.ts';
import { type Fen, formatFen, parseMoney } from '../src/kernel/money.ts';
import { asMonth, type Month } from '../src/kernel/month.ts';
import { type ResidentId, readResidentId } from '../src/kernel/resident-id.ts';
import { MOST_DOCUMENTS, readHash, readManifest } from '../src/modules/documents/index.ts';
import type { GraphBuilder } from './builder.ts';

type Read<T> = (text: string) => T | null;

/** Both ways a value arrives: as a variable and in the text of the operation. */
function textScalar<T>(
  name: string,
  form: string,
  read: Read<T>,
): {
  parseValue(value: unknown): T;
  parseLiteral(node: ValueNode): T;
} {
  const parse = (value: unknown): T => {
    const result = typeof value === 'string' ? read(value) : null;
    if (result === null) throw new WanjiaError('BAD_USER_INPUT', { input: name, expected: form });
    return result;
  };
  return { parseValue: parse, parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null) };
}

const attempt =
  <T>(read: (text: string) => T): Read<T> =>
  (text) => {
    try {
      return read(text);
    } catch {
      return null;
    }
  };

function readNumber(text: string): ResidentId | null {
  const token = canonicalToken(text);
  const reading = readResidentId(token);
  if (reading.ok) return reading.id;
  // Documents of other kinds are looked up as they are written; they carry no check digit.
  return isOtherDocument(token) ? (token.toUpperCase() as ResidentId) : null;
}

/** A number that is not of the citizen number's form, such as a passport's. */
function isOtherDocument(token: string): boolean {
  return /^[A-Za-z0-9-]{5,24}$/.test(token) && !/^\d{14,}[Xx]?$/.test(token);
}

function manifestOf(value: unknown): ReadonlyMap<string, string> {
  const manifest = readManifest(value);
  if (manifest === null) throw new WanjiaError('DOCUMENT_MANIFEST_INVALID', { limit: MOST_DOCUMENTS });
  return manifest;
}

function dayText(value: Day | Date): string {
  return value instanceof Date ? dayOfUtc(value) : value;
}

function timeText(value: LocalTime | Date): string {
  const time = value instanceof Date ? beijingTime(value) : value;
  return `${time.replace(' ', 'T')}+08:00`;
}

export function defineScalars(builder: GraphBuilder): void {
  builder.scalarType('ResidentId', {
    description:
      '公民身份号码 citizen number (GB 11643) or number of another document; full-width characters, a lower-case x and 15-digit numbers are read. Masked output is possible.',
    serialize: (value) => String(value),
    ...textScalar<ResidentId>('ResidentId', 'a citizen number', readNumber),
  });
  builder.scalarType('Date', {
    description: '日期 a day in Beijing, YYYY-MM-DD',
    serialize: dayText,
    ...textScalar<Day>('Date', 'a day, YYYY-MM-DD', attempt(asDay)),
  });
  builder.scalarType('DateTime', {
    description: '时间 a point in time, ISO 8601 with the offset +08:00',
    serialize: timeText,
    ...textScalar<LocalTime>('DateTime', 'a time, YYYY-MM-DDTHH:mm:ss+08:00', (text) =>
      parseLocalTime(text.replace(/\+08:00$/, '')),
    ),
  });
  builder.scalarType('Month', {
    description: '月份 a calendar month, YYYY-MM',
    serialize: (value) => value,
    ...textScalar<Month>('Month', 'a month, YYYY-MM', attempt(asMonth)),
  });
  builder.scalarType('Money', {
    description: '金额(元) an amount in yuan, a decimal string with two places such as "1234.50"',
    serialize: (value) => formatFen(value),
    ...textScalar<Fen>('Money', 'an amount in yuan such as "1234.50"', parseMoney),
  });
  builder.scalarType('Sha256', {
    description: '散列 SHA-256 in hexadecimal',
    serialize: String,
    ...textScalar('Sha256', 'a SHA-256 in hexadecimal', readHash),
  });
  builder.scalarType('OperationManifest', {
    description: '操作清单 an object with GraphQL documents by the SHA-256 of their text, at most 1000',
    serialize: (value) => Object.fromEntries(value),
    parseValue: manifestOf,
  });
  builder.scalarType('JSON', {
    description: '任意结构 a JSON value',
    serialize: (value) => value,
    parseValue: (value) => value,
  });
}
