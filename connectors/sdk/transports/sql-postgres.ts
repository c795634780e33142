import pg from 'pg';
import type { RawCell, RawRow } from '../raw-row.ts';
import { ROWS_PER_FETCH, type SqlSession } from './sql-session.ts';

const BOOLEAN = 16;
const TIMESTAMP_WITH_ZONE = 1184;

/** Values as PostgreSQL writes them: dates without a zone shift, numbers with all their digits. */
function readValue(type: number, text: string): RawCell {
  if (type === BOOLEAN) return text === 't';
  // The session is in UTC+8, so the wall clock is what stands before the offset.
  return type === TIMESTAMP_WITH_ZONE ? text.slice(0, 19) : text;
}

const types = {
  getTypeParser: (type: number) => (text: string) => readValue(type, text),
} as pg.CustomTypesConfig;

async function begin(client: pg.Client): Promise<void> {
  await client.query("SET TIME ZONE 'Asia/Shanghai'");
  await client.query('SET datestyle TO ISO');
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
}

async function* fetchRows(client: pg.Client, sql: string, parameters: readonly string[]): AsyncGenerator<RawRow[]> {
  await client.query(`DECLARE wanjia_rows NO SCROLL CURSOR FOR ${sql}`, [...parameters]);
  try {
    for (;;) {
      const { rows } = await client.query<RawRow>(`FETCH ${ROWS_PER_FETCH} FROM wanjia_rows`);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await client.query('CLOSE wanjia_rows').catch(() => undefined);
  }
}

/** A session on a PostgreSQL. */
export async function openPostgres(url: string, timeoutMs: number): Promise<SqlSession> {
  const client = new pg.Client({
    connectionString: url,
    types,
    connectionTimeoutMillis: timeoutMs,
    application_name: 'wanjia',
  });
  // A connection that breaks while idle is met again by the next query.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await begin(client);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    quote: (name) => `"${name.replaceAll('"', '""')}"`,
    parameter: (position) => `$${position}`,
    select: (sql, parameters) => fetchRows(client, sql, parameters),
    close: () => client.end(),
  };
}
