/** Ingestion: takes deliveries in, accounts for every row, keeps what could not be read. */
export { type Archive, type ArchivedEntry, type ArchivedSource, createArchive } from './archive.ts';
export { type Account, addsUp, type BatchError, type BatchReport } from './batch.ts';
export {
  createStandings,
  type FeedStanding,
  type FeedStandings,
  findArchivedBatch,
  type HubDays,
  holdsBatches,
  moveHubDay,
  newestOn,
  noteSyncDone,
  noteSyncFailure,
  openHubDays,
  readCheckpoints,
  readFeedStandings,
  readHubDays,
  standingsOn,
} from './feed.ts';
export { type BatchApplier, createBatchApplier, type IngestionDeps, type OnRows } from './ingestion.service.ts';
export { NUMBER_USE, numberIndex } from './number.ts';
export { createQuarantine, type Quarantine, type ResubmitRefusal } from './quarantine.service.ts';
export { createRetention, type Retention, type RetentionReport } from './retention.ts';
export { SEALED_COLUMNS, sealedColumnsOf } from './sealed-columns.ts';
