/** A DuckDB file as a target. DuckDB itself lets one process at a time write to it. */
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { WanjiaError } from '../kernel/errors.ts';
import type { Column } from './column.ts';
import { type Session, targetFailure } from './session.ts';

const TYPES: Session['types'] = {
  TEXT: 'VARCHAR',
  INTEGER: 'BIGINT',
  NUMBER: 'DOUBLE',
  BOOLEAN: 'BOOLEAN',
  MONEY: 'DECIMAL(18,2)',
  DATE: 'DATE',
  TIME: 'TIMESTAMPTZ',
  JSON: 'JSON',
};

function rowsOf(columns: readonly Column[]): string {
  const form = JSON.stringify([Object.fromEntries(columns.map(({ name, type }) => [name, TYPES[type]]))]);
  return `(SELECT unnest(from_json_strict($1::JSON, '${form.replaceAll("'", "''")}'), max_depth := 2)) AS r`;
}

async function open(file: string): Promise<DuckDBInstance> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  try {
    // An instance of its own: a cached one would be shared with whoever has the file open in this process.
    return await DuckDBInstance.create(file);
  } catch (error) {
    const busy = error instanceof Error && /lock/i.test(error.message);
    throw new WanjiaError(
      busy ? 'WAREHOUSE_BUSY' : 'WAREHOUSE_TARGET_UNREACHABLE',
      { target: 'DuckDB' },
      { cause: error },
    );
  }
}

async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN');
  try {
    const outcome = await work();
    await connection.run('COMMIT');
    return outcome;
  } catch (error) {
    // A transaction that failed to commit is over already.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

export async function openDuckDb(file: string): Promise<Session> {
  const instance = await open(file);
  const connection = await instance.connect();
  return {
    types: TYPES,
    keyed: false,
    rowsOf,
    query: async <T>(sql: string, values: readonly string[] = []) => {
      const read = await connection.runAndReadAll(sql, [...values]).catch((error: unknown) => {
        throw targetFailure('DuckDB', error);
      });
      return read.getRowObjectsJson() as unknown as readonly T[];
    },
    transaction: (work) => inTransaction(connection, work),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
