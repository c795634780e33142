/** A quarantined row as it is kept: sealed whole, comparable, so that the same row delivered again is known. */
import type { RawRow } from '../../../connectors/sdk/raw-row.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';

const USE = 'quarantined_row.raw';

/** What a text column cannot hold stays visible in it: half a character, NUL. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '␀') : value;
}

/** The order of an agency's columns makes no difference. */
export function sealRawRow(sealer: Sealer, raw: RawRow): string {
  const inOrder = Object.fromEntries(Object.entries(raw).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sealer.sealComparable(USE, JSON.stringify(inOrder, storable));
}

export function openRawRow(sealer: Sealer, sealed: string): RawRow {
  return JSON.parse(sealer.open(USE, sealed)) as RawRow;
}
