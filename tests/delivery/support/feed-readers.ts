/** Readers of the feed that keep nothing but a copy and a place, and find fault with what they are told. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WanjiaError } from '../../../src/kernel/errors.ts';
import {
  type Change,
  type ChangeFanout,
  createChangeFeed,
  createCursors,
  followChanges,
} from '../../../src/modules/delivery/index.ts';
import type { Database } from '../../../src/platform/database/database.ts';

/** What a reader holds of the entities, by what it was told. */
export class Copy {
  readonly held = new Map<string, number>();
  readonly faults: string[] = [];
  readonly #versions = new Map<string, number>();
  /** Every version is told, one after the other; else none is told before an older one. */
  readonly #whole: boolean;
  taken = 0;
  last: Change | undefined;

  constructor({ whole }: { readonly whole: boolean }) {
    this.#whole = whole;
  }

  take(change: Change): void {
    const { entityId, version, operation } = change;
    const before = this.#versions.get(entityId) ?? 0;
    if (this.#whole ? version !== before + 1 : version <= before)
      this.faults.push(`${entityId}: ${version} after ${before}`);
    if (change.position <= (this.last?.position ?? 0)) this.faults.push(`${change.position} came again`);
    this.#versions.set(entityId, version);
    if (operation === 'DELETE') this.held.delete(entityId);
    else this.held.set(entityId, version);
    this.taken += 1;
    this.last = change;
  }
}

const cursors = createCursors(Buffer.alloc(32, 7));
const EVERYTHING = { organisation: 'warehouse', types: null, patterns: null, limit: 1_000 } as const;

/** Reads page after page until everything is told. From one page to the next it keeps its cursor only. */
export async function readPages(db: Database, copy: Copy, isComplete: () => Promise<boolean>): Promise<void> {
  let cursor: string | null = null;
  for (let more = true; more; ) {
    const complete = await isComplete();
    const page = await createChangeFeed({ db, cursors }).read({ ...EVERYTHING, cursor });
    for (const change of page.changes) copy.take(change);
    cursor = page.endCursor;
    more = page.hasNextPage || !complete;
    if (page.changes.length === 0) await sleep(20);
  }
}

/** Begins in the middle, and again from the beginning whenever what it stands at is not kept any more. */
export async function beginLate(db: Database, isComplete: () => Promise<boolean>): Promise<Copy> {
  for (;;) {
    const copy = new Copy({ whole: false });
    try {
      await readPages(db, copy, isComplete);
      return copy;
    } catch (error) {
      if (!(error instanceof WanjiaError && error.code === 'CURSOR_EXPIRED')) throw error;
    }
  }
}

/** Follows as a subscriber does: is cut off when it is slow, leaves now and then, and goes on behind what it was told. */
export async function followOn(
  { db, fanout }: { readonly db: Database; readonly fanout: ChangeFanout },
  copy: Copy,
  isComplete: () => Promise<boolean>,
): Promise<void> {
  for (let more = true; more; ) {
    const after = copy.last?.position ?? 0;
    const follower = await followChanges({ db, fanout }, { after, type: 'ALERT', patterns: ['310105%'] });
    try {
      for (let left = 3_000; left > 0 && more; left -= 1) {
        const complete = await isComplete();
        const change = await follower.next(100);
        if (change) copy.take(change);
        else more = !complete;
      }
    } catch (error) {
      if (!(error instanceof WanjiaError && error.code === 'SLOW_READER')) throw error;
    } finally {
      follower.close();
    }
  }
}
