import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../../prisma/generated/client/client.ts';

export type { PrismaClient };

/** Prisma over connections that somebody else opens and closes. */
export function prismaOver(pool: pg.Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}

/** Prisma over the same database, for the relational long tail; never on a hot path. Disconnect it after use. */
export function openPrisma(settings: { url: string; applicationName: string; max?: number }): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: settings.url,
    application_name: settings.applicationName,
    max: settings.max ?? 5,
  });
  return new PrismaClient({ adapter });
}
