/** Batches of rows as a transport would give them, for tests that feed the hub by hand. */
import type { DeliveryMode, SourceBatch } from '../../connectors/sdk/connector.ts';
import type { RawRow } from '../../connectors/sdk/raw-row.ts';
import { AGENCY_OF, type RecordType } from '../../src/kernel/agency.ts';
import { asDay } from '../../src/kernel/day.ts';

export interface BatchSettings {
  readonly mode?: DeliveryMode;
  readonly asOf?: string;
  readonly name?: string;
  readonly presentKeys?: readonly string[];
}

let named = 0;

/** A batch of the given rows; incremental, for 2026-10-31, unless said otherwise. */
export function batchOf(recordType: RecordType, rows: readonly RawRow[], settings: BatchSettings = {}): SourceBatch {
  const { mode = 'incremental', asOf = '2026-10-31', presentKeys } = settings;
  named += 1;
  return {
    recordType,
    agency: AGENCY_OF[recordType],
    name: settings.name ?? `rows-${named}`,
    mode,
    asOf: asDay(asOf),
    deliveredAt: `${asOf}T20:00:00+08:00`,
    headers: () => Object.keys(rows[0] ?? {}),
    async *rows() {
      yield rows.map((raw, index) => ({ row: index + 1, raw }));
    },
    ...(presentKeys && {
      async *presentKeys() {
        yield presentKeys;
      },
    }),
  };
}

/** A row with the common columns; the rest by header. */
export function rowOf(sourceKey: string, updatedAt: string, columns: RawRow = {}, operation = 'U'): RawRow {
  return { 来源主键: sourceKey, 更新时间: updatedAt, 操作: operation, ...columns };
}
