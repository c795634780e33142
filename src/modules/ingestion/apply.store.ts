/** Applies one batch in one transaction: rows, account, archive name, feed and hub day commit together or not at all. */
import type { AgencyId, RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import { type CopyRow, CopyText } from '../../platform/database/copy.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { lookUpOneByOne } from '../../platform/database/few.ts';
import type { Account } from './batch.ts';
import {
  BAD_COLUMNS,
  type BatchInHand,
  COUNT_VERDICTS,
  createStage,
  endAbsent,
  FINDING_COLUMNS,
  findAbsent,
  keepFindings,
  keepUnreadable,
  type MergeTarget,
  markChanged,
  NONE_ABSENT,
  NUMBER_COLUMNS,
  registerSubjects,
  type Statement,
  SUPERSEDE_WITHIN,
  stageColumns,
  UNKNOWN_NUMBERS,
  weigh,
  writeWinners,
} from './merge-sql.ts';
import type { BatchStorage } from './record-storage.ts';

/** Rows gathered for one COPY: enough to be fast, few enough to be small. */
const FLUSH_ROWS = 5_000;
/** From so many rows on, a batch is compared with what is held as a whole. */
const MANY_ROWS = 200;

type Numbers = Pick<BatchStorage, 'takeNumbers' | 'sealNumber'>;

/** Takes the rows of a batch into the stage. */
export class StageWriter {
  readonly #good = new CopyText();
  #bad: CopyRow[] = [];
  #findings: CopyRow[] = [];
  #quarantined = 0;
  #rows = 0;
  readonly #tx: Transaction;
  readonly #columns: readonly string[];

  constructor(tx: Transaction, target: MergeTarget) {
    this.#tx = tx;
    this.#columns = stageColumns(target);
  }

  get rows(): number {
    return this.#rows;
  }

  get quarantined(): number {
    return this.#quarantined;
  }

  addReadable(row: CopyRow): void {
    this.#rows += 1;
    this.#good.add(row);
  }

  addFinding(row: CopyRow): void {
    this.#findings.push(row);
  }

  addUnreadable(row: CopyRow): void {
    this.#rows += 1;
    this.#quarantined += 1;
    this.#bad.push(row);
  }

  /** Writes what has gathered, if it is enough or the end. */
  async flush(numbers: Numbers, atEnd = false): Promise<void> {
    if (!atEnd && this.#good.rows + this.#bad.length < FLUSH_ROWS) return;
    const [bad, findings] = [this.#bad, this.#findings];
    this.#bad = [];
    this.#findings = [];
    if (this.#good.rows > 0) await this.#tx.copyInto('stage', this.#columns, this.#good);
    if (bad.length > 0) await this.#tx.copyInto('stage_bad', BAD_COLUMNS, bad);
    await this.#stageNumbers(numbers);
    if (findings.length > 0) await this.#tx.copyInto('stage_finding', FINDING_COLUMNS, findings);
  }

  /** Most numbers stand sealed already, from another file or an earlier day: only the others are sealed. */
  async #stageNumbers(numbers: Numbers): Promise<void> {
    const met = numbers.takeNumbers();
    if (met.size === 0) return;
    const unknown = await this.#tx.query<readonly [string]>(UNKNOWN_NUMBERS, [[...met.keys()]], {
      name: 'unknown numbers',
      rowMode: 'array',
    });
    const sealed = unknown.map(([index]) => [index, numbers.sealNumber(met.get(index) ?? '')]);
    if (sealed.length > 0) await this.#tx.copyInto('stage_number', NUMBER_COLUMNS, sealed);
  }
}

export async function openStage(tx: Transaction, target: MergeTarget): Promise<StageWriter> {
  for (const text of createStage(target)) await tx.execute(text);
  return new StageWriter(tx, target);
}

/** Writes the full key list that an incremental batch brings along; returns how many keys. */
export async function stagePresentKeys(tx: Transaction, keys: AsyncIterable<readonly string[]>): Promise<void> {
  for await (const chunk of keys)
    await tx.copyInto(
      'stage_present',
      ['source_key'],
      chunk.map((key) => [key]),
    );
}

/** How absence ends records: by the batch's own rows, by a key list beside them, or not at all. */
export type AbsenceBy = 'stage' | 'stage_present' | null;

/** The account of a merged batch. */
export interface MergeResult extends Account {
  readonly ended: number;
}

async function run(tx: Transaction, statements: readonly Statement[]): Promise<number[]> {
  const touched: number[] = [];
  for (const { text, values } of statements) touched.push(await tx.execute(text, values));
  return touched;
}

async function endByAbsence(tx: Transaction, target: MergeTarget, by: AbsenceBy, hand: BatchInHand): Promise<number> {
  if (by === null) {
    await tx.execute(NONE_ABSENT);
    return 0;
  }
  const [, ended] = await run(tx, [findAbsent(target, by, hand), endAbsent(target, hand.asOf)]);
  return ended ?? 0;
}

/** Weighs the staged rows against what is held and writes what won. */
export async function mergeStage(
  tx: Transaction,
  target: MergeTarget,
  hand: BatchInHand,
  stage: { readonly rows: number; readonly quarantined: number; readonly absenceBy: AbsenceBy },
): Promise<MergeResult> {
  // Two batches of one record type at once would each miss what the other is about to hold.
  await tx.lock(`wanjia:merge:${target.recordType}`);
  if (stage.rows < MANY_ROWS && stage.absenceBy === null) await lookUpOneByOne(tx);
  for (const text of registerSubjects(target)) await tx.execute(text);
  await tx.execute(SUPERSEDE_WITHIN[0]);
  const lost = await tx.execute(SUPERSEDE_WITHIN[1]);
  await tx.execute(weigh(target));
  const [counts] = await tx.query<{ accepted: number; unchanged: number; superseded: number }>(COUNT_VERDICTS);
  const [, , deleted] = await run(tx, writeWinners(target, hand));
  const absent = await endByAbsence(tx, target, stage.absenceBy, hand);
  for (const text of markChanged(target)) await tx.execute(text);
  await run(tx, [...keepUnreadable(target, hand), ...keepFindings(target, hand)]);
  return {
    rows: stage.rows,
    accepted: counts?.accepted ?? 0,
    unchanged: counts?.unchanged ?? 0,
    superseded: lost + (counts?.superseded ?? 0),
    quarantined: stage.quarantined,
    ended: (deleted ?? 0) + absent,
  };
}

/** What a batch row says before its rows are known. */
export interface BatchRow {
  readonly agency: AgencyId;
  readonly recordType: RecordType;
  readonly file: string;
  readonly mode: 'full' | 'incremental';
  readonly asOf: Day;
  readonly deliveredAt: string;
  readonly startedAt: Date;
  readonly sha256: string | null;
  readonly source: unknown;
  readonly archive: string | null;
  readonly replayOf: number | null;
}

/** Opens the batch's account; its figures follow. */
export async function insertBatch(tx: Transaction, batch: BatchRow, state: 'APPLIED' | 'REFUSED'): Promise<number> {
  await tx.execute('insert into feed (agency, record_type) values ($1, $2) on conflict do nothing', [
    batch.agency,
    batch.recordType,
  ]);
  const [row] = await tx.query<{ id: number }>(
    `insert into batch (agency, record_type, file, mode, as_of, delivered_at, started_at, state, sha256, source, archive, replay_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      batch.agency,
      batch.recordType,
      batch.file,
      batch.mode,
      batch.asOf,
      batch.deliveredAt,
      batch.startedAt,
      state,
      batch.sha256,
      JSON.stringify(batch.source),
      batch.archive,
      batch.replayOf,
    ],
  );
  if (row === undefined) throw new Error('the batch was not inserted');
  return row.id;
}

/** Writes the account, moves the feed and the hub's day forward. */
export async function closeBatch(
  tx: Transaction,
  batch: BatchRow,
  id: number,
  outcome: { readonly result: MergeResult; readonly unknownColumns: readonly string[]; readonly checkpoint: unknown },
): Promise<void> {
  const { result } = outcome;
  await tx.execute(
    `update batch set rows = $2, accepted = $3, unchanged = $4, superseded = $5, quarantined = $6, ended = $7,
       unknown_columns = $8, finished_at = clock_timestamp() where id = $1`,
    [
      id,
      result.rows,
      result.accepted,
      result.unchanged,
      result.superseded,
      result.quarantined,
      result.ended,
      outcome.unknownColumns,
    ],
  );
  await tx.execute(
    `update feed set last_delivered_at = greatest(last_delivered_at, $3::timestamptz), data_as_of = greatest(data_as_of, $4::date),
       full_as_of = case when $5 then greatest(full_as_of, $4::date) else full_as_of end,
       checkpoint = coalesce($6::jsonb, checkpoint), last_error_code = null, last_error_at = null
     where agency = $1 and record_type = $2`,
    [
      batch.agency,
      batch.recordType,
      batch.deliveredAt,
      batch.asOf,
      batch.mode === 'full',
      outcome.checkpoint === undefined ? null : JSON.stringify(outcome.checkpoint),
    ],
  );
  await tx.execute(
    'insert into hub_day (id, day) values (1, $1::date) on conflict (id) do update set day = greatest(hub_day.day, excluded.day)',
    [batch.asOf],
  );
  await tx.execute('update batch set known_on = (select day from hub_day) where id = $1', [id]);
}

/** Keeps that a batch was refused, and why. */
export async function insertRefusal(
  tx: Transaction,
  batch: BatchRow,
  error: { readonly code: string; readonly message: string },
): Promise<number> {
  const id = await insertBatch(tx, batch, 'REFUSED');
  await tx.execute(
    'update batch set error_code = $2, error_message = $3, finished_at = clock_timestamp() where id = $1',
    [id, error.code, error.message],
  );
  await tx.execute(
    'update feed set last_error_code = $3, last_error_at = clock_timestamp() where agency = $1 and record_type = $2',
    [batch.agency, batch.recordType, error.code],
  );
  return id;
}

/** Whether a full list of this day may end what it lacks: not where a list of a later day was applied. */
export async function mayEndByAbsence(tx: Transaction, batch: BatchRow): Promise<boolean> {
  const rows = await tx.query<{ full_as_of: Day | null }>(
    'select full_as_of from feed where agency = $1 and record_type = $2',
    [batch.agency, batch.recordType],
  );
  const newest = rows[0]?.full_as_of ?? null;
  return newest === null || newest <= batch.asOf;
}
