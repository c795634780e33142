import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { RecordType } from '../../src/kernel/agency.ts';
import type { BureauDatabase } from './bureau-database.ts';
import { columnsOf, type SqlColumn, tableOf, viewColumns, viewOf } from './sql-tables.ts';

const SCHEMA = 'bureau';
const TYPES: Readonly<Record<SqlColumn['type'], string>> = {
  text: 'text',
  date: 'date',
  money: 'numeric(14,2)',
  area: 'numeric(8,1)',
};
const ROWS_PER_CHUNK = 2000;

type Row = readonly (string | null)[];

/** The bureau's database on PostgreSQL; the database must be empty. */
export async function openPostgresqlBureau(connectionString: string): Promise<BureauDatabase> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return new PostgresqlBureau(client);
}

class PostgresqlBureau implements BureauDatabase {
  readonly #client: pg.Client;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async create(types: readonly RecordType[]): Promise<void> {
    await this.#client.query(`CREATE SCHEMA ${SCHEMA}`);
    for (const type of types) {
      await this.#client.query(createTable(type));
      await this.createView(type);
    }
  }

  async load(type: RecordType, rows: readonly Row[]): Promise<void> {
    await this.#copy(`${SCHEMA}.${tableOf(type)}`, rows);
    await this.#client.query(`CREATE INDEX ON ${SCHEMA}.${tableOf(type)} (updated_at)`);
  }

  async upsert(type: RecordType, rows: readonly Row[]): Promise<void> {
    const table = `${SCHEMA}.${tableOf(type)}`;
    const updates = ['updated_at', ...columnsOf(type).map(({ name }) => name)].map(
      (name) => `${name} = excluded.${name}`,
    );
    await this.#client.query('BEGIN');
    await this.#client.query(`CREATE TEMP TABLE changed (LIKE ${table}) ON COMMIT DROP`);
    await this.#copy('changed', rows);
    await this.#client.query(
      `INSERT INTO ${table} SELECT * FROM changed ON CONFLICT (source_key) DO UPDATE SET ${updates.join(', ')}`,
    );
    await this.#client.query('COMMIT');
  }

  async remove(type: RecordType, keys: readonly string[]): Promise<void> {
    await this.#client.query(`DELETE FROM ${SCHEMA}.${tableOf(type)} WHERE source_key = ANY ($1)`, [keys]);
  }

  async dropView(type: RecordType): Promise<void> {
    await this.#client.query(`DROP VIEW IF EXISTS ${viewOf(type)}`);
  }

  async createView(type: RecordType): Promise<void> {
    const columns = viewColumns(type, (name) => `"${name}"`);
    await this.#client.query(
      `CREATE OR REPLACE VIEW ${viewOf(type)} AS SELECT ${columns} FROM ${SCHEMA}.${tableOf(type)}`,
    );
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async #copy(table: string, rows: readonly Row[]): Promise<void> {
    await pipeline(Readable.from(chunks(rows)), this.#client.query(copyFrom(`COPY ${table} FROM STDIN`)));
  }
}

function createTable(type: RecordType): string {
  const columns = columnsOf(type).map((column) => `${column.name} ${TYPES[column.type]}`);
  return `CREATE TABLE ${SCHEMA}.${tableOf(type)} (source_key text PRIMARY KEY, updated_at timestamp(0) NOT NULL, ${columns.join(', ')})`;
}

function* chunks(rows: readonly Row[]): Iterable<string> {
  for (let start = 0; start < rows.length; start += ROWS_PER_CHUNK) {
    yield rows
      .slice(start, start + ROWS_PER_CHUNK)
      .map(copyLine)
      .join('');
  }
}

function copyLine(row: Row): string {
  return `${row.map((value) => (value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character))).join('\t')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
