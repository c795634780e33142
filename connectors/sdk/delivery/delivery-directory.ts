import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordType } from '../../../src/kernel/agency.ts';
import type { Day } from '../../../src/kernel/day.ts';
import type { RecordContract } from '../record-contract.ts';
import type { SourceBatch } from '../source-batch.ts';
import { SourceError } from '../source-error.ts';
import { fileBatch } from './file-batch.ts';
import { describeIssues, manifestFileSchema, manifestSchema } from './manifest.ts';

const MANIFEST = 'manifest.json';
const LARGEST_MANIFEST = 1 << 24;
const MOST_UNLISTED = 1000;

/** A manifest's entry that describes no file the hub could read; the other files go on. */
export interface RefusedEntry {
  readonly name: string;
  readonly error: SourceError;
}

/** A delivery whose manifest has been read, and nothing else of it. */
export interface Delivery {
  readonly directory: string;
  readonly asOf: Day;
  readonly deliveredAt: string;
  readonly batches: readonly SourceBatch[];
  readonly refused: readonly RefusedEntry[];
  /** Files that the manifest does not name: reported and not read. */
  readonly unlisted: readonly string[];
}

/** How to open a delivery. */
export interface DeliveryOptions {
  readonly contracts: Readonly<Partial<Record<RecordType, RecordContract>>>;
}

/** Whether a directory holds a manifest, which arrives last. */
export async function hasManifest(directory: string): Promise<boolean> {
  return stat(join(directory, MANIFEST)).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function readManifest(directory: string): Promise<unknown> {
  if (!(await hasManifest(directory))) throw new SourceError('MANIFEST_MISSING', { directory });
  const path = join(directory, MANIFEST);
  if ((await stat(path)).size > LARGEST_MANIFEST) {
    throw new SourceError('MANIFEST_UNREADABLE', { file: MANIFEST, detail: 'larger than 16 MB' });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new SourceError('MANIFEST_UNREADABLE', { file: MANIFEST, detail: 'not JSON in UTF-8' }, { cause });
  }
}

function nameOf(entry: unknown, index: number): string {
  const path = typeof entry === 'object' && entry !== null && 'path' in entry ? entry.path : null;
  return typeof path === 'string' ? path : `files[${index}]`;
}

async function listUnlisted(directory: string, named: ReadonlySet<string>): Promise<readonly string[]> {
  const unlisted: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(directory, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (unlisted.length >= MOST_UNLISTED) return;
      if (entry.isDirectory()) await visit(path);
      else if (path !== MANIFEST && !named.has(path)) unlisted.push(path);
    }
  };
  await visit('');
  return unlisted.sort();
}

/** Reads the manifest of a delivery directory; its files are read batch by batch. */
export async function openDelivery(directory: string, options: DeliveryOptions): Promise<Delivery> {
  const parsed = manifestSchema.safeParse(await readManifest(directory));
  if (!parsed.success) {
    throw new SourceError('MANIFEST_UNREADABLE', { file: MANIFEST, detail: describeIssues(parsed.error) });
  }
  const { asOf, deliveredAt, files } = parsed.data;
  const batches: SourceBatch[] = [];
  const refused: RefusedEntry[] = [];
  files.forEach((raw, index) => {
    const name = nameOf(raw, index);
    const entry = manifestFileSchema.safeParse(raw);
    const contract = entry.success ? options.contracts[entry.data.recordType] : undefined;
    if (!entry.success || contract === undefined) {
      const detail = entry.success ? `${entry.data.recordType} is not expected here` : describeIssues(entry.error);
      const params = { file: MANIFEST, detail: `${name}: ${detail}` };
      refused.push({ name, error: new SourceError('MANIFEST_UNREADABLE', params) });
      return;
    }
    batches.push(fileBatch({ directory, entry: entry.data, contract, asOf, deliveredAt }));
  });
  const named = new Set(files.map(nameOf).map((path) => path.replace(/^\.\//, '')));
  return { directory, asOf, deliveredAt, batches, refused, unlisted: await listUnlisted(directory, named) };
}
