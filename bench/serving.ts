/** The hub as its users run it: a process of its own, over the home folder of a district. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Hub } from '../src/app/hub.ts';

const WANJIA = fileURLToPath(new URL('../bin/wanjia.js', import.meta.url));
const PATIENCE_MS = 60_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export interface ServingHub {
  readonly url: string;
  stop(): Promise<void>;
}

/** Ready when this returns. */
export async function serveHub({ config }: Hub): Promise<ServingHub> {
  const port = await freePort();
  const child = spawn(process.execPath, [WANJIA, 'start', '--empty', '--port', String(port)], {
    env: { ...process.env, WANJIA_HOME: config.home, WANJIA_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const ready = await fetch(`${address}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) break;
    if (child.exitCode !== null || Date.now() > until) throw new Error('the hub did not become ready');
    await sleep(200);
  }
  return {
    url: `${address}/graphql`,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
