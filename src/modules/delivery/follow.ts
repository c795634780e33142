/** Follows the feed from a place on: what was missed is read, then what comes is handed over as it comes. */
import type { ChangeType, ScopeKey } from '../../kernel/change.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { listChanges } from './change.store.ts';
import type { Change } from './change.ts';
import type { ChangeFanout } from './fanout.ts';

/** Changes that may wait for a reader; what comes beyond them it reads from the feed once it has taken these. */
const WAITING_AT_MOST = 1_000;
/** A reader for whom so much waits, and who takes nothing for so long, is cut off and goes on by its cursor. */
const PATIENCE_MS = 15_000;
const PAGE = 500;
/** Whoever is further behind than this reads on by pages before it joins those who are told as it happens. */
const NEAR = 1_000;

export interface FollowQuery {
  readonly after: number;
  readonly type: ChangeType;
  /** Patterns of the scope keys the reader reaches, as {@link listChanges} takes them. */
  readonly patterns: readonly string[];
  readonly waitingAtMost?: number;
  readonly patienceMs?: number;
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

class Follower implements ChangeFollower {
  readonly #db: Queryable;
  readonly #fanout: ChangeFanout;
  readonly #query: FollowQuery;
  readonly #missed: Change[] = [];
  readonly #waiting: Change[] = [];
  #live: Attached | null = null;
  /** Up to here everything was taken into `missed`, or was told before. */
  #read: number;
  /** More came than may wait: what follows the last that waits is read from the feed. */
  #full = false;
  /** The newest that was taken into `waiting`. */
  #queued = 0;
  /** When the reader asked for its next change. */
  #asked = performance.now();
  #tooSlow = false;
  #closed = false;
  #wake: () => void = () => undefined;

  constructor(db: Queryable, fanout: ChangeFanout, query: FollowQuery) {
    this.#db = db;
    this.#fanout = fanout;
    this.#query = query;
    this.#read = query.after;
  }

  /** Joins those who are told as it happens, unless that lies too far ahead. */
  async join(): Promise<void> {
    const joined = await this.#fanout.attach((change) => this.#take(change));
    if (!this.#closed && joined.position - this.#read <= NEAR) this.#live = joined;
    else {
      joined.detach();
      this.#waiting.length = 0;
      this.#full = false;
    }
  }

  async next(patienceMs: number): Promise<Change | null | undefined> {
    this.#asked = performance.now();
    await this.#catchUp();
    if (this.#closed) return undefined;
    if (this.#tooSlow) throw new WanjiaError('SLOW_READER', { waiting: this.#waiting.length });
    if (this.#missed.length + this.#waiting.length === 0) await this.#something(patienceMs);
    if (this.#closed) return undefined;
    return this.#missed.shift() ?? this.#waiting.shift() ?? null;
  }

  close(): void {
    this.#closed = true;
    this.#live?.detach();
    this.#wake();
  }

  #take(change: Change): void {
    const { type, patterns, waitingAtMost = WAITING_AT_MOST, patienceMs = PATIENCE_MS, cutOff } = this.#query;
    if (this.#tooSlow || change.type !== type || change.position <= this.#read || !reaches(patterns, change)) return;
    if (!this.#full && this.#waiting.length < waitingAtMost) {
      this.#waiting.push(change);
      this.#queued = change.position;
    } else if (performance.now() - this.#asked < patienceMs) this.#full = true;
    else {
      this.#tooSlow = true;
      cutOff?.();
    }
    this.#wake();
  }

  /** Leaves those who are told as it happens, behind the last that it was told. */
  #fallBack(): void {
    this.#live?.detach();
    this.#live = null;
    this.#full = false;
    this.#read = Math.max(this.#read, this.#queued);
  }

  #something(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Reads what was missed: before it joined, and after more came than may wait. */
  async #catchUp(): Promise<void> {
    const { type, patterns } = this.#query;
    if (this.#full && this.#waiting.length === 0) this.#fallBack();
    while (
      !this.#closed &&
      this.#missed.length === 0 &&
      this.#read < (this.#live?.position ?? Number.POSITIVE_INFINITY)
    ) {
      const { changes, upTo, feed } = await listChanges(this.#db, {
        after: this.#read,
        types: [type],
        patterns,
        limit: PAGE,
      });
      const until = this.#live?.position ?? upTo;
      this.#missed.push(...changes.filter(({ position }) => position <= until));
      this.#read = Math.min(upTo, until);
      if (this.#live === null && feed.head - this.#read <= NEAR) await this.join();
    }
  }
}

/** Begins to follow; nothing is lost between what is read and what comes, and nothing is told twice. */
export async function followChanges(
  { db, fanout }: { readonly db: Queryable; readonly fanout: ChangeFanout },
  query: FollowQuery,
): Promise<ChangeFollower> {
  const follower = new Follower(db, fanout, query);
  await follower.join();
  return follower;
}
