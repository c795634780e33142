import type { Log } from '../log.ts';

/** What must be put away before the process ends, in the order opposite to that in which it was opened. */
export interface Shutdown {
  /** Remembers how to close something. */
  add(name: string, close: () => Promise<unknown>): void;
  /** Closes everything, the newest first. Calling it again waits for the same closing. */
  run(): Promise<void>;
}

/** Collects what is to be closed. A part that fails to close does not keep the others open. */
export function createShutdown(log: Log): Shutdown {
  const steps: { name: string; close: () => Promise<unknown> }[] = [];
  let running: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (const { name, close } of steps.reverse()) {
      await close().catch((error: unknown) => log.error('a part did not close', error, { part: name }));
    }
  };
  return {
    add: (name, close) => void steps.push({ name, close }),
    run: () => {
      running ??= closeAll();
      return running;
    },
  };
}
