/** Servers that answer what the hub answers, each in a process of its own over the hub's database. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from '../packages.ts';
import { type Program, type Server, startProgram } from '../program.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const PRISMA = fileURLToPath(new URL('../../node_modules/prisma-cli/build/index.js', import.meta.url));
const TYPESCRIPT = fileURLToPath(new URL('../../bin/typescript.js', import.meta.url));

/** Node of at least this version: PostGraphile needs a newer one than the hub. */
function nodeFrom(major: number): string {
  if (Number(process.versions.node.split('.')[0]) >= major) return process.execPath;
  const folder = execFileSync('npx', ['-y', '-p', `node@${major}`, '-c', 'dirname "$(command -v node)"'], {
    encoding: 'utf8',
  });
  return `${folder.trim().split('\n').at(-1)}/node`;
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
  const start = (program: Omit<Program, 'cwd'>): Promise<Server> => startProgram({ ...program, cwd: FOLDER });
  const text = (statement: string): Promise<Server> => start({ args: ['text-server.js', statement], env });
  return {
    limit: await text('document'),
    sql: await text('sql'),
    postgraphile: await start({ node: nodeFrom(24), args: ['postgraphile.js'], env }),
    prisma: await start({ args: ['--import', TYPESCRIPT, 'pothos.js'], env }),
  };
}
