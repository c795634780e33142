/** Delivery directories and archived batches, carried through to alerts. */
import { CONTRACTS } from '../../connectors/index.ts';
import { openDelivery } from '../../connectors/sdk/index.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { type BatchReport, findArchivedBatch } from '../modules/ingestion/index.ts';
import type { Hub } from './hub.ts';
import type { DeriveReport, PipelineProgress } from './pipeline.ts';

/** What came of a delivery. */
export interface IngestReport {
  readonly batches: readonly BatchReport[];
  /** Files of the directory that the manifest does not name: reported, not read. */
  readonly unlisted: readonly string[];
  /** Entries of the manifest that describe no readable file. */
  readonly refusedEntries: readonly { readonly name: string; readonly message: string }[];
  /** Null where nothing was ever delivered. */
  readonly derived: DeriveReport | null;
}

/** Takes in a delivery directory. Throws where its manifest cannot be read; bad files are told in the report. */
export async function ingestDirectory(
  hub: Hub,
  directory: string,
  progress: PipelineProgress = {},
): Promise<IngestReport> {
  const delivery = await openDelivery(directory, { contracts: CONTRACTS });
  const batches = await hub.pipeline.ingest(delivery.batches, progress);
  return {
    batches,
    unlisted: delivery.unlisted,
    refusedEntries: delivery.refused.map(({ name, error }) => ({ name, message: error.messageIn('zh') })),
    derived: await hub.pipeline.derive(progress),
  };
}

/** Applies an archived batch again. What newer deliveries said stays. */
export async function replayBatch(hub: Hub, id: number): Promise<IngestReport> {
  const entry = await findArchivedBatch(hub.db, id);
  if (entry === null) throw new WanjiaError('NOT_FOUND', { what: `archived batch B${id}` });
  const batch = hub.archive.open(entry, CONTRACTS[entry.recordType]);
  const report = await hub.applier.apply(batch, { replayOf: id });
  return { batches: [report], unlisted: [], refusedEntries: [], derived: await hub.pipeline.derive() };
}
