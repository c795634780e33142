/**
 * The ways by which anything leaves the hub besides the fields of its schema, which are listed from the schema itself
 * (select-all.ts). A new channel (a feed, a webhook, an export, a stream, a page) joins with one line in `EXITS`: its
 * name, and how to get as text all that it let out in the run that went before. The canary test searches it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from '../../src/app/index.ts';
import { SILENT_TERMINAL } from '../../src/platform/terminal/terminal.ts';
import { exportingOver, fetched } from '../support/exporting.ts';
import type { ServedHub } from '../support/served-hub.ts';
import { toldMessages } from './told-messages.ts';

/** A hub that was worked with, and all it wrote to its log. */
export interface SearchedHub extends ServedHub {
  readonly lines: readonly string[];
}

interface Exit {
  readonly name: string;
  read(worked: SearchedHub): Promise<string>;
}

const page =
  (path: string, accept = '*/*') =>
  async ({ url }: SearchedHub): Promise<string> =>
    (await fetch(new URL(path, url), { headers: { accept } })).text();

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

/** What commands print with --json. */
async function commands({ hub }: SearchedHub): Promise<string> {
  const app = createApp({ config: hub.config, log: hub.log, terminal: SILENT_TERMINAL });
  try {
    return JSON.stringify(
      await Promise.all([
        app.doctor(),
        app.listReviews(),
        app.listFindings(),
        app.verifyDisclosures(),
        app.reportDisclosures(1n, 'cli:test'),
      ]),
      (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    );
  } finally {
    await app.close();
  }
}

/** What a warehouse is handed: its answers, links and files, and what of it lies on disk meanwhile. */
async function exports(worked: SearchedHub): Promise<string> {
  const { done } = await exportingOver(worked);
  const told: string[] = [];
  for (const format of ['NDJSON', 'CSV'])
    for (const file of [await done({ format })].flatMap((exported) => [exported, ...exported.files]))
      told.push(JSON.stringify(file), 'url' in file ? (await fetched(file.url)).toString('utf8') : '');
  const { folder } = worked.hub.config.exports;
  const stored = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const { parentPath, name } of stored) told.push((await readFile(join(parentPath, name))).toString('utf8'));
  return told.join('\n');
}

export const EXITS: readonly Exit[] = [
  { name: 'messages to people', read: toldMessages },
  { name: 'log lines of every level', read: async ({ lines }) => lines.join('\n') },
  { name: 'figures', read: page('/metrics') },
  { name: 'health', read: page('/health/ready') },
  { name: 'explorer', read: page('/graphql', 'text/html') },
  { name: 'a page that is not there', read: page('/nothing') },
  { name: 'tables of jobs, logs and work', read: otherTables },
  { name: 'exports', read: exports },
  { name: 'commands', read: commands },
  {
    name: 'names of files',
    read: async ({ hub }) => (await readdir(hub.config.home, { recursive: true })).join('\n'),
  },
];
