import { randomBytes } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { Database, openDatabase } from '../../src/platform/database/database.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';

const TEMPLATE = 'wanjia_template';

let server: Promise<EmbeddedServer> | undefined;

/** The test run's PostgreSQL: the first to ask starts it, in whichever worker process; it ends with the run. */
export function testServer(): Promise<EmbeddedServer> {
  const home = process.env.WANJIA_TEST_HOME;
  if (!home) throw new Error('WANJIA_TEST_HOME is not set: run tests with npm test');
  server ??= startEmbedded({ home, durable: false });
  return server;
}

function urlFor(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** A migrated database to copy; migrating once and copying takes less time than migrating each. */
async function ensureTemplate(keeper: Database): Promise<void> {
  await keeper.withLock(TEMPLATE, async () => {
    const found = await keeper.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (found.length > 0) return;
    await keeper.execute('CREATE DATABASE wanjia_making');
    const making = new Database({ url: urlFor(keeper.url, 'wanjia_making'), applicationName: 'wanjia-test' });
    await migrate(making);
    await making.close();
    await keeper.execute(`ALTER DATABASE wanjia_making RENAME TO ${TEMPLATE}`);
  });
}

async function withKeeper<T>(work: (keeper: Database) => Promise<T>): Promise<T> {
  const { url } = await testServer();
  const keeper = await openDatabase({ url, applicationName: 'wanjia-test', max: 2 });
  try {
    return await work(keeper);
  } finally {
    await keeper.close();
  }
}

/** The URL of a new database, migrated unless an empty one is asked for. */
export function createTestDatabase(options: { empty?: boolean } = {}): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  return withKeeper(async (keeper) => {
    if (!options.empty) await ensureTemplate(keeper);
    await keeper.execute(`CREATE DATABASE ${name}${options.empty ? '' : ` TEMPLATE ${TEMPLATE}`}`);
    return urlFor(keeper.url, name);
  });
}

/** A new migrated database of the calling test file, closed and removed when its tests are over. */
export async function openTestDatabase(options: { empty?: boolean; max?: number } = {}): Promise<Database> {
  const url = await createTestDatabase(options);
  const db = await openDatabase({ url, applicationName: 'wanjia-test', max: options.max ?? 10 });
  afterAll(async () => {
    await db.close();
    await withKeeper((keeper) => keeper.execute(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`));
  });
  return db;
}
