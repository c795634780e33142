import { errorMessage, WanjiaError } from '../kernel/errors.ts';
import type { App } from './app.ts';

/** Flags that every command shares. */
export interface CommonFlags {
  readonly json?: boolean;
  /** Settings that go before the environment. */
  readonly settings?: Readonly<Record<string, string | undefined>>;
}

/** Whether the debug log was asked for; known once the configuration is read. */
let debugging = false;

export const EXIT = { DONE: 0, FAILED: 1, PARTLY: 2 } as const;

function printJson(value: unknown): void {
  process.stdout.write(
    `${JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item), 2)}\n`,
  );
}

/** The message of a foreign error may quote a row; it is shown to whoever asks for the debug log only. */
function failureOf(error: unknown): { code: string; message: string; suggestion: string } {
  if (error instanceof WanjiaError) {
    return {
      code: error.code,
      message: `${errorMessage(error.code, error.params, 'zh')} / ${error.message}`,
      suggestion: error.suggestion,
    };
  }
  const name = error instanceof Error ? error.name : 'error';
  const suggestion = 'This is a defect. Run the command again with WANJIA_LOG_LEVEL=debug and report what it prints.';
  return { code: 'UNEXPECTED', message: `程序出错 / Unexpected ${name}`, suggestion };
}

/** Prints what went wrong and what to do. */
export function reportFailure(error: unknown, json = false): void {
  const failure = failureOf(error);
  if (json) printJson({ error: failure });
  else process.stderr.write(`✖ ${failure.message} [${failure.code}]\n  → ${failure.suggestion}\n`);
  if (failure.code === 'UNEXPECTED' && debugging) console.error(error);
}

async function openApp({ json = false, settings = {} }: CommonFlags): Promise<App> {
  const [{ loadConfig }, { createLog }, { createTerminal, SILENT_TERMINAL }] = await Promise.all([
    import('../config/index.ts'),
    import('../platform/log.ts'),
    import('../platform/terminal/terminal.ts'),
  ]);
  const config = loadConfig(settings);
  debugging = config.logLevel === 'debug';
  const { createApp } = await import('../app/index.ts');
  return createApp({
    config,
    log: createLog(config.logLevel),
    terminal: json ? SILENT_TERMINAL : createTerminal(),
  });
}

/** What a command does with the hub, and how it tells the outcome. */
export interface CommandRun<T> {
  readonly work: (app: App) => Promise<T>;
  /** Prints the outcome for a person. */
  readonly show: (outcome: T) => void;
  readonly exitCode?: (outcome: T) => number;
}

/** Opens the hub, does the work, prints it for a person or as one JSON object, closes the hub, sets the exit code. */
export async function runCommand<T>(flags: CommonFlags, { work, show, exitCode }: CommandRun<T>): Promise<void> {
  let app: App | undefined;
  try {
    app = await openApp(flags);
    const outcome = await work(app);
    if (flags.json) printJson(outcome);
    else show(outcome);
    process.exitCode = exitCode?.(outcome) ?? EXIT.DONE;
  } catch (error) {
    reportFailure(error, flags.json);
    process.exitCode = EXIT.FAILED;
  } finally {
    await app?.close();
  }
}

/** Runs the hub until a signal stops it. */
export async function runUntilStopped(
  flags: CommonFlags,
  begin: (app: App) => Promise<{ close(): Promise<void> }>,
): Promise<void> {
  let app: App | undefined;
  try {
    app = await openApp(flags);
    const { onStopSignal } = await import('../platform/process/signals.ts');
    const opened = app;
    // Listens before the start, so that a start can be broken off and still ends cleanly.
    onStopSignal(() => opened.close());
    await begin(opened);
  } catch (error) {
    reportFailure(error);
    await app?.close();
    process.exit(EXIT.FAILED);
  }
}
