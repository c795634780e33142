import { WanjiaError } from '../../kernel/errors.ts';
import type { Database } from './database.ts';
import { asMigrationList, listMigrations, type Migration } from './migration-files.ts';

const LOCK = 'wanjia:migrate';

async function recorded(db: Database): Promise<Map<string, string>> {
  const [table] = await db.query<{ found: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS found`);
  if (!table?.found) return new Map();
  const rows = await db.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** The migrations that the database lacks, or holds in another wording. Empty: it is up to date. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const [migrations, held] = await Promise.all([listMigrations(), recorded(db)]);
  return migrations.filter(({ name, checksum }) => held.get(name) !== checksum).map(({ name }) => name);
}

async function apply(url: string, migrations: readonly Migration[]): Promise<string[]> {
  // Loaded only when there is something to do: the engine takes longer to start than the check.
  const { withSchemaEngine } = await import('./schema-engine.ts');
  const filters = { externalTables: [], externalEnums: [] };
  try {
    return await withSchemaEngine(url, async (engine) => {
      const applied = await engine.applyMigrations({ migrationsList: asMigrationList(migrations), filters });
      return applied.appliedMigrationNames;
    });
  } catch (cause) {
    throw new WanjiaError(
      'MIGRATION_FAILED',
      { detail: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    );
  }
}

/**
 * Brings the database's structure up to date, without the network, and tells the names of the migrations it applied.
 * They are recorded in `_prisma_migrations`. Processes that start together take turns.
 */
export async function migrate(db: Database): Promise<string[]> {
  if ((await pendingMigrations(db)).length === 0) return [];
  return db.withLock(LOCK, async () => {
    if ((await pendingMigrations(db)).length === 0) return [];
    return apply(db.url, await listMigrations());
  });
}
