import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../prisma/generated/client/client.ts';

export type { PrismaClient };

/** Prisma over the same database, for the relational long tail; never on a hot path. Disconnect it after use. */
export function openPrisma(settings: { url: string; applicationName: string; max?: number }): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: settings.url,
    application_name: settings.applicationName,
    max: settings.max ?? 5,
  });
  return new PrismaClient({ adapter });
}
