/**
 * From nothing to the first answer: what `npm ci --omit=dev` takes in a copy of what is committed and how large it makes
 * node_modules, then `npm start` in an empty home and, five times, in one that stands. To reach: less than 400 MB.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../src/platform/process/free-port.ts';
import { type Figures, median, rounded } from './benchmark.ts';
import { withFolder } from './folder.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [ROUNDS, LARGEST] = [5, 8];

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Megabytes of a folder and of what lies in it, scopes taken apart, the largest first. */
function sizes(folder: string): readonly (readonly [name: string, megabytes: number])[] {
  return run('du', ['--block-size=1M', '--max-depth=2', '.'], folder)
    .trim()
    .split('\n')
    .map((line): [string, number] => {
      const [size = '0', path = '.'] = line.split('\t');
      return [path.replace('./', ''), Number(size)];
    })
    .filter(([path]) => path === '.' || /^(@[^/]+\/[^/]+|[^@./][^/]*)$/.test(path))
    .sort(([, one], [, other]) => other - one);
}

/** Seconds from `npm start` to the first answer that says the hub is ready. */
async function startOnce(project: string, home: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--port', String(port)], {
    ...{ cwd: project, stdio: 'ignore', detached: true },
    env: { ...process.env, WANJIA_HOME: home, WANJIA_LOG_LEVEL: 'error' },
  });
  const ended = once(child, 'exit');
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.status === 200) break;
    await sleep(25);
  }
  const seconds = (performance.now() - began) / 1_000;
  // npm hands a signal on to nobody: its whole group is ended.
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  await ended;
  return seconds;
}

export function benchStart(): Promise<Figures> {
  return withFolder(async (folder) => {
    const [project, home] = [join(folder, 'project'), join(folder, 'home')];
    run('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, project], folder);
    process.stderr.write('start: npm ci --omit=dev …\n');
    const began = performance.now();
    run('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund'], project);
    const installed = (performance.now() - began) / 1_000;
    const [whole, ...parts] = sizes(join(project, 'node_modules'));
    process.stderr.write('start: npm start …\n');
    const first = await startOnce(project, home);
    const again: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) again.push(await startOnce(project, home));
    return {
      'npm ci --omit=dev': { s: rounded(installed), 'node_modules MB': whole?.[1] ?? 0 },
      'npm start, from an empty home': { s: rounded(first) },
      'npm start, again': {
        s: rounded(median(again)),
        spread: `${rounded(Math.min(...again))}–${rounded(Math.max(...again))}`,
      },
      ...Object.fromEntries(parts.slice(0, LARGEST).map(([name, megabytes]) => [name, { MB: megabytes }])),
    };
  });
}
