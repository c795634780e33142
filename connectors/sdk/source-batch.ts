import type { AgencyId, RecordType } from '../../src/kernel/agency.ts';
import type { Day } from '../../src/kernel/day.ts';
import type { ManifestFile } from './delivery/manifest.ts';
import type { SourceRow } from './raw-row.ts';

/** `full`: the whole current list, what it lacks has ended. `incremental`: upserts and deletions. */
export type DeliveryMode = 'full' | 'incremental';

/** What ingestion applies, wholly or not at all. */
export interface SourceBatch {
  readonly recordType: RecordType;
  readonly agency: AgencyId;
  /** The path in the delivery, or the feed's name. */
  readonly name: string;
  readonly mode: DeliveryMode;
  readonly asOf: Day;
  /** ISO 8601, with offset. */
  readonly deliveredAt: string;
  /** Files only: what the manifest announces. `rows()` has compared both when it ends. */
  readonly expected?: { readonly rows: number; readonly sha256: string };
  /**
   * Files only: the absolute path, which is known to lie in the delivery once `rows()` has begun, and the manifest's
   * entry, by which the file can be read again.
   */
  readonly file?: { readonly path: string; readonly entry: ManifestFile };
  /** The headers found; known once `rows()` has given its first chunk or ended. */
  headers?(): readonly string[];
  /** Chunks of about 2,000 rows; throws {@link SourceError} where the source is broken. Read it once. */
  rows(): AsyncIterable<readonly SourceRow[]>;
  /** Every source key the agency holds now: what the hub holds and the list lacks has ended. */
  presentKeys?(): AsyncIterable<readonly string[]>;
  /** Read after `rows()` has ended: JSON stored when the batch commits and handed back at the next sync. */
  readonly checkpoint?: unknown;
}
