import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const USER = 'postgres';

/** The operating-system account a server process runs as; `null` is the account of this process. */
export type OsUser = { readonly uid: number; readonly gid: number } | null;

async function idsOf(user: string): Promise<OsUser> {
  const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** PostgreSQL refuses to run as root, so root gets an account for it, made where there is none. */
export async function serverUser(): Promise<OsUser> {
  if (process.getuid?.() !== 0) return null;
  try {
    return await idsOf(USER);
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER]);
    return idsOf(USER);
  }
}

/** Whether that account may pass through every folder above the path (an existing one). */
export async function canReach(user: OsUser, path: string): Promise<boolean> {
  if (user === null) return true;
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const passable = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001;
    if (!passable) return false;
  }
  return true;
}
