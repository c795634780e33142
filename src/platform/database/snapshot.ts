/**
 * A database as it stood at one moment: every connection reads the same exported snapshot, however long it takes and
 * whatever is written meanwhile. Reads only.
 */
import pg from 'pg';
import { Database, type DatabaseSettings } from './database.ts';

/** A server that ends transactions at rest would end the snapshot. */
const BEGIN = 'SET idle_in_transaction_session_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/** PostgreSQL's own names of snapshots: the statement takes no parameter. */
const NAME = /^[\dA-F-]+$/i;

const taking = (snapshot: string): string => `${BEGIN}; SET TRANSACTION SNAPSHOT '${snapshot}'`;

/** Takes over a snapshot and hands it on: it stands for as long as this connection does. */
async function holdSnapshot(client: pg.Client, snapshot: string): Promise<string> {
  await client.query(taking(snapshot));
  const { rows } = await client.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
  return rows[0]?.name ?? '';
}

/** Within a transaction from its first statement to its last; one more cannot begin in it. */
export class SnapshotDatabase extends Database {
  readonly #holder: pg.Client;

  private constructor(settings: DatabaseSettings, holder: pg.Client, snapshot: string) {
    super({ ...settings, prologue: [taking(snapshot)] });
    this.#holder = holder;
  }

  /** Opens a snapshot that some transaction exports and still holds. */
  static async open(settings: DatabaseSettings & { readonly snapshot: string }): Promise<SnapshotDatabase> {
    const { url, applicationName, snapshot } = settings;
    if (!NAME.test(snapshot)) throw new Error('this is no name of a snapshot');
    const holder = new pg.Client({ connectionString: url, application_name: applicationName });
    // A connection that breaks ends the snapshot: whoever reads next is told by its own connection.
    holder.on('error', () => undefined);
    await holder.connect();
    try {
      return new SnapshotDatabase(settings, holder, await holdSnapshot(holder, snapshot));
    } catch (error) {
      await holder.end();
      throw error;
    }
  }

  override tx(): never {
    throw new Error('a snapshot is read, not written');
  }

  override async close(): Promise<void> {
    await super.close();
    await this.#holder.end();
  }
}
