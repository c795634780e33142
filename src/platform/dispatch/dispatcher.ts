/** Each party has its own round after round, so that a slow one delays nobody else; any number of processes may run. */
import { type ListenSettings, listenTo } from '../database/notifications.ts';

/** What a dispatcher is handed. */
export interface DispatchWork {
  /** Numbers of the parties that may be told something now. */
  listDue(): Promise<readonly number[]>;
  /** Tells a party everything that is due; stops between two tries when the signal says so. */
  serve(party: number, signal: AbortSignal): Promise<void>;
  /** Told of a party that could not be served. */
  failed(error: unknown, party: number): void;
}

export interface Dispatcher {
  /** Sends everything that is due now; resolves when nothing is. */
  drain(): Promise<void>;
  /** Ends after the attempts under way. */
  close(): Promise<void>;
}

export function createRounds(work: DispatchWork): Dispatcher {
  const ending = new AbortController();
  const serving = new Map<number, Promise<void>>();

  function serve(party: number): Promise<void> {
    const under = serving.get(party);
    if (under !== undefined) return under;
    const run = work
      .serve(party, ending.signal)
      .catch((error: unknown) => work.failed(error, party))
      .finally(() => serving.delete(party));
    serving.set(party, run);
    return run;
  }

  return {
    async drain() {
      await Promise.all((await work.listDue()).map(serve));
    },
    async close() {
      ending.abort();
      await Promise.all(serving.values());
    },
  };
}

export interface DispatchWaking {
  /** Retries come due without a notification. */
  readonly everyMs: number;
  /** A channel of the database that wakes it too. */
  readonly heard?: ListenSettings;
  failed(error: unknown): void;
}

/** Runs a dispatcher until closed: woken by the clock, and by a channel where there is one. */
export function keepDispatching(
  dispatcher: Dispatcher,
  { everyMs, heard, failed }: DispatchWaking,
): { close(): Promise<void> } {
  const wake = (): void => void dispatcher.drain().catch(failed);
  const listening = heard === undefined ? null : listenTo(heard, wake);
  const poll = setInterval(wake, everyMs);
  poll.unref();
  return {
    async close() {
      clearInterval(poll);
      await listening?.close();
      await dispatcher.close();
    },
  };
}
