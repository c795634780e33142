/** A hub in a process of its own, as an operator starts it, over the database and keys of another. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/config/index.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const HOOK = fileURLToPath(new URL('../../bin/typescript.js', import.meta.url));

export interface HubProcess {
  readonly port: number;
  /** At once, without a word: kill -9. */
  kill(): Promise<void>;
}

/** Reads on to the end: whoever stops reading breaks the pipe, and with it who writes. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const [, port] = /GraphQL +http:\/\/[^:]+:(\d+)\/graphql/.exec(said) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', () => reject(new Error(`the hub did not start: ${said}`)));
  });
}

export async function startHubProcess(
  config: Config,
  databaseUrl: string,
  settings: Readonly<Record<string, string>>,
): Promise<HubProcess> {
  const child = spawn(process.execPath, ['--import', HOOK, MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{ PATH: process.env.PATH, PORT: '0', DATABASE_URL: databaseUrl, WANJIA_HOME: config.home },
      ...{ WANJIA_LOG_LEVEL: 'silent', ...settings },
    },
  });
  const ended = once(child, 'exit');
  const port = await portOf(child);
  return {
    port,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
