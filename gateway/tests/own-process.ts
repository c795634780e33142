/** Processes that a test starts, signals and ends: the gateway, and agencies' parts over what the test delivered to them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ServedAgency } from '../../tests/support/federation.ts';

const LOADER = fileURLToPath(new URL('../../bin/typescript.js', import.meta.url));
const AGENCY = fileURLToPath(new URL('agency-process.ts', import.meta.url));

export interface OwnProcess {
  readonly port: number;
  /** Resolves when it is gone: how it ended, null where it was killed. */
  readonly ended: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** At once, without a word: kill -9, whether it runs or stands still. */
  kill(): Promise<void>;
}

async function portOf(child: ChildProcess): Promise<number> {
  for await (const text of child.stdout ?? []) {
    const port = /port (\d+)/.exec(String(text))?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('the process ended before it listened');
}

/** Runs a file of the project; it says on which port it listens. */
export async function startProcess(
  [file, ...given]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Promise<OwnProcess> {
  const child = spawn(process.execPath, ['--import', LOADER, file, ...given], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const port = await portOf(child);
  child.stdout?.resume();
  return {
    port,
    ended,
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Serves what an agency's process of this test holds in another one, on a port that is free or the one it had. */
export function startAgencyProcess({ agency, db, home }: ServedAgency, hub: string, port = 0): Promise<OwnProcess> {
  return startProcess([AGENCY, agency], {
    ...{ WANJIA_HOME: home, DATABASE_URL: db.url, WANJIA_HUB_URL: hub },
    ...{ PORT: String(port), WANJIA_LOG_LEVEL: 'silent' },
  });
}
