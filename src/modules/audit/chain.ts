/** The chain of one writer: every row carries the SM3 of the row before it. */
import { hmacSm3, sm3 } from '../../platform/crypto/sm3.ts';

/** A row as it stands in the table; times in milliseconds, ids in ascending order. */
export interface ChainRow {
  readonly writer: string;
  readonly sequence: number;
  readonly at: number;
  readonly subject: string;
  readonly organisation: string;
  readonly purpose: string | null;
  readonly caseId: string | null;
  readonly scope: string;
  readonly decision: string;
  readonly persons: readonly number[];
  readonly households: readonly number[];
  readonly previous: string;
}

/** The hash a row must have. */
export function rowHash(row: ChainRow): string {
  return sm3(
    JSON.stringify([
      row.writer,
      row.sequence,
      row.at,
      row.subject,
      row.organisation,
      row.purpose,
      row.caseId,
      row.scope,
      row.decision,
      row.persons,
      row.households,
      row.previous,
    ]),
  );
}

/** Where a writer's chain begins and ends. */
export interface ChainEnds {
  readonly writer: string;
  readonly number: number;
  readonly firstSequence: number;
  readonly firstPrevious: string;
  /** The last row; one before the first where there is none. */
  readonly lastSequence: number;
  readonly lastHash: string;
}

/** What the first row of a writer follows. */
export function genesis(writer: string, number: number): string {
  return sm3(JSON.stringify([writer, number]));
}

/** Who cannot read the key can cut a chain off, but cannot say that it ends there. */
export function sealOf(key: Uint8Array, ends: ChainEnds): string {
  const { writer, number, firstSequence, firstPrevious, lastSequence, lastHash } = ends;
  return hmacSm3(key, JSON.stringify([writer, number, firstSequence, firstPrevious, lastSequence, lastHash]));
}
