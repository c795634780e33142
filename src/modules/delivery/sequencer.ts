/** Keeps the feed up with the outbox. Any number of processes may run one; they take turns. */
import type { Database } from '../../platform/database/database.ts';
import { listenTo } from '../../platform/database/notifications.ts';
import type { Log } from '../../platform/log.ts';
import { OUTBOX_CHANNEL } from '../../platform/outbox/outbox.ts';
import { sequenceChanges } from './sequence.store.ts';

/** Changes per transaction: bounds what a crash repeats and how long a reader waits for the first of many. */
const BATCH = 5_000;
/** The net under the notifications: a sequencer that died between two of them is followed by another after this. */
const POLL_MS = 1_000;

export interface Sequencer {
  /** Gives positions to everything committed until now. */
  drain(): Promise<number>;
  /** Ends after the transaction under way. */
  close(): Promise<void>;
}

export interface SequencerDeps {
  readonly db: Database;
  readonly log: Log;
  readonly batch?: number;
}

/** Gives positions to everything committed until now; stops at whatever another process has under its hands. */
export async function drainOutbox(db: Database, batch = BATCH): Promise<number> {
  let total = 0;
  for (;;) {
    const moved = await sequenceChanges(db, batch);
    total += moved;
    if (moved < batch) return total;
  }
}

export function startSequencer({ db, log, batch = BATCH }: SequencerDeps): Sequencer {
  let closed = false;
  let asked = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (asked && !closed) {
      asked = false;
      try {
        await drainOutbox(db, batch);
      } catch (error) {
        // The database is away for a while: the next poll tries again.
        log.error('changes could not be given their positions', error);
        return;
      }
    }
  }

  function wake(): void {
    asked = true;
    if (closed) return;
    running ??= run().finally(() => {
      running = undefined;
    });
  }

  const listening = listenTo({ url: db.url, applicationName: 'wanjia-sequencer', channel: OUTBOX_CHANNEL }, wake);
  const poll = setInterval(wake, POLL_MS);
  poll.unref();
  return {
    drain: () => drainOutbox(db, batch),
    async close() {
      closed = true;
      clearInterval(poll);
      await listening.close();
      await running;
    },
  };
}
