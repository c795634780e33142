/** A streaming replica of a hub's embedded server, in a folder of its own: a base backup by copying, then what is written from then on. */
import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pg from 'pg';
import type { Hub } from '../src/app/hub.ts';
import { findBinaries } from '../src/platform/database/binaries.ts';
import { clusterPaths } from '../src/platform/database/data-folder.ts';
import { Database } from '../src/platform/database/database.ts';
import { launch } from '../src/platform/database/launch.ts';
import { type OsUser, serverUser } from '../src/platform/database/os-user.ts';
import { stopPostmaster } from '../src/platform/database/postmaster.ts';

export interface Replica {
  readonly db: Database;
  stop(): Promise<void>;
}

/** What a copy does not take: the running server's own, and its log, which is streamed. */
const LEFT: readonly string[] = ['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot', 'postgresql.auto.conf'];
const SLOT = 'bench_replica';

/** A file may go between the listing and the copying: then all is copied again. */
async function copyFolder(from: string, to: string, tries = 5): Promise<void> {
  try {
    await cp(from, to, { recursive: true, preserveTimestamps: true, filter: (path) => !LEFT.includes(basename(path)) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === 1) throw error;
    await rm(to, { recursive: true, force: true });
    await copyFolder(from, to, tries - 1);
  }
}

/** Copies the data folder while the server writes; the label says from where the log makes it whole. */
async function backUp(url: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_create_physical_replication_slot($1, true)', [SLOT]);
    await client.query(`SELECT pg_backup_start('bench', true)`);
    await copyFolder(from, to);
    const { rows } = await client.query<{ label: string }>('SELECT labelfile AS label FROM pg_backup_stop()');
    await writeFile(join(to, 'backup_label'), rows[0]?.label ?? '');
  } finally {
    await client.end();
  }
}

async function prepare(folder: string, url: string): Promise<void> {
  for (const missing of ['pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot'])
    await mkdir(join(folder, missing), { recursive: true, mode: 0o700 });
  const { hostname, port, username, password } = new URL(url);
  const source = `host=${hostname} port=${port} user=${username} password=${password} application_name=wanjia-replica`;
  await appendFile(
    join(folder, 'postgresql.auto.conf'),
    `primary_conninfo = '${source}'\nprimary_slot_name = '${SLOT}'\n`,
  );
  await writeFile(join(folder, 'standby.signal'), '');
}

/** The server's own account is the only one it lets at its data. */
function give(folder: string, user: OsUser): void {
  if (user !== null) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
}

/** Starts a replica beside a hub; its slot goes with it. */
export async function startReplica({ db, config }: Hub, folder: string): Promise<Replica> {
  const paths = clusterPaths(folder);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const user = await serverUser();
  await backUp(db.url, await realpath(clusterPaths(config.home).folder), paths.folder);
  await prepare(paths.folder, db.url);
  give(paths.folder, user);
  const { port } = await launch({ paths, user, binaries: await findBinaries(user), durable: true });
  const url = new URL(db.url);
  url.port = String(port);
  const replica = new Database({ url: url.href, applicationName: 'wanjia-bench' });
  return {
    db: replica,
    async stop() {
      await replica.close();
      await stopPostmaster(paths.folder);
      await db.query('SELECT pg_drop_replication_slot($1)', [SLOT]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
