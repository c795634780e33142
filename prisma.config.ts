import { defineConfig } from 'prisma-cli/config';

// Generating needs no engine, yet Prisma downloads one unless it is told of a binary; any will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
