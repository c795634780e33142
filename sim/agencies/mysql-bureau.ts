import mysql from 'mysql2/promise';
import type { RecordType } from '../../src/kernel/agency.ts';
import type { BureauDatabase } from './bureau-database.ts';
import { columnsOf, type SqlColumn, tableOf, viewColumns, viewOf } from './sql-tables.ts';

const TYPES: Readonly<Record<SqlColumn['type'], string>> = {
  text: 'varchar(500)',
  date: 'date',
  money: 'decimal(14,2)',
  area: 'decimal(8,1)',
};
const ROWS_PER_STATEMENT = 500;

type Row = readonly (string | null)[];

/** The bureau's database on MySQL or MariaDB: base tables `bureau_…` beside the views. The database must be empty. */
export async function openMysqlBureau(uri: string): Promise<BureauDatabase> {
  return new MysqlBureau(await mysql.createConnection({ uri: uri.replace(/^mariadb:/, 'mysql:'), charset: 'utf8mb4' }));
}

class MysqlBureau implements BureauDatabase {
  readonly #connection: mysql.Connection;

  constructor(connection: mysql.Connection) {
    this.#connection = connection;
  }

  async create(types: readonly RecordType[]): Promise<void> {
    for (const type of types) {
      await this.#connection.query(createTable(type));
      await this.createView(type);
    }
  }

  async load(type: RecordType, rows: readonly Row[]): Promise<void> {
    await this.upsert(type, rows);
  }

  async upsert(type: RecordType, rows: readonly Row[]): Promise<void> {
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      await this.#connection.query(`REPLACE INTO ${baseTable(type)} VALUES ?`, [
        rows.slice(start, start + ROWS_PER_STATEMENT),
      ]);
    }
  }

  async remove(type: RecordType, keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.#connection.query(`DELETE FROM ${baseTable(type)} WHERE source_key IN (?)`, [keys]);
  }

  async dropView(type: RecordType): Promise<void> {
    await this.#connection.query(`DROP VIEW IF EXISTS ${viewOf(type)}`);
  }

  async createView(type: RecordType): Promise<void> {
    const columns = viewColumns(type, (name) => `\`${name}\``);
    await this.#connection.query(`CREATE OR REPLACE VIEW ${viewOf(type)} AS SELECT ${columns} FROM ${baseTable(type)}`);
  }

  async close(): Promise<void> {
    await this.#connection.end();
  }
}

function baseTable(type: RecordType): string {
  return `bureau_${tableOf(type)}`;
}

function createTable(type: RecordType): string {
  const columns = columnsOf(type).map((column) => `\`${column.name}\` ${TYPES[column.type]}`);
  return `CREATE TABLE ${baseTable(type)} (source_key varchar(64) PRIMARY KEY, updated_at datetime NOT NULL, ${columns.join(', ')}, KEY (updated_at)) CHARACTER SET utf8mb4`;
}
