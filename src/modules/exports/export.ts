/** An export: what a caller asked to be handed as files, and how far that is. */
import type { ChangeType } from '../../kernel/change.ts';
import type { ErrorCode } from '../../kernel/errors.ts';
import type { LastingCaller } from '../access/index.ts';
import type { HouseholdFilter } from '../household/index.ts';

export const EXPORT_FORMATS = ['NDJSON', 'NDJSON_GZIP', 'CSV', 'PARQUET'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The last five are final. */
export const EXPORT_STATES = [
  ...(['WAITING', 'QUEUED', 'RUNNING'] as const),
  ...(['DONE', 'REFUSED', 'FAILED', 'CANCELLED', 'EXPIRED'] as const),
] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** Who asks. */
export interface Exporter {
  readonly organisation: string;
  readonly subject: string;
}

/** Whose rights decide what is in it. */
export interface ExportCaller extends LastingCaller {
  /** Digest of what the caller may see: an export of other rights is not its own any more. */
  readonly grant: string;
}

/** What an export is to hold. */
export interface ExportContent {
  readonly types: readonly ChangeType[];
  readonly format: ExportFormat;
  readonly filter: HouseholdFilter;
  /** Only what changed after this position of the feed; null: everything. */
  readonly after: number | null;
}

export interface Export extends ExportCaller, ExportContent {
  readonly id: number;
  readonly state: ExportState;
  readonly requestedAt: Date;
  readonly expectedRows: number;
  readonly rows: number;
  /** More are not written. */
  readonly rowLimit: number;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  /** How often it was begun. */
  readonly attempts: number;
  /** Where the feed goes on after it; null: not yet known. */
  readonly cursor: string | null;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
  /** A code of the error catalogue. */
  readonly error: ErrorCode | null;
  /** Consents it rests on. */
  readonly consents: readonly string[];
}

/** What a file holds: entities of a type, or which of them the caller is to forget. */
export type FileContent = ChangeType | 'REMOVED';

/** A finished file. */
export interface ExportFile {
  readonly name: string;
  readonly type: FileContent;
  /** From 1. */
  readonly part: number;
  readonly rows: number;
  readonly bytes: number;
  /** Of the file as it is downloaded. */
  readonly sha256: string;
}

/** How much of an export is done, from 0 to 1; it is not 1 before its files can be had. */
export function progressOf({ state, rows, expectedRows }: Export): number {
  if (state === 'DONE' || state === 'EXPIRED') return 1;
  return expectedRows === 0 ? 0 : Math.min(0.99, rows / expectedRows);
}
