/** Builds the profiles of the households whose ground has changed. */
import type { Day } from '../../kernel/day.ts';
import type { RememberingSealer } from '../../platform/crypto/remembering.ts';
import type { Database, Queryable, Transaction } from '../../platform/database/database.ts';
import { buildHousehold, type HouseholdMaterial } from './build.ts';
import { concealProfile, type Hiding, type StoredProfile } from './identities.ts';
import { gatherMaterial, type MarkedHousehold } from './material.store.ts';
import { createOpening } from './opening.ts';
import { type BuiltHousehold, writeVersions } from './version.store.ts';

/** Households per transaction: bounds memory, and what a crash repeats. */
const BATCH = 1_000;

const MANY_HOUSEHOLDS = 300;

/** After many new versions, for the district's size, the planner's picture of the facts is out of date. */
async function isLarge(db: Queryable, changed: number): Promise<boolean> {
  if (changed < MANY_HOUSEHOLDS) return false;
  const [facts] = await db.query<{ known: number }>(
    `select greatest(reltuples, 0)::float8 as known from pg_class where oid = 'household_fact'::regclass`,
  );
  return changed * 10 >= (facts?.known ?? 0);
}

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

function inBatches(households: readonly MarkedHousehold[]): readonly (readonly MarkedHousehold[])[] {
  const count = Math.ceil(households.length / BATCH);
  return Array.from({ length: count }, (_, index) => households.slice(index * BATCH, (index + 1) * BATCH));
}

/** Lets a read run ahead of its use; its failure is met where it is used. */
function readAhead<T>(reading: Promise<T>): () => Promise<T> {
  reading.catch(() => undefined);
  return () => reading;
}

function build(material: HouseholdMaterial | undefined, hiding: Hiding): StoredProfile | null {
  const document = material === undefined ? null : buildHousehold(material);
  return document === null ? null : concealProfile(document, hiding);
}

async function replaceBatch(
  tx: Transaction,
  batch: readonly MarkedHousehold[],
  built: readonly BuiltHousehold[],
  at: { readonly upTo: number; readonly day: Day },
): Promise<number> {
  await tx.execute('delete from household_mark where household_id = any($1::bigint[]) and id <= $2', [
    batch.map(({ id }) => id),
    at.upTo,
  ]);
  return writeVersions(tx, built, at.day);
}

export interface HouseholdServiceParts extends Hiding {
  readonly db: Database;
  readonly bulk: RememberingSealer;
}

export function createHouseholdService(parts: HouseholdServiceParts): HouseholdService {
  const { db } = parts;
  const opening = createOpening(parts.bulk);
  return {
    async rebuildMarked(day, onProgress) {
      const { upTo, households } = await markedHouseholds(db);
      const batches = inBatches(households);
      let changed = 0;
      let done = 0;
      // The next batch is read while this one is built and written.
      let next = batches[0] && readAhead(gatherMaterial(db, opening, batches[0]));
      for (const [index, batch] of batches.entries()) {
        const materials = await next?.();
        const following = batches[index + 1];
        next = following && readAhead(gatherMaterial(db, opening, following));
        const built =
          materials === undefined ? [] : batch.map(({ id }) => ({ id, profile: build(materials.get(id), parts) }));
        changed += await db.tx((tx) => replaceBatch(tx, batch, built, { upTo, day }));
        done += batch.length;
        onProgress?.(done, households.length);
      }
      if (await isLarge(db, changed)) await db.execute('analyze household_fact, member_fact');
      return { built: households.length, changed };
    },
  };
}
