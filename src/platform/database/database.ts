import type { Writable } from 'node:stream';
import pg from 'pg';
import { WanjiaError } from '../../kernel/errors.ts';
import type { BinaryRows } from './binary-rows.ts';
import { type CopyRows, copyInto, copyOut, readOut } from './copy.ts';
import { VALUE_PARSERS } from './value-parsers.ts';

export interface QueryOptions {
  /**
   * Prepares the statement under this name, and plans it, once per connection: for a small statement that is asked very
   * often, whose plan does not depend on its parameters. Outside a transaction it has connections of its own.
   */
  readonly name?: string;
  /** `array` gives rows as lists of values, without the columns' names. */
  readonly rowMode?: 'array';
}

/** What can run statements: the database itself (each on its own) or one transaction. */
export interface Queryable {
  /** The rows of a statement. */
  query<T>(text: string, params?: readonly unknown[], options?: QueryOptions): Promise<T[]>;
  /** The number of rows a statement touched. */
  execute(text: string, params?: readonly unknown[], options?: QueryOptions): Promise<number>;
  /** Writes rows by COPY; returns their number. */
  copyInto(table: string, columns: readonly string[], rows: CopyRows): Promise<number>;
  /** Streams a query's rows in PostgreSQL's text format; returns their number. */
  copyOut(query: string, target: Writable): Promise<number>;
}

/** A transaction under way; it ends with the function it was given to. */
export interface Transaction extends Queryable {
  /** Waits for the right of the transaction's rest to be alone with this key. */
  lock(key: string): Promise<void>;
}

export interface DatabaseSettings {
  readonly url: string;
  /** Shown in `pg_stat_activity`; begins with `wanjia`. */
  readonly applicationName: string;
  /** Connections at most. */
  readonly max?: number;
  /** Statements each connection begins with, before anything else is asked of it. */
  readonly prologue?: readonly string[];
}

type Runner = Pick<pg.Pool | pg.PoolClient, 'query'>;

async function run(
  runner: Runner,
  text: string,
  params: readonly unknown[],
  options: QueryOptions,
): Promise<pg.QueryResult> {
  const values = params as unknown[];
  return options.rowMode
    ? ((await runner.query({ text, values, ...options, rowMode: 'array' })) as unknown as pg.QueryResult)
    : runner.query({ text, values, ...(options.name ? { name: options.name } : {}) });
}

function inTransaction(client: pg.PoolClient): Transaction {
  return {
    query: async <T>(text: string, params: readonly unknown[] = [], options: QueryOptions = {}) =>
      (await run(client, text, params, options)).rows as T[],
    execute: async (text, params = [], options = {}) => (await run(client, text, params, options)).rowCount ?? 0,
    copyInto: (table, columns, rows) => copyInto(client, table, columns, rows),
    copyOut: (query, target) => copyOut(client, query, target),
    lock: async (key) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
    },
  };
}

/** Each connection begins with the statements given. */
function openPool({ url, applicationName, max = 10 }: DatabaseSettings, first: readonly string[]): pg.Pool {
  const pool = new pg.Pool({
    ...{ connectionString: url, application_name: applicationName, max },
    ...{ connectionTimeoutMillis: 10_000, types: VALUE_PARSERS },
    onConnect: async (client) => {
      for (const statement of first) await client.query(statement);
    },
  });
  // A connection that breaks while idle is replaced at the next use, where the failure is reported if it stays.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * For named statements. Left to itself, the server plans the statement of a profile anew for every household, which
 * takes several times as long as running it.
 */
const PLANNED_ONCE = 'SET plan_cache_mode = force_generic_plan';

/** One PostgreSQL database over pools of connections. */
export class Database implements Queryable {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly #repeated: pg.Pool;

  constructor(settings: DatabaseSettings) {
    this.url = settings.url;
    const { prologue = [] } = settings;
    this.pool = openPool(settings, prologue);
    this.#repeated = openPool(settings, [...prologue, PLANNED_ONCE]);
  }

  async query<T>(text: string, params: readonly unknown[] = [], options: QueryOptions = {}): Promise<T[]> {
    return (await run(this.#poolFor(options), text, params, options)).rows as T[];
  }

  async execute(text: string, params: readonly unknown[] = [], options: QueryOptions = {}): Promise<number> {
    return (await run(this.#poolFor(options), text, params, options)).rowCount ?? 0;
  }

  copyInto(table: string, columns: readonly string[], rows: CopyRows): Promise<number> {
    return this.withClient((client) => copyInto(client, table, columns, rows));
  }

  copyOut(query: string, target: Writable): Promise<number> {
    return this.withClient((client) => copyOut(client, query, target));
  }

  /** The rows of a query as bytes, while they come. */
  async *readOut(query: string): AsyncGenerator<BinaryRows> {
    const { client, release } = await this.#borrow();
    let ended = false;
    try {
      yield* readOut(client, query);
      ended = true;
    } finally {
      release(!ended);
    }
  }

  /** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
  tx<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await client.query('BEGIN');
      try {
        const result = await work(inTransaction(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // On a broken connection there is nothing left to roll back; the first error is the one that tells.
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** Runs `work` while no other process of any machine runs under the same key; waits for its turn. */
  withLock<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [key]);
      try {
        return await work();
      } finally {
        await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]);
      }
    });
  }

  /** Holds a key until it is released or the process ends; null while anybody else holds it. */
  async hold(key: string): Promise<(() => Promise<void>) | null> {
    const client = await this.pool.connect();
    const { rows } = await client.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
      [key],
    );
    if (rows[0]?.held !== true) {
      client.release();
      return null;
    }
    // A connection that breaks has lost the key; whoever holds it need not end for that.
    client.on('error', () => undefined);
    return async () => {
      // Where the connection is gone already, the key went with it.
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => undefined);
      client.release(true);
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.#repeated.end()]);
  }

  #poolFor({ name }: QueryOptions): pg.Pool {
    return name === undefined ? this.pool : this.#repeated;
  }

  /** A connection on which something failed badly is thrown away, not reused. */
  async #borrow(): Promise<{ readonly client: pg.PoolClient; release(spoilt?: boolean): void }> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    const release = (spoilt = false): void => {
      client.off('error', onError);
      client.release(broken ?? spoilt);
    };
    return { client, release };
  }

  private async withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const { client, release } = await this.#borrow();
    try {
      return await work(client);
    } finally {
      release();
    }
  }
}

/** Opens the database and proves that it answers. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const database = new Database(settings);
  try {
    await database.query('SELECT 1');
    return database;
  } catch (cause) {
    await database.close();
    throw new WanjiaError('DATABASE_UNREACHABLE', { detail: cause instanceof Error ? cause.message : '' }, { cause });
  }
}
