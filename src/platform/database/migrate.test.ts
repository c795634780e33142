import { describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '../../../tests/support/database.ts';
import { openPrisma } from '../prisma.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { listMigrations } from './migration-files.ts';

const empty = await openTestDatabase({ empty: true });
const migrated = await openTestDatabase();

describe('migrating', () => {
  it('brings an empty database up to date, and knows it afterwards', async () => {
    const names = (await listMigrations()).map(({ name }) => name);
    expect(await pendingMigrations(empty)).toEqual(names);
    expect(await migrate(empty)).toEqual(names);
    expect(await pendingMigrations(empty)).toEqual([]);
    expect(await migrate(empty)).toEqual([]);
  });

  it('takes turns when several processes start together', async () => {
    const results = await Promise.all([migrate(migrated), migrate(migrated), migrate(migrated)]);
    expect(results).toEqual([[], [], []]);
  });

  it('makes the tables that the database client expects', async () => {
    const prisma = openPrisma({ url: migrated.url, applicationName: 'wanjia-test' });
    await expect(prisma.person.count()).resolves.toBe(0);
    await prisma.$disconnect();
  });

  it('names a migration whose text has changed since it was applied', async () => {
    await migrated.execute(`UPDATE _prisma_migrations SET checksum = 'another'`);
    expect(await pendingMigrations(migrated)).not.toEqual([]);
  });
});
