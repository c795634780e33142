/** What could not be read: a person mends the row and sends it again. */
import type { SourceBatch } from '../../../connectors/sdk/connector.ts';
import type { RawRow } from '../../../connectors/sdk/raw-row.ts';
import { type Reason, readRow } from '../../../connectors/sdk/read-row.ts';
import type { RecordContract } from '../../../connectors/sdk/record-contract.ts';
import type { AgencyId, RecordType } from '../../kernel/agency.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Database } from '../../platform/database/database.ts';
import type { BatchReport } from './batch.ts';
import type { BatchApplier } from './ingestion.service.ts';
import { openRawRow } from './raw-row.ts';

/** Why a mended row was not taken; `reasons` where it still cannot be read. */
export interface ResubmitRefusal {
  readonly code: 'NOT_IN_QUARANTINE' | 'STILL_UNREADABLE' | 'OLDER_THAN_HELD';
  readonly reasons: readonly Reason[];
}

export interface Quarantine {
  /**
   * Applies a mended row as a batch of its own. `changes` replaces columns of the raw row by header; the row as it
   * came stays on record. The row must be readable and must not be older than what is held.
   */
  resubmit(id: number, changes: RawRow, by: string): Promise<Result<BatchReport, ResubmitRefusal>>;
}

interface OpenRow {
  readonly agency: AgencyId;
  readonly record_type: RecordType;
  readonly raw: string;
  readonly as_of: Day;
}

async function findOpen(db: Database, id: number): Promise<OpenRow | null> {
  const rows = await db.query<OpenRow>(
    `select q.agency, q.record_type, q.raw, b.as_of from quarantined_row q join batch b on b.id = q.batch_id
     where q.id = $1 and q.state = 'OPEN' and q.raw is not null`,
    [id],
  );
  return rows[0] ?? null;
}

function mendedBatch(row: OpenRow, raw: RawRow, id: number, now: Date): SourceBatch {
  return {
    recordType: row.record_type,
    agency: row.agency,
    name: `resubmission:Q${id}`,
    mode: 'incremental',
    asOf: row.as_of,
    deliveredAt: now.toISOString(),
    async *rows() {
      yield [{ row: 1, raw }];
    },
  };
}

export function createQuarantine(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly applier: BatchApplier;
  readonly contracts: Readonly<Record<RecordType, RecordContract>>;
}): Quarantine {
  const { db, clock, sealer, applier, contracts } = deps;
  return {
    async resubmit(id, changes, by) {
      const row = await findOpen(db, id);
      if (row === null) return fail({ code: 'NOT_IN_QUARANTINE', reasons: [] });
      const raw = { ...openRawRow(sealer, row.raw), ...changes };
      const read = readRow(contracts[row.record_type], { row: 1, raw });
      if (read.kind === 'rejected') return fail({ code: 'STILL_UNREADABLE', reasons: read.reasons });
      const report = await applier.apply(mendedBatch(row, raw, id, clock.now()));
      if (report.superseded > 0) return fail({ code: 'OLDER_THAN_HELD', reasons: [] });
      await db.execute(
        `update quarantined_row set state = 'RESUBMITTED', closed_at = $2, closed_by = $3 where id = $1`,
        [id, clock.now(), by],
      );
      return succeed(report);
    },
  };
}
