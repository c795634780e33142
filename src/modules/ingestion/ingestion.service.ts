/** Takes batches in: every row accounted for, every batch wholly or not at all. */
import {
  columnsOf,
  type RecordContract,
  type RejectedRow,
  readRow,
  recordTable,
  type SourceBatch,
  type SourceRow,
  unknownHeaders,
} from '../../../connectors/sdk/index.ts';
import type { RecordType } from '../../kernel/agency.ts';
import type { Clock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { RememberingSealer } from '../../platform/crypto/remembering.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import {
  type AbsenceBy,
  type BatchRow,
  closeBatch,
  insertBatch,
  insertRefusal,
  type MergeResult,
  mayEndByAbsence,
  mergeStage,
  openStage,
  type StageWriter,
  stagePresentKeys,
} from './apply.store.ts';
import type { Archive, ArchivedBatch } from './archive.ts';
import { addsUp, type BatchReport } from './batch.ts';
import type { MergeTarget } from './merge-sql.ts';
import { sealRawRow } from './raw-row.ts';
import { type BatchStorage, createRecordStorage } from './record-storage.ts';

export interface IngestionDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly archive: Archive;
  readonly sealer: Sealer;
  readonly bulk: RememberingSealer;
  readonly contracts: Readonly<Record<RecordType, RecordContract>>;
}

/** From so many new rows on, the planner's picture of a table is out of date until it is analysed. */
const MANY_ROWS = 5_000;

/** Rows read so far of a batch. */
export type OnRows = (rows: number) => void;

export interface ApplyOptions {
  readonly onRows?: OnRows;
  /** The batch whose archived rows these are. */
  readonly replayOf?: number;
}

export interface BatchApplier {
  /** Applies a batch; what is wrong with its file is told in the report, what is wrong with the hub is thrown. */
  apply(batch: SourceBatch, options?: ApplyOptions): Promise<BatchReport>;
}

function addUnreadable(stage: StageWriter, { row, raw }: SourceRow, read: RejectedRow, sealer: Sealer): void {
  const key = read.sourceKey?.toWellFormed() ?? null;
  stage.addUnreadable([row, key, read.updatedAt, sealRawRow(sealer, raw), JSON.stringify(read.reasons)]);
}

interface Staging {
  readonly stage: StageWriter;
  readonly contract: RecordContract;
  readonly storage: BatchStorage;
  readonly sealer: Sealer;
}

async function stageRows(
  { stage, contract, storage, sealer }: Staging,
  batch: SourceBatch,
  onRows: OnRows | undefined,
): Promise<void> {
  const nothing = columnsOf(contract).map(() => null);
  for await (const chunk of batch.rows()) {
    for (const source of chunk) {
      const read = readRow(contract, source);
      if (read.kind === 'rejected') {
        addUnreadable(stage, source, read, sealer);
      } else if (read.kind === 'deletion') {
        stage.addReadable([read.row, read.sourceKey, read.updatedAt, true, null, ...nothing]);
      } else {
        const { record, sourceKey } = read;
        const { subjectKey, cells } = storage.store(record, sourceKey);
        stage.addReadable([read.row, sourceKey, read.updatedAt, false, subjectKey, ...cells]);
        for (const finding of read.findings) stage.addFinding([read.row, sourceKey, finding.column, finding.code]);
      }
    }
    await stage.flush(storage);
    onRows?.(stage.rows);
  }
  await stage.flush(storage, true);
}

async function absenceBy(tx: Transaction, batch: SourceBatch, row: BatchRow): Promise<AbsenceBy> {
  if (batch.mode === 'incremental' && batch.presentKeys === undefined) return null;
  if (!(await mayEndByAbsence(tx, row))) return null;
  return batch.mode === 'full' ? 'stage' : 'stage_present';
}

export function createBatchApplier({ db, clock, sealer, bulk, archive, contracts }: IngestionDeps): BatchApplier {
  const recordStorage = createRecordStorage(bulk);

  async function applyRows(kept: ArchivedBatch, row: BatchRow, onRows?: OnRows): Promise<BatchReport> {
    const { batch } = kept;
    const contract = contracts[batch.recordType];
    const target: MergeTarget = { recordType: batch.recordType, columns: columnsOf(contract) };
    return db.tx(async (tx) => {
      const stage = await openStage(tx, target);
      await stageRows({ stage, contract, sealer, storage: recordStorage.forBatch(contract) }, batch, onRows);
      if (batch.presentKeys !== undefined) await stagePresentKeys(tx, batch.presentKeys());
      const id = await insertBatch(tx, { ...row, archive: await kept.store() }, 'APPLIED');
      const hand = { batchId: id, agency: row.agency, file: row.file, asOf: row.asOf };
      const by = await absenceBy(tx, batch, row);
      const result = await mergeStage(tx, target, hand, {
        rows: stage.rows,
        quarantined: stage.quarantined,
        absenceBy: by,
      });
      if (!addsUp(result)) throw new Error(`rows of ${row.file} are not accounted for`);
      const unknownColumns = unknownHeaders(contract, batch.headers?.() ?? []);
      await closeBatch(tx, row, id, { result, unknownColumns, checkpoint: batch.checkpoint });
      return report(row, id, result, unknownColumns);
    });
  }

  async function refuse(row: BatchRow, error: WanjiaError): Promise<BatchReport> {
    const told = { code: error.code, message: error.messageIn('zh'), suggestion: error.suggestion };
    const id = await db.tx((tx) => insertRefusal(tx, row, told));
    const nothing = { rows: 0, accepted: 0, unchanged: 0, superseded: 0, quarantined: 0, ended: 0 };
    return { ...report(row, id, nothing, []), state: 'REFUSED', error: told };
  }

  return {
    async apply(batch, options = {}) {
      const row: BatchRow = {
        agency: batch.agency,
        recordType: batch.recordType,
        file: batch.name,
        mode: batch.mode,
        asOf: batch.asOf,
        deliveredAt: batch.deliveredAt,
        startedAt: clock.now(),
        sha256: batch.expected?.sha256 ?? null,
        source: null,
        archive: null,
        replayOf: options.replayOf ?? null,
      };
      let kept: ArchivedBatch | null = null;
      try {
        kept = await archive.keep(batch);
        const applied = await applyRows(kept, { ...row, source: kept.source }, options.onRows);
        if (applied.accepted >= MANY_ROWS) await db.execute(`analyze ${recordTable(applied.recordType)}`);
        return applied;
      } catch (error) {
        await kept?.discard();
        if (error instanceof WanjiaError) return refuse(row, error);
        throw error;
      }
    },
  };
}

function report(row: BatchRow, id: number, result: MergeResult, unknownColumns: readonly string[]): BatchReport {
  const { file, agency, recordType, asOf } = row;
  return { id, file, agency, recordType, asOf, state: 'APPLIED', ...result, unknownColumns, error: null };
}
