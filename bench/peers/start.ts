/** Servers that answer what the hub answers, each in a process of its own over the hub's database. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from '../packages.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const PRISMA = fileURLToPath(new URL('../../node_modules/prisma/build/index.js', import.meta.url));
const TYPESCRIPT = fileURLToPath(new URL('../../bin/typescript.js', import.meta.url));

export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/** Ends a process and waits for its end. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Node of at least this version: PostGraphile needs a newer one than the hub. */
function nodeFrom(major: number): string {
  if (Number(process.versions.node.split('.')[0]) >= major) return process.execPath;
  const folder = execFileSync('npx', ['-y', '-p', `node@${major}`, '-c', 'dirname "$(command -v node)"'], {
    encoding: 'utf8',
  });
  return `${folder.trim().split('\n').at(-1)}/node`;
}

interface Program {
  readonly node?: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** The first line a program prints is its port. */
async function start({ node = process.execPath, args, env }: Program): Promise<Server> {
  const child = spawn(node, args, {
    cwd: FOLDER,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')])) as [unknown];
  if (typeof line !== 'string') throw new Error(`a server ended before it listened: ${args.join(' ')}`);
  return { port: Number(line), stop: () => end(child) };
}

function generateClient(): void {
  if (existsSync(new URL('generated/client', import.meta.url))) return;
  process.stderr.write('generating the Prisma client of the comparison …\n');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(process.execPath, [PRISMA, 'generate', '--schema', `${FOLDER}pothos.prisma`, '--no-hints'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 2],
  });
}

/** All peers by name. Their statements are planned once per connection, as the hub's are. */
export async function startPeers(databaseUrl: string): Promise<Readonly<Record<string, Server>>> {
  ensurePackages();
  generateClient();
  const env = { DATABASE_URL: `${databaseUrl}?options=-c%20plan_cache_mode%3Dforce_generic_plan` };
  const text = (statement: string): Promise<Server> => start({ args: ['text-server.js', statement], env });
  return {
    limit: await text('document'),
    sql: await text('sql'),
    postgraphile: await start({ node: nodeFrom(24), args: ['postgraphile.js'], env }),
    prisma: await start({ args: ['--import', TYPESCRIPT, 'pothos.js'], env }),
  };
}
