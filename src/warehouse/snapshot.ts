/**
 * Fills the copy anew beside the old one, from an export, and puts it in its place in one transaction. What is done is
 * remembered file by file, and the export's key before it is asked for: a job that was killed goes on with the same export.
 */
import { randomUUID } from 'node:crypto';
import { type ExportedFiles, type ExportProgress, type HubClient, HubError } from '../../packages/client/src/index.ts';
import { readExportFile } from '../../packages/client/src/node.ts';
import type { RecordColumns } from './record-columns.ts';
import { nextOf, TABLES, TYPES } from './table.ts';
import type { Target } from './target.ts';

export interface Snapshotting {
  readonly client: HubClient;
  readonly target: Target;
  readonly columnsOf: RecordColumns;
  /** What the caller is not shown now, as it is remembered with the snapshot. */
  readonly access: string;
  readonly exportPollMs?: number | undefined;
  readonly progress?: ((state: ExportProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An export that ended without files, or whose files are gone. */
const LOST: ReadonlySet<string> = new Set([
  'NOT_FOUND',
  'EXPORT_CANCELLED',
  'EXPORT_EXPIRED',
  'EXPORT_GRANT_CHANGED',
  'EXPORT_CONSENT_WITHDRAWN',
]);

async function begin({ target, access }: Snapshotting): Promise<string> {
  const key = randomUUID();
  await target.transaction(async () => {
    for (const type of TYPES) await target.create(nextOf(TABLES[type]));
    await target.remember({
      'snapshot.key': key,
      'snapshot.export': null,
      'snapshot.files': '[]',
      'snapshot.access': access,
    });
  });
  return key;
}

/** The export of the snapshot under way, or of a new one. */
async function exportOf(given: Snapshotting): Promise<ExportedFiles> {
  const { client, target, exportPollMs: pollMs, progress, signal } = given;
  const state = await target.state();
  const key = state.get('snapshot.key') ?? (await begin(given));
  const id = state.get('snapshot.export') ?? String((await client.startExport({ types: TYPES }, { key, signal })).id);
  await target.transaction(() => target.remember({ 'snapshot.export': id }));
  return client.waitForExport(id, { pollMs, progress, signal });
}

type File = NonNullable<ExportedFiles['files']>[number];

async function loadFile(given: Snapshotting, id: string, file: File, loaded: readonly string[]): Promise<void> {
  const { client, target, columnsOf, signal } = given;
  const type = TYPES.find((one) => one === file.type);
  if (type === undefined) return;
  const table = nextOf(TABLES[type]);
  const name = String(file.name);
  const batches = readExportFile(client, id, name, { signal });
  const first = await batches.next();
  // All records of a file have the same fields: the first ones tell the columns.
  const columns = await columnsOf(type, first.value ?? []);
  await target.widen(table, columns);
  await target.transaction(async () => {
    for (let step = first; step.done !== true; step = await batches.next())
      await target.insert(table, columns, step.value);
    await target.remember({ 'snapshot.files': JSON.stringify([...loaded, name]) });
  });
}

async function loadAll(given: Snapshotting, { id, files }: ExportedFiles): Promise<void> {
  const loaded = JSON.parse((await given.target.state()).get('snapshot.files') ?? '[]') as string[];
  for (const file of files ?? []) {
    if (loaded.includes(String(file.name))) continue;
    await loadFile(given, String(id), file, loaded);
    loaded.push(String(file.name));
  }
}

async function swap({ target }: Snapshotting, { cursor }: ExportedFiles): Promise<void> {
  const access = (await target.state()).get('snapshot.access') ?? null;
  const forgotten = { 'snapshot.key': null, 'snapshot.export': null, 'snapshot.files': null, 'snapshot.access': null };
  await target.transaction(async () => {
    for (const type of TYPES) await target.replace(TABLES[type].name, nextOf(TABLES[type]));
    await target.remember({ cursor, access, ...forgotten });
  });
}

/** Takes a snapshot, or goes on with the one under way; afterwards the copy is that of the export's cursor. */
export async function takeSnapshot(given: Snapshotting): Promise<void> {
  try {
    const exported = await exportOf(given);
    await loadAll(given, exported);
    await swap(given, exported);
  } catch (error) {
    if (!(error instanceof HubError) || !LOST.has(error.code)) throw error;
    // Begun anew by the next attempt, with another export.
    await given.target.transaction(() => given.target.remember({ 'snapshot.key': null, 'snapshot.export': null }));
    throw error;
  }
}
