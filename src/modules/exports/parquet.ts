/**
 * Parquet, written by DuckDB from rows on disk: it reads and writes them in steps, within the memory it is given. What
 * lies on disk meanwhile is readable, by its owner only, and gone when the file is stored.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Column, ColumnKind, ColumnType } from './columns.ts';
import type { FileChunks } from './file-store.ts';

const TYPES: Readonly<Record<ColumnKind, string>> = {
  TEXT: 'VARCHAR',
  INTEGER: 'INTEGER',
  NUMBER: 'DOUBLE',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  TIME: 'TIMESTAMPTZ',
  MONEY: 'DECIMAL(18, 2)',
};

/** Rows that are held at once. */
const ROW_GROUP = 10_000;
const SETTINGS = { threads: '1', memory_limit: '512MB', autoinstall_known_extensions: 'false' };

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function typeOf(type: ColumnType): string {
  if ('list' in type) return `${typeOf(type.list)}[]`;
  if ('fields' in type)
    return `STRUCT(${type.fields.map((field) => `"${field.name}" ${typeOf(field.type)}`).join(', ')})`;
  return TYPES[type.kind];
}

const columnsOf = (columns: readonly Column[]): string =>
  `{${columns.map(({ name, type }) => `${literal(name)}: ${literal(typeOf(type))}`).join(', ')}}`;

async function convert(from: string, to: string, columns: readonly Column[]): Promise<void> {
  // A large library, for those who ask for it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  try {
    const connection = await instance.connect();
    const rows = `read_json(${literal(from)}, format = 'newline_delimited', columns = ${columnsOf(columns)})`;
    await connection.run(
      `COPY (FROM ${rows}) TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`,
    );
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}

/** `folder` is made for it and removed. */
export async function* parquet(
  lines: FileChunks,
  columns: readonly Column[],
  folder: string,
): AsyncGenerator<Uint8Array> {
  const [rows, file] = [join(folder, 'rows.ndjson'), join(folder, 'rows.parquet')];
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await pipeline(Readable.from(lines, { objectMode: false }), createWriteStream(rows, { mode: 0o600 }));
    await convert(rows, file, columns);
    await rm(rows);
    yield* createReadStream(file) as AsyncIterable<Buffer>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
