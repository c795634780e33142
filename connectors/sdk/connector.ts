import type { ZodType } from 'zod';
import type { AgencyId, RecordType } from '../../src/kernel/agency.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import type { Day } from '../../src/kernel/day.ts';
import type { RecordContract } from './record-contract.ts';
import type { SourceBatch } from './source-batch.ts';

export type { DeliveryMode, SourceBatch } from './source-batch.ts';

/** Where a connector reports counts and states; never records. */
export interface SyncLog {
  info(fields: Readonly<Record<string, string | number>>, message: string): void;
  warn(fields: Readonly<Record<string, string | number>>, message: string): void;
}

/** What a connector is given for one sync. */
export interface SyncContext {
  /** The agency's connection settings, parsed by the connector's own schema. */
  readonly settings: unknown;
  /** What the last committed batch of the record type left, or null. */
  checkpoint(recordType: RecordType): unknown;
  /** The hub's day. */
  readonly today: Day;
  readonly log: SyncLog;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** One agency: what its rows mean, and how they are fetched. */
export interface Connector {
  readonly agency: AgencyId;
  readonly contracts: readonly RecordContract[];
  readonly settings: ZodType;
  /** New batches, oldest first. A batch is committed (or given up) before the next is asked for. */
  sync(context: SyncContext): AsyncIterable<SourceBatch>;
}
