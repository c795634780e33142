const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const IMPATIENT = 130;

/**
 * Runs `stop` at the first signal to end and leaves with 0 when it is done; a second signal leaves at once.
 * The returned function takes the listeners away.
 */
export function onStopSignal(stop: () => Promise<void>): () => void {
  let stopping = false;
  const listener = (): void => {
    if (stopping) process.exit(IMPATIENT);
    stopping = true;
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
