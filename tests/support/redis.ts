/** A Redis of the test's own, where there is one on the PATH. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../src/platform/process/free-port.ts';

export const HAS_REDIS = spawnSync('redis-server', ['--version']).status === 0;

export interface OwnRedis {
  readonly url: string;
  close(): Promise<void>;
}

/** Keeps nothing on disk; whoever connects waits until it answers. */
export async function startRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], {
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  return {
    url: `redis://127.0.0.1:${port}`,
    close: async () => {
      server.kill();
      await ended;
    },
  };
}
