import type { AgencyId, RecordType, TRANSPORT_OF } from '../../src/kernel/agency.ts';

/** What an agency over HTTP can do wrong. Counts are used up by requests. */
export interface HttpFaults {
  /** The next so many requests end in 503. */
  readonly serverErrors?: number;
  /** The next so many requests end in 429 with `Retry-After`. */
  readonly tooManyRequests?: number;
  readonly retryAfterSeconds?: number;
  /** Every answer comes this much later. */
  readonly slowMilliseconds?: number;
}

export interface PagesFaults extends HttpFaults {
  /** After so many more record requests the tokens given out are no longer accepted; once. */
  readonly expireTokenAfter?: number;
  /** So many times, a row moves from the end of the list to its front between the first page and the second. */
  readonly pageShifts?: number;
}

export interface CursorFaults extends HttpFaults {
  /** Every answer to a cursor begins with so many rows from before it. */
  readonly replayedRows?: number;
  /** The agency's clock is ahead of ours by so many seconds. */
  readonly clockSkewSeconds?: number;
}

export interface ViewsFaults {
  /** The views of these record types are gone. */
  readonly missingViews?: readonly RecordType[];
}

/** Faults of the files of the next drop. */
export interface DropFaults {
  /** The file ends in the middle. */
  readonly truncated?: RecordType;
  /** The manifest carries another checksum. */
  readonly wrongChecksum?: RecordType;
}

interface FaultsBy {
  readonly 'sql-views': ViewsFaults;
  readonly 'drop-folder': DropFaults;
  readonly 'http-pages': PagesFaults;
  readonly 'http-cursor': CursorFaults;
}

/** By agency, as its records are handed over. */
export type AgencyFaults = { readonly [One in AgencyId]?: FaultsBy[(typeof TRANSPORT_OF)[One]] };
