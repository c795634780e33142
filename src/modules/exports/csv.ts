/**
 * CSV by RFC 4180, for spreadsheets: a byte order mark, so that they read Chinese, and no cell of text that they would
 * take for a formula. Fields of fields have columns of their own; lists stand as JSON in one.
 */
import { type Column, type FlatColumn, flatten, type LineBatches } from './columns.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const END = '\r\n';
const QUOTED = /[",\r\n]/;
/** What spreadsheets begin a formula with. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: unknown, kind: FlatColumn['kind']): string {
  if (value === null || value === undefined) return '';
  const plain = kind === 'LIST' ? JSON.stringify(value) : String(value);
  const text = kind === 'TEXT' && FORMULA.test(plain) ? `'${plain}` : plain;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function valueAt(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], record);
}

function line(record: unknown, columns: readonly FlatColumn[]): string {
  return columns.map(({ path, kind }) => cell(valueAt(record, path), kind)).join(',') + END;
}

export async function* csv(batches: LineBatches, columns: readonly Column[]): AsyncGenerator<Buffer> {
  const flat = flatten(columns);
  yield Buffer.from(BYTE_ORDER_MARK + flat.map(({ name }) => cell(name, 'TEXT')).join(',') + END);
  for await (const lines of batches) {
    const rows = lines.toString('utf8').split('\n').filter(Boolean);
    yield Buffer.from(rows.map((row) => line(JSON.parse(row), flat)).join(''));
  }
}
