const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const IMPATIENT = 130;
/** npm passes on what the terminal has sent already: signals this close together are one wish to stop. */
const ONE_WISH_MS = 500;

/**
 * Runs `stop` at the first signal to end and leaves with 0 when it is done; a later one leaves at once.
 * The returned function takes the listeners away.
 */
export function onStopSignal(stop: () => Promise<void>): () => void {
  let since: number | undefined;
  const listener = (): void => {
    if (since !== undefined) {
      if (performance.now() - since > ONE_WISH_MS) process.exit(IMPATIENT);
      return;
    }
    since = performance.now();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
}
