import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WanjiaError } from '../../kernel/errors.ts';
import { type Binaries, SHARED_FOLDER } from './binaries.ts';
import { canReach, type OsUser } from './os-user.ts';

const run = promisify(execFile);

/** The role that everything in the embedded server belongs to. */
export const ROLE = 'wanjia';

/** Where a home folder keeps its server's things. */
export interface ClusterPaths {
  readonly home: string;
  readonly folder: string;
  readonly password: string;
  readonly lock: string;
  readonly log: string;
}

export function clusterPaths(home: string): ClusterPaths {
  return {
    home,
    folder: join(home, 'postgres'),
    password: join(home, 'postgres-password'),
    lock: join(home, 'postgres.lock'),
    log: join(home, 'postgres.log'),
  };
}

/** The role's password, made at the first start and readable by the owner only. */
export async function passwordOf({ password }: ClusterPaths): Promise<string> {
  const known = await readFile(password, 'utf8').catch(() => null);
  if (known !== null) return known.trim();
  const fresh = randomBytes(24).toString('base64url');
  await writeFile(password, fresh, { mode: 0o600 });
  return fresh;
}

/** The parent of a new data folder: the home, or a place outside it where the server's account cannot get into the home. */
async function roomFor(user: OsUser, home: string): Promise<string> {
  if (user === null) return home;
  await chmod(home, (await stat(home)).mode | 0o011);
  if (await canReach(user, await realpath(home))) return home;
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  return SHARED_FOLDER;
}

function initdbFlags(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorts by code point and is fast, yet tells Chinese letters from punctuation, unlike the plain C locale.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
}

async function initdb(program: string, user: OsUser, folder: string, password: string): Promise<void> {
  const passwordFile = `${folder}.secret`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [folder, passwordFile]) await chown(path, user.uid, user.gid);
  try {
    await run(program, initdbFlags(folder, passwordFile), { ...user, cwd: '/' });
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    const detail = (cause as { stderr?: string }).stderr?.trim() ?? String(cause);
    throw new WanjiaError('DATABASE_NOT_INITIALISED', { detail }, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Makes the data folder if there is none: aside, then moved into place, so that a crash leaves nothing half-made. */
export async function ensureDataFolder(paths: ClusterPaths, user: OsUser, binaries: Binaries): Promise<void> {
  if (await stat(paths.folder).catch(() => null)) return;
  const room = await roomFor(user, paths.home);
  const fresh = await mkdtemp(join(room, 'postgres-'));
  await initdb(binaries.initdb, user, fresh, await passwordOf(paths));
  await (room === paths.home ? rename(fresh, paths.folder) : symlink(fresh, paths.folder));
}
