import { type Connection, createConnection } from 'mysql2';
import type { RawCell, RawRow } from '../raw-row.ts';
import { ROWS_PER_FETCH, type SqlSession } from './sql-session.ts';

type DriverRow = Record<string, string | number | boolean | null | Buffer>;

/** Dates as written, numbers with all their digits; BIT(1) comes as a byte. */
function readRow(row: DriverRow): RawRow {
  const raw: Record<string, RawCell> = {};
  for (const [name, value] of Object.entries(row)) raw[name] = Buffer.isBuffer(value) ? (value[0] ?? null) : value;
  return raw;
}

async function* streamRows(
  connection: Connection,
  sql: string,
  parameters: readonly string[],
): AsyncGenerator<RawRow[]> {
  const stream = connection.query(sql, [...parameters]).stream({ highWaterMark: ROWS_PER_FETCH });
  let chunk: RawRow[] = [];
  for await (const row of stream as AsyncIterable<DriverRow>) {
    chunk.push(readRow(row));
    if (chunk.length < ROWS_PER_FETCH) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function begin(connection: Connection): Promise<void> {
  const session = connection.promise();
  await session.query("SET time_zone = '+08:00'");
  await session.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
}

/** A session on a MySQL or MariaDB. */
export async function openMySql(url: string, timeoutMs: number): Promise<SqlSession> {
  const connection = createConnection({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    connectTimeout: timeoutMs,
  });
  connection.on('error', () => undefined);
  try {
    await begin(connection);
  } catch (error) {
    connection.destroy();
    throw error;
  }
  return {
    quote: (name) => `\`${name.replaceAll('`', '``')}\``,
    parameter: () => '?',
    select: (sql, parameters) => streamRows(connection, sql, parameters),
    // A stream left in the middle keeps the connection busy: do not wait for it.
    close: async () => connection.destroy(),
  };
}
