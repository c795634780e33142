/** One reader of the feed per process, for everybody in it who follows: each change is read once, however many listen. */
import type { Database } from '../../platform/database/database.ts';
import { type Listening, listenTo } from '../../platform/database/notifications.ts';
import type { Log } from '../../platform/log.ts';
import { listChanges, readFeedState } from './change.store.ts';
import type { Change } from './change.ts';
import { CHANGE_CHANNEL } from './sequence.store.ts';

const PAGE = 1_000;
/** The net under the notifications. */
const POLL_MS = 1_000;

export interface ChangeFanout {
  /** Hands every change after the answered position to the listener, until it is detached. */
  attach(listener: (change: Change) => void): Promise<{ readonly position: number; detach(): void }>;
  close(): Promise<void>;
}

export function createFanout({ db, log }: { readonly db: Database; readonly log: Log }): ChangeFanout {
  const listeners = new Set<(change: Change) => void>();
  /** Up to here everything was handed over; null while nobody listens. */
  let at: number | null = null;
  let beginning: Promise<void> | undefined;
  let listening: Listening | undefined;
  let poll: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let asked = false;
  let closed = false;

  async function pump(): Promise<void> {
    while (at !== null && !closed) {
      const from: number = at;
      const { changes, upTo, feed } = await listChanges(db, { after: from, types: null, patterns: null, limit: PAGE });
      // Everybody left meanwhile, and whoever came since begins elsewhere.
      if (at !== from) continue;
      // In one turn with the new place: whoever attaches is before or after the page, never within it.
      for (const change of changes) for (const listener of listeners) listener(change);
      at = listeners.size === 0 ? null : upTo;
      if (upTo >= feed.head) return;
    }
  }

  async function run(): Promise<void> {
    while (asked && !closed) {
      asked = false;
      try {
        await pump();
      } catch (error) {
        log.error('changes could not be read for those who follow', error);
        return;
      }
    }
  }

  function wake(): void {
    asked = true;
    if (closed || listeners.size === 0) return;
    running ??= run().finally(() => {
      running = undefined;
    });
  }

  /** Nothing was read while nobody listened: the first to come begins where the feed then ends. */
  function begin(): Promise<void> {
    listening ??= listenTo({ url: db.url, applicationName: 'wanjia-follow', channel: CHANGE_CHANNEL }, wake);
    poll ??= setInterval(wake, POLL_MS).unref();
    beginning ??= readFeedState(db)
      .then(({ head }) => {
        at ??= head;
      })
      .finally(() => {
        beginning = undefined;
      });
    return beginning;
  }

  return {
    async attach(listener) {
      while (at === null) await begin();
      listeners.add(listener);
      return {
        position: at,
        detach: () => {
          listeners.delete(listener);
          if (listeners.size === 0) at = null;
        },
      };
    },
    async close() {
      closed = true;
      clearInterval(poll);
      await listening?.close();
      await running;
    },
  };
}
