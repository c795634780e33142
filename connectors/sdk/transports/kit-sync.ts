import type { RecordType } from '../../../src/kernel/agency.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { asDay } from '../../../src/kernel/day.ts';
import type { Connector, SyncContext } from '../connector.ts';
import type { RawRow } from '../raw-row.ts';

/** What one sync brought, and what it would hand to the next. */
export interface SyncOutcome {
  readonly rows: ReadonlyMap<RecordType, readonly RawRow[]>;
  readonly keys: ReadonlyMap<RecordType, readonly string[]>;
  readonly checkpoints: Map<RecordType, unknown>;
  readonly names: readonly string[];
  /** Batches that could not be read. */
  readonly failures: readonly unknown[];
  /** What the sync itself ended with. */
  readonly failure: unknown;
}

export interface SyncOptions extends Partial<Omit<SyncContext, 'settings' | 'checkpoint'>> {
  readonly checkpoints?: ReadonlyMap<RecordType, unknown>;
}

/** A connector's sync as ingestion does it: each batch is read to its end, then its checkpoint is kept. */
export async function syncOnce(
  connector: Connector,
  settings: unknown,
  options: SyncOptions = {},
): Promise<SyncOutcome> {
  const checkpoints = new Map(options.checkpoints ?? []);
  const rows = new Map<RecordType, readonly RawRow[]>();
  const keys = new Map<RecordType, readonly string[]>();
  const names: string[] = [];
  const failures: unknown[] = [];
  let failure: unknown = null;
  const context: SyncContext = {
    today: asDay('2026-10-31'),
    log: { info: () => undefined, warn: () => undefined },
    signal: new AbortController().signal,
    clock: systemClock,
    ...options,
    settings,
    checkpoint: (recordType) => checkpoints.get(recordType) ?? null,
  };
  try {
    for await (const batch of connector.sync(context)) {
      const read: RawRow[] = [];
      const present: string[] = [];
      try {
        for await (const chunk of batch.rows()) read.push(...chunk.map(({ raw }) => raw));
        for await (const chunk of batch.presentKeys?.() ?? []) present.push(...chunk);
      } catch (error) {
        failures.push(error);
        continue;
      }
      names.push(batch.name);
      rows.set(batch.recordType, [...(rows.get(batch.recordType) ?? []), ...read]);
      if (batch.presentKeys !== undefined) keys.set(batch.recordType, present);
      if (batch.checkpoint !== undefined) checkpoints.set(batch.recordType, batch.checkpoint);
    }
  } catch (error) {
    failure = error;
  }
  return { rows, keys, checkpoints, names, failures, failure };
}
