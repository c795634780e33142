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

export interface FollowQuery {
  readonly after: number;
  readonly type: ChangeType;
  /** Patterns of the scope keys the reader reaches, as {@link listChanges} takes them. */
  readonly patterns: readonly string[];
  readonly waitingAtMost?: number;
}

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
  { after, type, patterns, waitingAtMost = WAITING_AT_MOST }: FollowQuery,
): Promise<ChangeFollower> {
  const waiting: Change[] = [];
  let [closed, overflown] = [false, false];
  let wake: () => void = () => undefined;
  const { position, detach } = await fanout.attach((change) => {
    if (change.type !== type || change.position <= after || !reaches(patterns, change)) return;
    if (waiting.length >= waitingAtMost) overflown = true;
    else waiting.push(change);
    wake();
  });
  let read = after;
  const missed: Change[] = [];

  async function catchUp(): Promise<void> {
    while (missed.length === 0 && read < position) {
      const { changes, upTo } = await listChanges(db, { after: read, types: [type], patterns, limit: PAGE });
      missed.push(...changes.filter((change) => change.position <= position));
      read = upTo;
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
      detach();
      wake();
    },
  };
}
