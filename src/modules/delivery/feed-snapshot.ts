/**
 * A moment of the database together with its place in the feed: whatever the snapshot shows stands at or before the
 * position, whatever it does not show comes after it.
 */
import type { Database, DatabaseSettings } from '../../platform/database/database.ts';
import { SnapshotDatabase } from '../../platform/database/snapshot.ts';
import { readFeedState } from './change.store.ts';
import type { FeedState } from './change.ts';
import { giveCommittedPositions } from './sequence.store.ts';

export interface FeedSnapshot {
  /** What was committed and had no position yet still stands in `outbox` here. */
  readonly db: Database;
  readonly feed: FeedState;
}

const BATCH = 5_000;

/**
 * Nobody else gives positions until this has ended, and what the snapshot sees gets its own here: changes that are
 * committed meanwhile are in neither. The lock is no query, so that the snapshot begins after it was granted.
 */
export function openFeedSnapshot(
  db: Database,
  settings: Pick<DatabaseSettings, 'applicationName' | 'max'>,
): Promise<FeedSnapshot> {
  let opened: SnapshotDatabase | undefined;
  const taken = db.tx(async (tx) => {
    await tx.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await tx.execute('LOCK TABLE change_head IN EXCLUSIVE MODE');
    while ((await giveCommittedPositions(tx, BATCH)) === BATCH);
    const feed = await readFeedState(tx);
    const [exported] = await tx.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
    opened = await SnapshotDatabase.open({ url: db.url, ...settings, snapshot: exported?.name ?? '' });
    return { db: opened, feed };
  });
  // Positions that were not committed are given again, to others.
  return taken.catch(async (error: unknown) => {
    await opened?.close();
    throw error;
  });
}
