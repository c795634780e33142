/** A hub as it is started, in a process of its own, over the home of a district. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../src/platform/process/free-port.ts';

const WANJIA = fileURLToPath(new URL('../bin/wanjia.js', import.meta.url));

export interface RunningHub {
  readonly url: string;
  /** Memory the process holds, and the most it ever held, in MB. */
  memory(): Promise<{ readonly now: number; readonly most: number }>;
  /** Time of a processor that the process has used. */
  cpuMs(): Promise<number>;
  close(): Promise<void>;
}

/** Of a process: user and system time, in hundredths of a second, after its name in brackets. */
const CPU = /\) \S (?:\S+ ){10}(\d+) (\d+) /;

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the hub ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(200);
  }
}

/** Starts a hub and waits until it answers. */
export async function runHub(home: string): Promise<RunningHub> {
  const port = await freePort();
  const child = spawn(process.execPath, [WANJIA, 'start', '--empty', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WANJIA_HOME: home, WANJIA_LOG_LEVEL: 'error' },
  });
  const ended = once(child, 'exit');
  await untilReady(port, child);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      const megabytes = (name: string): number =>
        Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024);
      return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
    },
    async cpuMs() {
      const [, user, system] = CPU.exec(await readFile(`/proc/${child.pid}/stat`, 'utf8')) ?? [];
      return (Number(user) + Number(system)) * 10;
    },
    async close() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
