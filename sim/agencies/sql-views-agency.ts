import type { RecordType } from '../../src/kernel/agency.ts';
import type { Messiness } from '../mess/messiness.ts';
import type { RecordsByType } from './agency-rows.ts';
import type { BureauDatabase } from './bureau-database.ts';
import type { ViewsFaults } from './faults.ts';
import { sqlValues } from './sql-tables.ts';

/** An agency with no service, only views in its own database; a deleted record is simply gone. */
export class SqlViewsAgency {
  readonly #database: BureauDatabase;
  readonly #types: readonly RecordType[];
  readonly #mess: Messiness | null;
  #faults: ViewsFaults = {};
  #isLoaded = false;

  constructor(database: BureauDatabase, types: readonly RecordType[], mess: Messiness | null) {
    this.#types = types;
    this.#database = database;
    this.#mess = mess;
  }

  /** Creates the database and loads what is held. */
  async load(records: RecordsByType): Promise<void> {
    await this.#database.create(this.#types);
    for (const type of this.#types) {
      await this.#database.load(
        type,
        (records.get(type) ?? []).map((version) => sqlValues(version, this.#mess)),
      );
    }
    this.#isLoaded = true;
    await this.setFaults(this.#faults);
  }

  async apply(changes: RecordsByType): Promise<void> {
    for (const type of this.#types) {
      const versions = changes.get(type) ?? [];
      const gone = versions.filter(({ cells }) => cells === null).map(({ sourceKey }) => sourceKey);
      const written = versions.filter(({ cells }) => cells !== null).map((version) => sqlValues(version, this.#mess));
      if (written.length > 0) await this.#database.upsert(type, written);
      if (gone.length > 0) await this.#database.remove(type, gone);
    }
  }

  async setFaults(faults: ViewsFaults): Promise<void> {
    this.#faults = faults;
    if (!this.#isLoaded) return;
    const { missingViews = [] } = faults;
    for (const type of this.#types) {
      if (missingViews.includes(type)) await this.#database.dropView(type);
      else await this.#database.createView(type);
    }
  }

  async stop(): Promise<void> {
    await this.#database.close();
  }
}
