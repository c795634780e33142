import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RecordType } from '../../../src/kernel/agency.ts';
import type { SyncContext } from '../connector.ts';
import { type Delivery, hasManifest, openDelivery } from '../delivery/delivery-directory.ts';
import type { ManifestFile } from '../delivery/manifest.ts';
import type { RecordContract } from '../record-contract.ts';
import type { SourceBatch } from '../source-batch.ts';
import { SourceError } from '../source-error.ts';

/** Which files of the folders that still stand have been taken in. */
const checkpointSchema = z.object({ taken: z.array(z.string()) });

/** A file that is delivered again under the same name has another checksum, and is taken again. */
function markOf(folder: string, { path, sha256 }: ManifestFile): string {
  return `${folder}/${path}@${sha256.slice(0, 16)}`;
}

/** The sub-folders, oldest first by name (`2026-10`). */
async function listFolders(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function report(delivery: Delivery, folder: string, { log }: SyncContext): void {
  for (const { name, error } of delivery.refused) log.warn({ folder, file: name, code: error.code }, error.message);
  if (delivery.unlisted.length > 0) log.warn({ folder, files: delivery.unlisted.length }, 'files not in the manifest');
}

/** Deliveries laid down in sub-folders, each with its manifest; each file is delivered once. */
export class DropFolderTransport {
  readonly #root: string;
  readonly #contracts: Readonly<Partial<Record<RecordType, RecordContract>>>;
  readonly #context: SyncContext;
  /** What earlier batches of this sync took in, by record type. */
  readonly #taken = new Map<RecordType, readonly string[]>();

  constructor(root: string, contracts: readonly RecordContract[], context: SyncContext) {
    this.#root = root;
    this.#contracts = Object.fromEntries(contracts.map((contract) => [contract.recordType, contract]));
    this.#context = context;
  }

  /** The files that no committed batch has taken in. A folder without manifest is still being filled. */
  async *batches(): AsyncGenerator<SourceBatch> {
    const folders = await listFolders(this.#root);
    for (const folder of folders) {
      const directory = join(this.#root, folder);
      if (!(await hasManifest(directory))) continue;
      this.#context.signal.throwIfAborted();
      yield* this.#newBatches(folder, folders);
    }
  }

  async *#newBatches(folder: string, folders: readonly string[]): AsyncGenerator<SourceBatch> {
    const delivery = await this.#open(folder);
    if (delivery === null) return;
    report(delivery, folder, this.#context);
    for (const batch of delivery.batches) {
      const entry = batch.file?.entry;
      if (entry === undefined) continue;
      const mark = markOf(folder, entry);
      const taken = this.#takenOf(batch.recordType, folders);
      if (taken.includes(mark)) continue;
      yield this.#withCheckpoint(batch, { folder, taken: [...taken, mark] });
    }
  }

  #withCheckpoint(batch: SourceBatch, { folder, taken }: { folder: string; taken: readonly string[] }): SourceBatch {
    const rows = (): ReturnType<SourceBatch['rows']> => this.#readThrough(batch, taken);
    return { ...batch, name: `${folder}/${batch.name}`, rows, checkpoint: { taken } };
  }

  /** A file that cannot be read is not taken: it is tried again at the next sync. */
  async *#readThrough(batch: SourceBatch, taken: readonly string[]): ReturnType<SourceBatch['rows']> {
    yield* batch.rows();
    this.#taken.set(batch.recordType, taken);
  }

  #takenOf(recordType: RecordType, folders: readonly string[]): readonly string[] {
    const stored = checkpointSchema.safeParse(this.#context.checkpoint(recordType)).data;
    const taken = this.#taken.get(recordType) ?? stored?.taken ?? [];
    return taken.filter((mark) => folders.includes(mark.slice(0, mark.indexOf('/'))));
  }

  async #open(folder: string): Promise<Delivery | null> {
    try {
      return await openDelivery(join(this.#root, folder), { contracts: this.#contracts });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.#context.log.warn({ folder, code: error.code }, error.message);
      return null;
    }
  }
}
