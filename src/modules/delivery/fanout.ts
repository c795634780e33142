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
  let position: Promise<number> | number | undefined;
  let listening: Listening | undefined;
  let poll: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let asked = false;
  let closed = false;

  async function pump(from: number): Promise<void> {
    let at = from;
    for (let head = at + 1; at < head && !closed; ) {
      const { changes, upTo, feed } = await listChanges(db, { after: at, types: null, patterns: null, limit: PAGE });
      // In one turn with the new position: whoever attaches meanwhile is before or after the page, never within it.
      for (const change of changes) for (const listener of listeners) listener(change);
      position = upTo;
      at = upTo;
      head = feed.head;
    }
  }

  async function run(): Promise<void> {
    while (asked && !closed) {
      asked = false;
      try {
        await pump(await (position ?? 0));
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

  /** Reads nothing while nobody listens: the next to come begins where the feed then ends. */
  async function begin(): Promise<number> {
    listening ??= listenTo({ url: db.url, applicationName: 'wanjia-follow', channel: CHANGE_CHANNEL }, wake);
    poll ??= setInterval(wake, POLL_MS).unref();
    if (listeners.size === 0) position = readFeedState(db).then(({ head }) => head);
    return await (position ?? 0);
  }

  return {
    async attach(listener) {
      await begin();
      const at = await (position ?? 0);
      listeners.add(listener);
      const from = typeof position === 'number' ? position : at;
      position = from;
      return { position: from, detach: () => void listeners.delete(listener) };
    },
    async close() {
      closed = true;
      clearInterval(poll);
      await listening?.close();
      await running;
    },
  };
}
