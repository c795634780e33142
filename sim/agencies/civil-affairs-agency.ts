import type { Messiness } from '../mess/messiness.ts';
import type { RecordsByType } from './agency-rows.ts';
import type { BureauDatabase } from './bureau-database.ts';
import type { CivilAffairsFaults } from './faults.ts';
import { CIVIL_AFFAIRS_TYPES, sqlValues } from './sql-tables.ts';

/** The civil-affairs bureau: no service, only views in its own database; a deleted record is simply gone. */
export class CivilAffairsAgency {
  readonly #database: BureauDatabase;
  readonly #mess: Messiness | null;

  constructor(database: BureauDatabase, mess: Messiness | null) {
    this.#database = database;
    this.#mess = mess;
  }

  /** Creates the database and loads what is held. */
  async load(records: RecordsByType): Promise<void> {
    await this.#database.create();
    for (const type of CIVIL_AFFAIRS_TYPES) {
      await this.#database.load(
        type,
        (records.get(type) ?? []).map((version) => sqlValues(version, this.#mess)),
      );
    }
  }

  async apply(changes: RecordsByType): Promise<void> {
    for (const type of CIVIL_AFFAIRS_TYPES) {
      const versions = changes.get(type) ?? [];
      const gone = versions.filter(({ cells }) => cells === null).map(({ sourceKey }) => sourceKey);
      const written = versions.filter(({ cells }) => cells !== null).map((version) => sqlValues(version, this.#mess));
      if (written.length > 0) await this.#database.upsert(type, written);
      if (gone.length > 0) await this.#database.remove(type, gone);
    }
  }

  async setFaults({ missingViews = [] }: CivilAffairsFaults): Promise<void> {
    for (const type of CIVIL_AFFAIRS_TYPES) {
      if (missingViews.includes(type)) await this.#database.dropView(type);
      else await this.#database.createView(type);
    }
  }

  async stop(): Promise<void> {
    await this.#database.close();
  }
}
