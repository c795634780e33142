/** Follows the feed from a place on: what was missed is read, then what comes is handed over as it comes. */
import type { ChangeType, ScopeKey } from '../../kernel/change.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { listChanges } from './change.store.ts';
import type { Change } from './change.ts';
import type { ChangeFanout } from './fanout.ts';

/** Changes that may wait for a reader; one that is slower is cut off and goes on by its cursor. */
const WAITING_AT_MOST = 1_000;
const PAGE = 500;
/** Whoever is further behind than this reads on by pages before it joins those who are told as it happens. */
const NEAR = 1_000;

export interface FollowQuery {
  readonly after: number;
  readonly type: ChangeType;
  /** Patterns of the scope keys the reader reaches, as {@link listChanges} takes them. */
  readonly patterns: readonly string[];
  readonly waitingAtMost?: number;
  /** Called when the reader turns out too slow; the next change it asks for is refused. */
  cutOff?(): void;
}

type Attached = Awaited<ReturnType<ChangeFanout['attach']>>;

export interface ChangeFollower {
  /** The next change; null when nothing came for so long; undefined once it was closed. Throws SLOW_READER. */
  next(patienceMs: number): Promise<Change | null | undefined>;
  close(): void;
}

function reaches(patterns: readonly string[], { scopeBefore, scopeAfter }: Change): boolean {
  const keys: readonly ScopeKey[] = [...scopeBefore, ...scopeAfter];
  if (keys.length === 0) return true;
  return patterns.some((pattern) => {
    const key = pattern.replaceAll(/\\(.)|%$/g, '$1');
    return keys.some((held) => (pattern.endsWith('%') ? held.startsWith(key) : held === key));
  });
}

/** Begins to follow; nothing is lost between what is read and what comes, and nothing is told twice. */
export async function followChanges(
  { db, fanout }: { readonly db: Queryable; readonly fanout: ChangeFanout },
  { after, type, patterns, waitingAtMost = WAITING_AT_MOST, cutOff }: FollowQuery,
): Promise<ChangeFollower> {
  const missed: Change[] = [];
  const waiting: Change[] = [];
  let [closed, overflown] = [false, false];
  let wake: () => void = () => undefined;
  let live: Attached | null = null;
  /** Up to here everything was taken into `missed`, or was told before. */
  let read = after;

  function take(change: Change): void {
    if (change.type !== type || change.position <= read || !reaches(patterns, change)) return;
    if (overflown) return;
    if (waiting.length < waitingAtMost) waiting.push(change);
    else {
      overflown = true;
      cutOff?.();
    }
    wake();
  }

  async function join(): Promise<void> {
    const joined = await fanout.attach(take);
    if (!closed && joined.position - read <= NEAR) live = joined;
    else {
      joined.detach();
      waiting.length = 0;
      overflown = false;
    }
  }

  async function catchUp(): Promise<void> {
    while (!closed && missed.length === 0 && read < (live?.position ?? Number.POSITIVE_INFINITY)) {
      const { changes, upTo, feed } = await listChanges(db, { after: read, types: [type], patterns, limit: PAGE });
      const until = live?.position ?? upTo;
      missed.push(...changes.filter(({ position }) => position <= until));
      read = Math.min(upTo, until);
      if (live === null && feed.head - read <= NEAR) await join();
    }
  }

  function something(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  await join();
  return {
    async next(patienceMs) {
      await catchUp();
      if (closed) return undefined;
      if (overflown) throw new WanjiaError('SLOW_READER', { waiting: waiting.length });
      if (missed.length + waiting.length === 0) await something(patienceMs);
      if (closed) return undefined;
      return missed.shift() ?? waiting.shift() ?? null;
    },
    close() {
      closed = true;
      live?.detach();
      wake();
    },
  };
}
