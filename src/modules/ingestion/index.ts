/** Ingestion: takes deliveries in, accounts for every row, keeps what could not be read. */
export { addsUp, type Account, type BatchError, type BatchReport } from './batch.ts';
export { type BatchApplier, createBatchApplier, type IngestionDeps } from './ingestion.service.ts';
