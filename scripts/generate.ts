/**
 * Writes every generated file, in the order in which they depend on each other.
 * With --check nothing may change: a stale file is named, and left as it should be.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Files and folders the step writes. */
  readonly outputs: readonly string[];
}

const source = (script: string): string[] => ['--import', './bin/typescript.js', script];

const STEPS: readonly Step[] = [
  {
    name: 'list of agencies',
    command: source('scripts/generate-agencies.ts'),
    outputs: ['src/kernel/generated'],
  },
  {
    name: 'record models',
    command: source('scripts/generate-record-models.ts'),
    outputs: ['prisma/schema/records.prisma'],
  },
  {
    name: 'database client and GraphQL builder types',
    command: ['node_modules/prisma-cli/build/index.js', 'generate', '--no-hints'],
    outputs: ['prisma/generated'],
  },
  {
    name: 'printed GraphQL schema',
    command: source('scripts/generate-schema.ts'),
    outputs: ['schema/generated/schema.graphql', 'schema/generated/person-record.graphql'],
  },
  {
    name: 'AsyncAPI document',
    command: source('scripts/generate-asyncapi.ts'),
    outputs: ['schema/generated/asyncapi.yaml'],
  },
  {
    name: 'types and documents of the client package',
    command: ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.yml'],
    outputs: ['packages/client/src/generated'],
  },
  {
    name: 'operations of the client package by their hash',
    command: source('scripts/generate-own-documents.ts'),
    outputs: ['schema/generated/own-documents.json'],
  },
  {
    name: 'GraphQL explorer',
    command: source('scripts/generate-explorer.ts'),
    outputs: ['schema/server/explorer/generated'],
  },
  {
    name: 'table of configuration variables',
    command: source('scripts/generate-configuration.ts'),
    outputs: ['docs/configuration.md'],
  },
  {
    name: 'schemas of the policy packs',
    command: source('scripts/generate-pack-schemas.ts'),
    outputs: ['packs/generated'],
  },
  {
    name: 'fact catalogue',
    command: source('scripts/generate-fact-catalogue.ts'),
    outputs: ['docs/fact-catalogue.md'],
  },
  {
    name: 'list of rules',
    command: source('scripts/generate-rules.ts'),
    outputs: ['docs/rules.md'],
  },
  {
    name: 'table of the access policy',
    command: source('scripts/generate-access-table.ts'),
    outputs: ['docs/access.md'],
  },
  {
    name: 'columns of exports',
    command: source('scripts/generate-export-columns.ts'),
    outputs: ['docs/export-columns.md'],
  },
  {
    name: 'coverage of requirements',
    command: source('scripts/generate-coverage.ts'),
    outputs: ['docs/coverage.md'],
  },
];

function fingerprint(paths: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (path: string): void => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else files.set(path, createHash('sha256').update(readFileSync(path)).digest('hex'));
  };
  paths.forEach(visit);
  return files;
}

function run(step: Step): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...step.command], { encoding: 'utf8' });
  if (status === 0) return;
  console.error(`Generating the ${step.name} failed:\n${stdout}${stderr}`);
  process.exit(1);
}

const outputs = STEPS.flatMap((step) => step.outputs);
const before = fingerprint(outputs);
STEPS.forEach(run);
const after = fingerprint(outputs);
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (path) => before.get(path) !== after.get(path),
);

if (process.argv.includes('--check') && changed.length > 0) {
  console.error(`Stale generated files (now brought up to date; commit them):\n  ${changed.join('\n  ')}`);
  process.exit(1);
}
console.log(`Generated files: ${after.size}, ${changed.length} changed.`);
