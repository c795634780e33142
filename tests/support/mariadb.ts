import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { freePort } from '../../src/platform/process/free-port.ts';

/** A MariaDB or MySQL of a test's own. */
export interface TestMariaDb {
  readonly url: string;
  stop(): Promise<void>;
}

const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

function findProgram(...names: string[]): string | null {
  const paths = names.flatMap((name) => FOLDERS.map((folder) => join(folder, name)));
  const runs = (path: string): boolean => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return paths.find(runs) ?? null;
}

const SERVER = findProgram('mariadbd', 'mysqld');
const INSTALLER = findProgram('mariadb-install-db', 'mysql_install_db');

/** Whether this machine has one to start; tests say in their name when they skip for want of it. */
export const hasMariaDb = SERVER !== null && INSTALLER !== null;

async function awaitReady(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the database server ended with ${child.exitCode}`);
    const connection = await mysql.createConnection({ uri: url }).catch(() => null);
    if (connection !== null) {
      await connection.query('CREATE DATABASE bureau CHARACTER SET utf8mb4');
      return connection.end();
    }
    await sleep(100);
  }
  throw new Error('the database server did not start');
}

/** Starts a server with an empty database `bureau` in a folder that goes with it. */
export async function startMariaDb(): Promise<TestMariaDb> {
  if (SERVER === null || INSTALLER === null) throw new Error('no MariaDB on the PATH');
  const home = await mkdtemp(join(tmpdir(), 'wanjia-mariadb-'));
  const data = join(home, 'data');
  const user = `--user=${userInfo().username}`;
  const install = [
    '--no-defaults',
    `--datadir=${data}`,
    user,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ];
  execFileSync(INSTALLER, install, { stdio: 'ignore' });
  const port = await freePort();
  const child = spawn(
    SERVER,
    [
      '--no-defaults',
      `--datadir=${data}`,
      user,
      `--port=${port}`,
      `--socket=${join(home, 's')}`,
      '--bind-address=127.0.0.1',
    ],
    { stdio: 'ignore' },
  );
  const root = `mysql://root@127.0.0.1:${port}`;
  await awaitReady(root, child);
  return {
    url: `${root}/bureau`,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}
