/** Writes the Prisma models of the record tables. With --check nothing is written, and a stale file fails. */
import { readFileSync, writeFileSync } from 'node:fs';
import { CONTRACTS } from '../connectors/index.ts';
import { prismaModels } from '../connectors/sdk/prisma-models.ts';

const TARGET = new URL('../prisma/schema/records.prisma', import.meta.url);
const text = prismaModels(Object.values(CONTRACTS));

if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, text);
} else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error('prisma/schema/records.prisma is stale: npm run generate');
  process.exit(1);
}
