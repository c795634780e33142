/**
 * The ways by which anything leaves the hub besides the fields of its schema, which are listed from the schema itself
 * (select-all.ts). Paths, tables, commands, formats of exports and channels of messages are found, not listed: a new one is
 * searched, or fails the test until it says how. A module that begins to send joins with one line in `EXITS`: its
 * name, and how to get as text all that it let out in the run that went before.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { demoToken } from '../../src/app/access.ts';
import { standInFor } from '../../src/app/stand-in.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/modules/exports/index.ts';
import { exportingOver, fetched } from '../support/exporting.ts';
import { HAS_REDIS } from '../support/redis.ts';
import type { ServedHub } from '../support/served-hub.ts';
import { jobsInDatabase, jobsInRedis } from './kept-jobs.ts';
import { printedCommands } from './printed-commands.ts';
import { toldMessages } from './told-messages.ts';

/** A hub that was worked with, and all it wrote to its log. */
export interface SearchedHub extends ServedHub {
  readonly lines: readonly string[];
  /** What is searched for. */
  readonly values: readonly string[];
}

interface Exit {
  readonly name: string;
  /** The module that sends by itself, where one does. */
  readonly sender?: string;
  read(worked: SearchedHub): Promise<string>;
}

/** Every path that is answered, to who is nobody and to an adviser, as a page and as anything, traced if it could be. */
async function pages({ url, paths, hub }: SearchedHub): Promise<string> {
  const authorization = `Bearer ${await demoToken(hub, 'adviser')}`;
  const told: string[] = [];
  for (const path of [...paths, '/nothing'])
    for (const who of [{}, { authorization }])
      for (const accept of ['*/*', 'text/html']) {
        const headers = { ...who, accept, 'apollo-federation-include-trace': 'ftv1' };
        const answer = await fetch(new URL(path, url), { headers, redirect: 'manual' });
        told.push(`${path} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
      }
  return told.join('\n');
}

/** What systems are sent that asked for no records: all that ever changed, for whoever may follow anything. */
async function thinWebhooks({ hub, face }: SearchedHub): Promise<string> {
  await drainOutbox(hub.db);
  const feed = await face.graph.changes.read({
    ...{ organisation: 'test', cursor: null, types: null, patterns: null, limit: 500 },
  });
  const told: unknown[] = [];
  for (const [handle, { roles }] of face.access.policy.personas)
    for (const purpose of face.access.policy.purposesOf(roles)) {
      const standing = await standInFor(face.access, { handle, purpose, dataClass: 'structure' }, hub.clock.now());
      const viewer = await face.viewers({ ...standing, purpose });
      told.push(await viewer?.tell(feed.changes, false));
    }
  return JSON.stringify(told, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

/** Tables that hold what the agencies deliver and what is made of it: names, streets and days stand in them. */
const HOLDERS =
  /^(record_.*|quarantined_row|profile_version|member_fact|household_fact|household|person|sealed_number)$/;

/** All rows of the tables that hold no personal value, the queue's and the log's among them. */
async function otherTables({ hub }: SearchedHub): Promise<string> {
  const tables = await hub.db.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const wanted = tables.filter(({ name }) => !HOLDERS.test(name));
  const rows = await Promise.all(
    wanted.map(({ schema, name }) =>
      hub.db.query<{ row: string }>(`select '${name} ' || t::text as row from "${schema}"."${name}" t`),
    ),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

async function parquetRows(bytes: Buffer, { hub }: SearchedHub): Promise<string> {
  const file = join(hub.config.home, 'searched.parquet');
  await writeFile(file, bytes);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    return (await connection.runAndReadAll(`SELECT to_json(t)::VARCHAR FROM '${file}' t`)).getRows().join('\n');
  } finally {
    connection.closeSync();
    await rm(file);
  }
}

const asText = async (bytes: Buffer): Promise<string> => bytes.toString('utf8');

/** How the files of each format are read. */
const READABLE: Readonly<Record<ExportFormat, (bytes: Buffer, worked: SearchedHub) => Promise<string>>> = {
  NDJSON: asText,
  NDJSON_GZIP: (bytes) => asText(gunzipSync(bytes)),
  CSV: asText,
  PARQUET: parquetRows,
};

/** What a warehouse is handed: its answers, links and files, and what of it lies on disk meanwhile. */
async function exports(worked: SearchedHub): Promise<string> {
  const { done } = await exportingOver(worked);
  const told: string[] = [];
  for (const format of EXPORT_FORMATS)
    for (const file of [await done({ format })].flatMap((exported) => [exported, ...exported.files]))
      told.push(JSON.stringify(file), 'url' in file ? await READABLE[format](await fetched(file.url), worked) : '');
  const { folder } = worked.hub.config.exports;
  const stored = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const { parentPath, name } of stored) told.push((await readFile(join(parentPath, name))).toString('utf8'));
  return told.join('\n');
}

export const EXITS: readonly Exit[] = [
  { name: 'messages to people', sender: 'messages', read: toldMessages },
  { name: 'log lines of every level', read: async ({ lines }) => lines.join('\n') },
  { name: 'pages, figures and health', read: pages },
  { name: 'webhooks without records', sender: 'webhooks', read: thinWebhooks },
  {
    name: 'tables of jobs, logs and work',
    read: async (worked) => {
      await jobsInDatabase(worked.hub.db.url, worked.values);
      return otherTables(worked);
    },
  },
  ...(HAS_REDIS
    ? [{ name: 'jobs in Redis', read: ({ hub, values }: SearchedHub) => jobsInRedis(hub.db.url, values) }]
    : []),
  { name: 'exports', read: exports },
  { name: 'commands', read: printedCommands },
  {
    name: 'names of files',
    read: async ({ hub }) => (await readdir(hub.config.home, { recursive: true })).join('\n'),
  },
];

const SENDS = /from '(\.\.\/)+platform\/(dispatch|http\/outgoing)/;

/** The modules that send by themselves, as their sources have it. */
export async function senders(): Promise<string[]> {
  const sources = (await readdir('src/modules', { recursive: true })).filter((name) => name.endsWith('.ts'));
  const sending = await Promise.all(
    sources.map(async (name) => (SENDS.test(await readFile(join('src/modules', name), 'utf8')) ? name : '')),
  );
  return [...new Set(sending.filter(Boolean).map((name) => name.split(sep)[0] ?? ''))].sort();
}
