/**
 * Writes the next migration: what leads from prisma/migrations to prisma/schema.
 *   npm run make:migration -- <name>
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { asMigrationList, listMigrations, MIGRATIONS_FOLDER } from '../src/platform/database/migration-files.ts';
import { withSchemaEngine } from '../src/platform/database/schema-engine.ts';

const SCHEMA_FOLDER = 'prisma/schema';
const FILTERS = { externalTables: [], externalEnums: [] };

async function schemaFiles(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(SCHEMA_FOLDER)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(SCHEMA_FOLDER, name);
      return { path, content: await readFile(path, 'utf8') };
    }),
  );
}

/** The statements between what the migrations lead to and what the schema says. */
async function difference(url: string): Promise<string> {
  const files = await schemaFiles();
  const migrations = asMigrationList(await listMigrations());
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const compare = async (engine: SchemaEngine): Promise<string> => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
    return stdout ?? '';
  };
  return withSchemaEngine(url, compare, datamodels);
}

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Name the migration in lower case, as in: npm run make:migration -- add_alerts');
  process.exit(1);
}

const home = await mkdtemp(join(tmpdir(), 'wanjia-migration-'));
const server = await startEmbedded({ home, durable: false });
try {
  const sql = await difference(server.url);
  if (sql.includes('empty migration') || sql.trim() === '') {
    console.log('The migrations lead to the schema already; nothing to write.');
  } else {
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
    const folder = join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'provider = "postgresql"\n');
    await writeFile(join(folder, 'migration.sql'), sql);
    console.log(`Wrote ${folder}/migration.sql; read it, then add what the schema cannot say.`);
  }
} finally {
  await server.stop();
  await rm(home, { recursive: true, force: true });
}
