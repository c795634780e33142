/**
 * The one place where delivered rows are kept as they came. They are personal data: the folder is the hub's own
 * (mode 0700, files 0600), names hold no values, and what is older than the retention setting is removed.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline as pipelineOf, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { SourceBatch } from '../../../connectors/sdk/connector.ts';
import { fileBatch } from '../../../connectors/sdk/delivery/file-batch.ts';
import type { ManifestFile } from '../../../connectors/sdk/delivery/manifest.ts';
import type { SourceRow } from '../../../connectors/sdk/raw-row.ts';
import type { RecordContract } from '../../../connectors/sdk/record-contract.ts';
import type { AgencyId, RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import { WanjiaError } from '../../kernel/errors.ts';

/** How an archived batch is read again. */
export type ArchivedSource = { readonly kind: 'file'; readonly entry: ManifestFile } | { readonly kind: 'rows' };

/** A batch on its way into the archive. */
export interface ArchivedBatch {
  /** Gives the same rows as the batch it was made from. */
  readonly batch: SourceBatch;
  readonly source: ArchivedSource;
  /** Puts the copy in its place, once the rows have proved readable; returns its name in the archive. */
  store(): Promise<string>;
  /** Forgets the copy. */
  discard(): Promise<void>;
}

/** What the batch table holds of an archived batch. */
export interface ArchivedEntry {
  readonly name: string;
  readonly source: ArchivedSource;
  readonly agency: AgencyId;
  readonly recordType: RecordType;
  readonly file: string;
  readonly mode: SourceBatch['mode'];
  readonly asOf: Day;
  readonly deliveredAt: string;
}

export interface Archive {
  keep(batch: SourceBatch): Promise<ArchivedBatch>;
  /** The archived rows as a batch; `ARCHIVE_EXPIRED` where the copy is gone. */
  open(entry: ArchivedEntry, contract: RecordContract): SourceBatch;
  remove(name: string): Promise<void>;
}

async function* linesOf(chunks: AsyncIterable<readonly SourceRow[]>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield chunk.map((row) => `${JSON.stringify(row)}\n`).join('');
}

async function* textOf(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  // The pipeline forwards what goes wrong with the file to the reader of the stream.
  pipelineOf(createReadStream(path), gunzip, () => undefined);
  const decoder = new TextDecoder();
  for await (const bytes of gunzip) yield decoder.decode(bytes as Buffer, { stream: true });
}

async function* rowsOf(path: string): AsyncGenerator<readonly SourceRow[]> {
  let rest = '';
  for await (const text of textOf(path)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line) => JSON.parse(line) as SourceRow);
  }
}

/** An agency's file: copied under its checksum, so that a re-delivered file is kept once. */
function keepFile(folder: string, batch: SourceBatch, file: NonNullable<SourceBatch['file']>): ArchivedBatch {
  const name = join(batch.agency, `${file.entry.sha256}${extname(file.entry.path)}`);
  return {
    batch,
    source: { kind: 'file', entry: file.entry },
    async store() {
      await mkdir(join(folder, batch.agency), { recursive: true, mode: 0o700 });
      await copyFile(file.path, join(folder, name));
      await chmod(join(folder, name), 0o600);
      return name;
    },
    discard: async () => undefined,
  };
}

/** A transport's rows: written down first, so that a slow agency holds no transaction open. */
async function keepRows(folder: string, batch: SourceBatch): Promise<ArchivedBatch> {
  const name = join(batch.agency, `${randomUUID()}.ndjson.gz`);
  const path = join(folder, name);
  await mkdir(join(folder, batch.agency), { recursive: true, mode: 0o700 });
  try {
    await pipeline(Readable.from(linesOf(batch.rows())), createGzip(), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  const { presentKeys, headers } = batch;
  return {
    batch: {
      ...archivedFacts(batch),
      rows: () => rowsOf(path),
      get checkpoint() {
        return batch.checkpoint;
      },
      ...(presentKeys && { presentKeys: () => presentKeys.call(batch) }),
      ...(headers && { headers: () => headers.call(batch) }),
    },
    source: { kind: 'rows' },
    store: async () => name,
    discard: () => rm(path, { force: true }),
  };
}

function archivedFacts(
  batch: SourceBatch,
): Pick<SourceBatch, 'recordType' | 'agency' | 'name' | 'mode' | 'asOf' | 'deliveredAt'> {
  const { recordType, agency, name, mode, asOf, deliveredAt } = batch;
  return { recordType, agency, name, mode, asOf, deliveredAt };
}

export function createArchive(folder: string): Archive {
  const root = resolve(folder);
  const inside = (name: string): string => {
    const path = resolve(root, name);
    if (!path.startsWith(root + sep)) throw new WanjiaError('ARCHIVE_EXPIRED', { file: name });
    return path;
  };
  return {
    keep: async (batch) => (batch.file === undefined ? keepRows(root, batch) : keepFile(root, batch, batch.file)),
    open(entry, contract) {
      const { name, source, file, asOf, deliveredAt, agency, recordType, mode } = entry;
      const facts = { recordType, agency, name: file, mode, asOf, deliveredAt };
      if (source.kind === 'rows') return { ...facts, rows: () => rowsOf(inside(name)) };
      const archived = fileBatch({
        directory: root,
        entry: { ...source.entry, path: name },
        contract,
        asOf,
        deliveredAt,
      });
      return { ...archived, name: file };
    },
    remove: (name) => rm(inside(name), { force: true }),
  };
}
