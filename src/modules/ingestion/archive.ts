/**
 * The one place where delivered rows are kept as they came. They are personal data: every file is sealed, the folder is
 * the hub's own (mode 0700, files 0600), names hold no values, and what is older than the retention setting is removed.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline as pipelineOf, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { SourceBatch } from '../../../connectors/sdk/connector.ts';
import { fileBatch } from '../../../connectors/sdk/delivery/file-batch.ts';
import type { ManifestFile } from '../../../connectors/sdk/delivery/manifest.ts';
import type { SourceRow } from '../../../connectors/sdk/raw-row.ts';
import type { RecordContract } from '../../../connectors/sdk/record-contract.ts';
import type { AgencyId, RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { FileSealer } from '../../platform/crypto/sealed-file.ts';
import { openSealedFile, resealFiles, sweepArchive, withOpenedFile, writeSealedFile } from './archive-file.ts';

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
  /** Removes what processes that were killed left behind. */
  sweep(): Promise<void>;
  /** Seals files anew that stand under another key than the current one; tells how many. */
  reseal(): Promise<number>;
}

async function* linesOf(chunks: AsyncIterable<readonly SourceRow[]>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield chunk.map((row) => `${JSON.stringify(row)}\n`).join('');
}

async function* textOf(files: FileSealer, path: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  // The pipeline forwards what goes wrong with the file to the reader of the stream.
  pipelineOf(openSealedFile(files, path), gunzip, () => undefined);
  const decoder = new TextDecoder();
  for await (const bytes of gunzip) yield decoder.decode(bytes as Buffer, { stream: true });
}

async function* rowsOf(files: FileSealer, path: string): AsyncGenerator<readonly SourceRow[]> {
  let rest = '';
  for await (const text of textOf(files, path)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line) => JSON.parse(line) as SourceRow);
  }
}

/** An archive's folder and what seals the files in it. */
interface Place {
  readonly folder: string;
  readonly files: FileSealer;
}

/** An agency's file: kept under its checksum, so that a re-delivered file is kept once. */
function keepFile({ folder, files }: Place, batch: SourceBatch, file: NonNullable<SourceBatch['file']>): ArchivedBatch {
  const name = join(batch.agency, `${file.entry.sha256}${extname(file.entry.path)}`);
  return {
    batch,
    source: { kind: 'file', entry: file.entry },
    async store() {
      await mkdir(join(folder, batch.agency), { recursive: true, mode: 0o700 });
      await writeSealedFile(files, join(folder, name), createReadStream(file.path));
      return name;
    },
    discard: async () => undefined,
  };
}

/** A transport's rows: written down first, so that a slow agency holds no transaction open. */
async function keepRows({ folder, files }: Place, batch: SourceBatch): Promise<ArchivedBatch> {
  const name = join(batch.agency, `${randomUUID()}.ndjson.gz`);
  const path = join(folder, name);
  await mkdir(join(folder, batch.agency), { recursive: true, mode: 0o700 });
  const gzip = createGzip();
  // The pipeline forwards what goes wrong with the source to the writer of the file.
  pipelineOf(Readable.from(linesOf(batch.rows())), gzip, () => undefined);
  await writeSealedFile(files, path, gzip);
  const { presentKeys, headers } = batch;
  return {
    batch: {
      ...archivedFacts(batch),
      rows: () => rowsOf(files, path),
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

/** A delivered file that is read again, from a copy that is opened for as long as it is read. */
function openedFile({ folder, files }: Place, entry: ArchivedEntry, contract: RecordContract): SourceBatch {
  const { name, source, asOf, deliveredAt } = entry;
  if (source.kind !== 'file') throw new Error('an archived transport is no file');
  const listed = source.entry;
  let headers: readonly string[] = [];
  return {
    ...factsOf(entry),
    expected: { rows: listed.rows, sha256: listed.sha256 },
    headers: () => headers,
    async *rows() {
      yield* withOpenedFile(files, { folder, name }, async function* (directory, file) {
        const batch = fileBatch({ directory, entry: { ...listed, path: file }, contract, asOf, deliveredAt });
        for await (const chunk of batch.rows()) {
          headers = batch.headers?.() ?? [];
          yield chunk;
        }
      });
    },
  };
}

function archivedFacts(
  batch: SourceBatch,
): Pick<SourceBatch, 'recordType' | 'agency' | 'name' | 'mode' | 'asOf' | 'deliveredAt'> {
  const { recordType, agency, name, mode, asOf, deliveredAt } = batch;
  return { recordType, agency, name, mode, asOf, deliveredAt };
}

function factsOf({
  recordType,
  agency,
  file,
  mode,
  asOf,
  deliveredAt,
}: ArchivedEntry): ReturnType<typeof archivedFacts> {
  return { recordType, agency, name: file, mode, asOf, deliveredAt };
}

export function createArchive(folder: string, files: FileSealer): Archive {
  const root = resolve(folder);
  const place: Place = { folder: root, files };
  /** Batches that come out of the archive, and so need not go into it. */
  const archived = new WeakMap<SourceBatch, ArchivedEntry>();
  const inside = (name: string): string => {
    const path = resolve(root, name);
    if (!path.startsWith(root + sep)) throw new WanjiaError('ARCHIVE_EXPIRED', { file: name });
    return path;
  };
  const nothing = async (): Promise<void> => undefined;
  return {
    async keep(batch) {
      const entry = archived.get(batch);
      if (entry !== undefined) return { batch, source: entry.source, store: async () => entry.name, discard: nothing };
      return batch.file === undefined ? keepRows(place, batch) : keepFile(place, batch, batch.file);
    },
    open(entry, contract) {
      const path = inside(entry.name);
      const batch =
        entry.source.kind === 'rows'
          ? { ...factsOf(entry), rows: () => rowsOf(files, path) }
          : openedFile(place, entry, contract);
      archived.set(batch, entry);
      return batch;
    },
    remove: (name) => rm(inside(name), { force: true }),
    sweep: () => sweepArchive(root),
    reseal: () => resealFiles(files, root),
  };
}
