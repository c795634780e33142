import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { type ClusterPaths, clusterPaths, ensureDataFolder, passwordOf, ROLE } from './data-folder.ts';
import { launch } from './launch.ts';
import { serverUser } from './os-user.ts';
import { withOwnerLock } from './owner-lock.ts';
import { awaitReady, findPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts';

/** How an embedded server is wanted. */
export interface EmbeddedSettings {
  /** The folder that holds the server's data, password and log. */
  readonly home: string;
  /** The database in it; made where it is missing. */
  readonly database?: string;
  /** Whether commits must survive a power cut; only throw-away servers do without. */
  readonly durable?: boolean;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedServer {
  readonly url: string;
  readonly port: number;
  /** Whether it was found running, started by another process or left by one that was killed. */
  readonly attached: boolean;
  /** Stops it, unless another process still uses it; tells whether it stopped. Close your own connections first. */
  stop(): Promise<boolean>;
}

const DATABASE = 'wanjia';
const RECOVERY_MS = 120_000;
/** Connections that were just closed are listed a moment longer. */
const FAREWELL_MS = 1_000;

async function administer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'wanjia-keeper' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  await administer(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

async function findRunning(paths: ClusterPaths): Promise<Postmaster | null> {
  const found = await findPostmaster(paths.folder);
  return found && awaitReady(paths.folder, found.pid, RECOVERY_MS);
}

async function startUnlocked(paths: ClusterPaths, durable: boolean): Promise<{ port: number; attached: boolean }> {
  const running = await findRunning(paths);
  if (running) return { port: running.port, attached: true };
  const user = await serverUser();
  const binaries = await findBinaries(user);
  await ensureDataFolder(paths, user, binaries);
  const { port } = await launch({ paths, user, binaries, durable });
  return { port, attached: false };
}

/**
 * Starts PostgreSQL in the home folder, or attaches to the one that runs there already. Processes that start at the
 * same moment take turns; a server left behind by a killed process is adopted, its stale files are removed.
 */
export async function startEmbedded(settings: EmbeddedSettings): Promise<EmbeddedServer> {
  const home = resolve(settings.home);
  await mkdir(home, { recursive: true });
  const paths = clusterPaths(home);
  return withOwnerLock(paths.lock, async () => {
    const { port, attached } = await startUnlocked(paths, settings.durable ?? true);
    const password = await passwordOf(paths);
    const database = settings.database ?? DATABASE;
    await ensureDatabase(urlOf(port, password, 'postgres'), database);
    return { url: urlOf(port, password, database), port, attached, stop: () => stopEmbedded(home) };
  });
}

async function isInUse(url: string): Promise<boolean> {
  return administer(url, async (client) => {
    for (let waited = 0; ; waited += 50) {
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      );
      if (!rowCount) return false;
      if (waited >= FAREWELL_MS) return true;
      await sleep(50);
    }
  });
}

/** Stops the home folder's server if it runs and nobody else is connected; tells whether it is stopped now. */
export async function stopEmbedded(home: string): Promise<boolean> {
  const paths = clusterPaths(resolve(home));
  return withOwnerLock(paths.lock, async () => {
    const running = await findRunning(paths);
    if (running && (await isInUse(urlOf(running.port, await passwordOf(paths), 'postgres')))) return false;
    await stopPostmaster(paths.folder);
    return true;
  });
}
