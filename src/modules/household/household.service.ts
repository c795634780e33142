/** Builds the profiles of the households whose ground has changed. */
import type { Day } from '../../kernel/day.ts';
import type { RememberingSealer } from '../../platform/crypto/remembering.ts';
import type { Database, Queryable, Transaction } from '../../platform/database/database.ts';
import { buildHousehold, type HouseholdMaterial } from './build.ts';
import { concealProfile, type Hiding, type StoredProfile } from './identities.ts';
import { gatherMaterial, type MarkedHousehold } from './material.store.ts';
import { createOpening, type Opening } from './opening.ts';
import { type BuiltHousehold, foldCounts, writeVersions } from './version.store.ts';

/** Households per transaction: bounds memory, and what a crash repeats. Three batches are in hand at once. */
const BATCH = 250;

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

/** Marks up to one id: later ones wait for the next run. */
async function markedUpTo(db: Queryable): Promise<{ readonly upTo: number; readonly total: number }> {
  const [marks] = await db.query<{ upTo: number; total: number }>(
    `select coalesce(max(id), 0) as "upTo", count(distinct household_id)::int as total from household_mark`,
  );
  return marks ?? { upTo: 0, total: 0 };
}

/** The next marked households after one: a district's marks are not held in memory. */
const NEXT_MARKED = `select id, kind, number from household where id = any(array(
    select distinct household_id from household_mark where id <= $1 and household_id > $2
    order by household_id limit $3)) order by id`;

/** A batch of households and what they are built from. */
interface Gathered {
  readonly households: readonly MarkedHousehold[];
  readonly materials: ReadonlyMap<number, HouseholdMaterial>;
}

async function gatherNext(db: Queryable, opening: Opening, upTo: number, after: number): Promise<Gathered> {
  const households = await db.query<MarkedHousehold>(NEXT_MARKED, [upTo, after, BATCH]);
  const materials = households.length === 0 ? new Map() : await gatherMaterial(db, opening, households);
  return { households, materials };
}

/** Lets work run ahead of whoever waits for it; its failure is met there. */
function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
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

interface Flow {
  /** The batch after a household; an empty one is the last. */
  read(after: number): Promise<Gathered>;
  build(batch: Gathered): readonly BuiltHousehold[];
  write(batch: Gathered, built: readonly BuiltHousehold[]): Promise<void>;
}

/** The next batch is read and the one before is written while one is built. */
async function inFlow({ read, build, write }: Flow): Promise<void> {
  let reading = read(0);
  let writing = Promise.resolve();
  try {
    for (;;) {
      const batch = await reading;
      const last = batch.households.at(-1);
      if (last === undefined) break;
      reading = ahead(read(last.id));
      const built = build(batch);
      await writing;
      writing = ahead(write(batch, built));
    }
    await writing;
  } finally {
    // Whoever is told that this failed may begin again: nothing of it goes on behind their back.
    await Promise.allSettled([reading, writing]);
  }
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
      const { upTo, total } = await markedUpTo(db);
      let changed = 0;
      let done = 0;
      await inFlow({
        read: (after) => gatherNext(db, opening, upTo, after),
        build: ({ households, materials }) =>
          households.map(({ id }) => ({ id, profile: build(materials.get(id), parts) })),
        write: async ({ households }, built) => {
          changed += await db.tx((tx) => replaceBatch(tx, households, built, { upTo, day }));
          done += households.length;
          onProgress?.(done, total);
        },
      });
      if (await isLarge(db, changed)) {
        await foldCounts(db);
        await db.execute('analyze household_fact, member_fact, household_tally');
      }
      return { built: done, changed };
    },
  };
}
