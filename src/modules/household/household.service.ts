/** Builds the profiles of the households whose ground has changed. */
import type { Day } from '../../kernel/day.ts';
import type { Database, Queryable } from '../../platform/database/database.ts';
import { buildHousehold } from './build.ts';
import { gatherMaterial, type MarkedHousehold } from './material.store.ts';
import { type BuiltHousehold, writeVersions } from './version.store.ts';

/** Households per transaction: bounds memory, and what a crash repeats. */
const BATCH = 500;

export interface RebuildReport {
  /** Households looked at. */
  readonly built: number;
  /** Households whose profile changed, began or ended. */
  readonly changed: number;
}

export interface HouseholdService {
  /** Builds every marked household as of the hub's day. A mark goes in the same transaction as its new version. */
  rebuildMarked(day: Day, onProgress?: (done: number, total: number) => void): Promise<RebuildReport>;
}

interface Marked {
  readonly upTo: number;
  readonly households: readonly MarkedHousehold[];
}

async function markedHouseholds(db: Queryable): Promise<Marked> {
  const [newest] = await db.query<{ up_to: number | null }>('select max(id) as up_to from household_mark');
  const upTo = newest?.up_to ?? 0;
  const rows = await db.query<MarkedHousehold>(
    `select id, kind, number from household
     where id in (select household_id from household_mark where id <= $1) order by id`,
    [upTo],
  );
  return { upTo, households: rows };
}

async function buildBatch(db: Queryable, households: readonly MarkedHousehold[]): Promise<readonly BuiltHousehold[]> {
  const materials = await gatherMaterial(db, households);
  return households.map(({ id }) => {
    const material = materials.get(id);
    return { id, document: material === undefined ? null : buildHousehold(material) };
  });
}

export function createHouseholdService(deps: { readonly db: Database }): HouseholdService {
  const { db } = deps;
  return {
    async rebuildMarked(day, onProgress) {
      const { upTo, households } = await markedHouseholds(db);
      let changed = 0;
      for (let from = 0; from < households.length; from += BATCH) {
        const batch = households.slice(from, from + BATCH);
        const built = await buildBatch(db, batch);
        changed += await db.tx(async (tx) => {
          await tx.execute('delete from household_mark where household_id = any($1::bigint[]) and id <= $2', [
            batch.map(({ id }) => id),
            upTo,
          ]);
          return writeVersions(tx, built, day);
        });
        onProgress?.(from + batch.length, households.length);
      }
      return { built: households.length, changed };
    },
  };
}
