/** Writers that change the same entities at once; some hold their transaction open, some roll it back. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../src/platform/database/database.ts';
import { appendChanges, appendSelected } from '../../../src/platform/outbox/outbox.ts';

/** Changes of one transaction at most. */
const AT_ONCE = 150;
/** Of so many transactions, one is held open for seconds; of so many, one is rolled back. */
const [ONE_HELD, ONE_ROLLED_BACK] = [60, 10];
const STREET = '310105001';

const oneOf = (many: number): boolean => Math.random() * many < 1;
const below = (limit: number): number => Math.floor(Math.random() * limit);

const ROLLED_BACK = new Error('the writer changed its mind');

/** What another transaction has under its hands is left to it; one in eight changes takes its entity away. */
const WORK = `UPDATE followed f SET version = version + 1, present = random() > 0.125
  FROM (SELECT id FROM followed WHERE id = ANY($1) ORDER BY id FOR UPDATE SKIP LOCKED) free WHERE f.id = free.id
  RETURNING f.id, f.version, f.present`;
const WORK_AND_TELL = `WITH worked AS (${WORK}),
  told AS (${appendSelected(`SELECT 'ALERT', id::text, id, CASE WHEN present THEN 'UPSERT' ELSE 'DELETE' END, NULL,
    version, '{}'::text[], ARRAY['${STREET}'] FROM worked ORDER BY worked.id`)})
  SELECT id, version, present FROM worked`;

interface Worked {
  readonly id: number;
  readonly version: number;
  readonly present: boolean;
}

export async function makeEntities(db: Database, entities: number): Promise<void> {
  await db.execute('CREATE TABLE followed (id bigint PRIMARY KEY, version int NOT NULL, present boolean NOT NULL)');
  await db.execute('INSERT INTO followed SELECT n, 0, false FROM generate_series(1, $1::int) n', [entities]);
}

/** What there is in the end: each entity that is present, with its version. */
export async function presentEntities(db: Database): Promise<Map<string, number>> {
  const rows = await db.query<Worked>('SELECT id, version FROM followed WHERE present ORDER BY id');
  return new Map(rows.map(({ id, version }) => [String(id), version]));
}

/** One transaction; tells how many changes it committed. */
async function writeOnce(writer: Database, entities: number): Promise<number> {
  const ids = Array.from({ length: 1 + below(AT_ONCE) }, () => 1 + below(entities));
  const work = writer.tx(async (tx) => {
    const inOneStatement = oneOf(2);
    const rows = await tx.query<Worked>(inOneStatement ? WORK_AND_TELL : WORK, [ids]);
    if (!inOneStatement)
      await appendChanges(
        tx,
        rows.map(({ id, version, present }) => ({
          ...{ type: 'ALERT', id, householdId: id, kind: null, version, before: [], after: [STREET] },
          operation: present ? 'UPSERT' : 'DELETE',
        })),
      );
    if (oneOf(ONE_HELD)) await sleep(1_000 + below(2_000));
    if (oneOf(ONE_ROLLED_BACK)) throw ROLLED_BACK;
    return rows.length;
  });
  return work.catch((error: unknown) => {
    if (error === ROLLED_BACK) return 0;
    throw error;
  });
}

/** Writes until so many changes are committed, as many transactions at a time as there are writers; tells how many. */
export async function writeMany(
  writers: readonly Database[],
  { changes, entities }: { readonly changes: number; readonly entities: number },
  progress: (committed: number) => void,
): Promise<number> {
  let committed = 0;
  const work = async (writer: Database): Promise<void> => {
    while (committed < changes) {
      const done = await writeOnce(writer, entities);
      committed += done;
      progress(committed);
    }
  };
  await Promise.all(writers.map(work));
  return committed;
}
