/** Removes rows whose time has passed from the beginning of their chains, which go on from there. */
import type { Database } from '../../platform/database/database.ts';
import { type ChainEnds, sealOf } from './chain.ts';

const ENDS = `select writer, number, first_sequence as "firstSequence", first_previous as "firstPrevious",
    last_sequence as "lastSequence", last_hash as "lastHash" from disclosure_writer where writer = $1 for update`;

/** The first row of the chain that is to stay. */
const FIRST_KEPT = `select sequence, previous from disclosure where writer = $1 and at >= $2 order by sequence limit 1`;

function shorten(db: Database, writer: string, before: Date, key: Uint8Array): Promise<number> {
  return db.tx(async (tx) => {
    const [ends] = await tx.query<ChainEnds>(ENDS, [writer]);
    if (ends === undefined) return 0;
    const [kept] = await tx.query<{ sequence: number; previous: string }>(FIRST_KEPT, [writer, before]);
    const firstSequence = kept?.sequence ?? ends.lastSequence + 1;
    if (firstSequence === ends.firstSequence) return 0;
    const shortened = { ...ends, firstSequence, firstPrevious: kept?.previous ?? ends.lastHash };
    // The table refuses removal otherwise.
    await tx.execute(`set local wanjia.retention = 'on'`);
    const removed = await tx.execute('delete from disclosure where writer = $1 and sequence < $2', [
      writer,
      firstSequence,
    ]);
    await tx.execute(
      'update disclosure_writer set first_sequence = $2, first_previous = $3, seal = $4 where writer = $1',
      [writer, firstSequence, shortened.firstPrevious, sealOf(key, shortened)],
    );
    return removed;
  });
}

/** Answers how many rows were removed. */
export async function removeExpired(db: Database, before: Date, key: Uint8Array): Promise<number> {
  const writers = await db.query<{ writer: string }>(
    'select distinct writer from disclosure where at < $1 order by writer',
    [before],
  );
  let removed = 0;
  for (const { writer } of writers) removed += await shorten(db, writer, before, key);
  return removed;
}
