/**
 * The copy in a database: its tables, and what the sync knows about itself, in the same database, so that both change
 * in the same transaction or not at all.
 */
import { WanjiaError } from '../kernel/errors.ts';
import { type Column, type ColumnType, ID, type Row } from './column.ts';
import { quoted, type Session } from './session.ts';

/** What the sync remembers. */
export type StateName =
  /** Where the feed goes on. */
  | 'cursor'
  /** What the caller was not shown when the snapshot was taken, by type. */
  | 'access'
  /** Of the snapshot under way: its idempotency key, its export, the files that are in, what was not shown then. */
  | 'snapshot.key'
  | 'snapshot.export'
  | 'snapshot.files'
  | 'snapshot.access';

const STATE = 'wanjia_sync';
const COLUMNS = 'wanjia_column';

const NAMES: readonly Column[] = [
  { name: 'name', type: 'TEXT' },
  { name: 'value', type: 'TEXT' },
];

export class Target {
  readonly #session: Session;
  readonly #columns = new Map<string, Map<string, ColumnType>>();

  private constructor(session: Session) {
    this.#session = session;
  }

  static async open(session: Session): Promise<Target> {
    const target = new Target(session);
    try {
      await target.#begin();
      return target;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  async #begin(): Promise<void> {
    const session = this.#session;
    const text = session.types.TEXT;
    await session.query(`CREATE TABLE IF NOT EXISTS ${STATE} (name ${text} NOT NULL, value ${text} NOT NULL)`);
    await session.query(
      `CREATE TABLE IF NOT EXISTS ${COLUMNS} (table_name ${text} NOT NULL, name ${text} NOT NULL, type ${text} NOT NULL)`,
    );
    await this.#readColumns();
  }

  async #readColumns(): Promise<void> {
    this.#columns.clear();
    type Known = { table_name: string; name: string; type: ColumnType };
    for (const { table_name, name, type } of await this.#session.query<Known>(`SELECT * FROM ${COLUMNS}`))
      this.#columnsOf(table_name).set(name, type);
  }

  #columnsOf(table: string): Map<string, ColumnType> {
    const found = this.#columns.get(table) ?? new Map<string, ColumnType>();
    this.#columns.set(table, found);
    return found;
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#session.transaction(work);
    } catch (error) {
      // What was not committed is not there.
      await this.#readColumns().catch(() => undefined);
      throw error;
    }
  }

  async state(): Promise<ReadonlyMap<StateName, string>> {
    const rows = await this.#session.query<{ name: StateName; value: string }>(`SELECT * FROM ${STATE}`);
    return new Map(rows.map(({ name, value }) => [name, value]));
  }

  async remember(values: Readonly<Partial<Record<StateName, string | null>>>): Promise<void> {
    const names = Object.keys(values).map((id) => ({ id }));
    const kept = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
    await this.#session.query(`DELETE FROM ${STATE} WHERE name IN (SELECT r.id FROM ${this.#session.rowsOf([ID])})`, [
      JSON.stringify(names),
    ]);
    await this.insert(STATE, NAMES, kept);
  }

  /** Empties a table, or makes it. */
  async create(table: string): Promise<void> {
    await this.drop(table);
    const key = `${ID.name} ${this.#session.types[ID.type]}`;
    // Without an index in DuckDB: it finds rows by scanning, and an index would have to be kept in memory.
    await this.#session.query(
      `CREATE TABLE ${quoted(table)} (${key} ${this.#session.keyed ? 'PRIMARY KEY' : 'NOT NULL'})`,
    );
    await this.#note(table, [ID]);
  }

  async drop(table: string): Promise<void> {
    await this.#session.query(`DROP TABLE IF EXISTS ${quoted(table)}`);
    await this.#session.query(`DELETE FROM ${COLUMNS} WHERE table_name = $1`, [table]);
    this.#columns.delete(table);
  }

  /** Puts a table in the place of another. */
  async replace(table: string, by: string): Promise<void> {
    await this.drop(table);
    await this.#session.query(`ALTER TABLE ${quoted(by)} RENAME TO ${quoted(table)}`);
    await this.#session.query(`UPDATE ${COLUMNS} SET table_name = $1 WHERE table_name = $2`, [table, by]);
    this.#columns.set(table, this.#columnsOf(by));
    this.#columns.delete(by);
  }

  async #note(table: string, columns: readonly Column[]): Promise<void> {
    for (const { name, type } of columns) {
      await this.#session.query(`INSERT INTO ${COLUMNS} VALUES ($1, $2, $3)`, [table, name, type]);
      this.#columnsOf(table).set(name, type);
    }
  }

  /** Gives a table the columns it does not have yet; refuses those it has as something else. */
  async widen(table: string, columns: readonly Column[]): Promise<void> {
    const known = this.#columnsOf(table);
    for (const { name, type } of columns) {
      const was = known.get(name);
      if (was !== undefined && was !== type)
        throw new WanjiaError('WAREHOUSE_COLUMN_CHANGED', { table, column: name, was, now: type });
    }
    const missing = columns.filter(({ name }) => !known.has(name));
    if (missing.length === 0) return;
    // By itself: DuckDB does not alter a table and write to it in one transaction.
    await this.transaction(async () => {
      for (const { name, type } of missing)
        await this.#session.query(
          `ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(name)} ${this.#session.types[type]}`,
        );
      await this.#note(table, missing);
    });
  }

  /** Rows that are not there yet. */
  async insert(table: string, columns: readonly Column[], rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const names = columns.map(({ name }) => quoted(name));
    const whole = rows.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])));
    await this.#session.query(
      `INSERT INTO ${quoted(table)} (${names.join(', ')}) SELECT ${names.map((name) => `r.${name}`).join(', ')} FROM ${this.#session.rowsOf(columns)}`,
      [JSON.stringify(whole)],
    );
  }

  async remove(table: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#session.query(
      `DELETE FROM ${quoted(table)} WHERE id IN (SELECT r.id FROM ${this.#session.rowsOf([ID])})`,
      [JSON.stringify(ids.map((id) => ({ id })))],
    );
  }

  async count(table: string): Promise<number> {
    const [row] = await this.#session.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${quoted(table)}`);
    return Number(row?.rows);
  }

  close(): Promise<void> {
    return this.#session.close();
  }
}
