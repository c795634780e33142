/**
 * The load's peer: what PostgreSQL itself takes for the rows that a load left behind. Each table is written to a file and
 * copied back by bare COPY into an empty database of the same structure, with its keys and indexes in place; one table
 * after the other, each in a transaction, without checks of foreign keys and without triggers.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { openHubDatabase } from '../src/app/hub.ts';
import { loadConfig } from '../src/config/index.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrate } from '../src/platform/database/migrate.ts';

export interface CopySeconds {
  /** The agencies' records alone: the rows that were delivered. */
  readonly records: number;
  /** Every table that the load filled. */
  readonly everything: number;
}

const COPY = 'wanjia_copy';

async function tablesOf(db: Database): Promise<readonly string[]> {
  const rows = await db.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations' order by c.relname`,
  );
  return rows.map(({ name }) => name);
}

/** Writes a table to a file; tells whether it holds anything. */
async function writeOut(db: Database, table: string, path: string): Promise<boolean> {
  await db.copyOut(`select * from "${table}"`, createWriteStream(path));
  return (await stat(path)).size > 0;
}

async function copyIn(db: Database, table: string, path: string): Promise<number> {
  const client = await db.pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(`truncate "${table}" cascade`);
    const began = performance.now();
    await pipeline(createReadStream(path), client.query(copyFrom(`COPY "${table}" FROM STDIN`)));
    return (performance.now() - began) / 1000;
  } finally {
    client.release();
  }
}

function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function copyAll(db: Database, into: Database, folder: string): Promise<CopySeconds> {
  const seconds = { records: 0, everything: 0 };
  for (const table of await tablesOf(db)) {
    const path = join(folder, table);
    if (await writeOut(db, table, path)) {
      const took = await copyIn(into, table, path);
      seconds.everything += took;
      if (table.startsWith('record_')) seconds.records += took;
    }
    await rm(path);
  }
  return seconds;
}

async function withDatabase<T>(home: string, work: (db: Database) => Promise<T>): Promise<T> {
  const config = loadConfig({ WANJIA_HOME: home, WANJIA_LOG_LEVEL: 'error' });
  const { db, close } = await openHubDatabase(config, 'wanjia-bench');
  try {
    return await work(db);
  } finally {
    await close();
  }
}

/** The empty database beside the hub's, of the same structure. */
async function ensureTarget(db: Database): Promise<Database> {
  const found = await db.query('select 1 from pg_database where datname = $1', [COPY]);
  if (found.length === 0) await db.execute(`create database ${COPY}`);
  const into = await openDatabase({ url: urlOf(db.url, COPY), applicationName: 'wanjia-bench' });
  await migrate(into);
  return into;
}

/** An empty home, with what is to be copied into: migrating takes longer than copying both. */
export function prepareHome(home: string): Promise<void> {
  return withDatabase(home, async (db) => {
    await migrate(db);
    await (await ensureTarget(db)).close();
  });
}

/** Copies what the hub in `home` holds into a database beside it, which is removed again. */
export async function measureCopy(home: string): Promise<CopySeconds> {
  const folder = join(home, 'copied');
  await mkdir(folder, { recursive: true });
  try {
    return await withDatabase(home, async (db) => {
      const into = await ensureTarget(db);
      try {
        return await copyAll(db, into, folder);
      } finally {
        await into.close();
        await db.execute(`drop database ${COPY} with (force)`);
      }
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
