/**
 * The way of the data, top to bottom:
 *
 *   batch → ingestion → identity → household → discovery → alerting
 *
 * Every stage takes the marks the stage before left and leaves its own, in the transaction of its results. Whatever
 * stops the process, the next run goes on from the marks and ends in the same state.
 */
import type { SourceBatch } from '../../connectors/sdk/index.ts';
import type { RecordType } from '../kernel/agency.ts';
import type { Day } from '../kernel/day.ts';
import type { AlertCounts, Alerting } from '../modules/alerting/index.ts';
import type { Cases } from '../modules/casework/index.ts';
import type { Discovery, FullPass } from '../modules/discovery/index.ts';
import type { HouseholdService, RebuildReport } from '../modules/household/index.ts';
import type { IdentityResolver, ResolveReport } from '../modules/identity/index.ts';
import { type BatchApplier, type BatchReport, openHubDays, readHubDays } from '../modules/ingestion/index.ts';
import type { Database } from '../platform/database/database.ts';
import { inLanes } from './lanes.ts';

/** What a run tells while it goes on. */
export interface PipelineProgress {
  rows?(batch: SourceBatch, rows: number): void;
  applied?(report: BatchReport): void;
  households?(done: number, total: number): void;
}

/** What followed from the records: links, profiles, hits, alerts. */
export interface DeriveReport {
  readonly day: Day;
  readonly identity: ResolveReport;
  readonly households: RebuildReport;
  readonly alerts: AlertCounts;
}

export interface PipelineDeps {
  readonly db: Database;
  readonly applier: BatchApplier;
  readonly identity: IdentityResolver;
  readonly households: HouseholdService;
  readonly discovery: Discovery;
  readonly alerting: Alerting;
  readonly cases: Pick<Cases, 'follow'>;
}

export interface Pipeline {
  /** Applies batches that have all arrived, two record types at a time. */
  ingest(batches: readonly SourceBatch[], progress?: PipelineProgress): Promise<readonly BatchReport[]>;
  /** Applies batches one after the other, as a connector yields them: each is committed before the next is asked for. */
  ingestEach(batches: AsyncIterable<SourceBatch>, progress?: PipelineProgress): Promise<readonly BatchReport[]>;
  /** Carries the marks through to alerts. Null before the first delivery. */
  derive(progress?: PipelineProgress): Promise<DeriveReport | null>;
  /** Carries the marks on, then judges everything beside what the increments wrote. Null before the first delivery. */
  recheck(at: Date): Promise<FullPass | null>;
}

const LANES = 2;
/** After so many households, what their marks and counts leave behind would be read again by whatever follows. */
const MANY_HOUSEHOLDS = 5_000;
const EMPTIED =
  'vacuum subject_mark, anchor_mark, household_mark, judgement_mark, alert_mark, household_tally, alert_tally';
/** One process at a time carries marks on, whatever machine it runs on. */
const DERIVE_LOCK = 'wanjia:derive';

function byRecordType(batches: readonly SourceBatch[]): readonly (readonly SourceBatch[])[] {
  const groups = new Map<RecordType, SourceBatch[]>();
  const inOrder = [...batches].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const batch of inOrder) {
    const group = groups.get(batch.recordType);
    if (group === undefined) groups.set(batch.recordType, [batch]);
    else group.push(batch);
  }
  const rows = (group: readonly SourceBatch[]): number =>
    group.reduce((sum, batch) => sum + (batch.expected?.rows ?? 0), 0);
  return [...groups.values()].sort((a, b) => rows(b) - rows(a));
}

/** Applies batches: the first stage by itself, for a process that has no other. */
export function createIntake(applier: BatchApplier): Pick<Pipeline, 'ingest' | 'ingestEach'> {
  async function applyOne(batch: SourceBatch, progress: PipelineProgress): Promise<BatchReport> {
    const report = await applier.apply(batch, { onRows: (rows) => progress.rows?.(batch, rows) });
    progress.applied?.(report);
    return report;
  }

  return {
    async ingest(batches, progress = {}) {
      const reports: BatchReport[] = [];
      await inLanes(byRecordType(batches), LANES, async (group) => {
        for (const batch of group) reports.push(await applyOne(batch, progress));
      });
      return reports;
    },
    async ingestEach(batches, progress = {}) {
      const reports: BatchReport[] = [];
      for await (const batch of batches) reports.push(await applyOne(batch, progress));
      return reports;
    },
  };
}

export function createPipeline(deps: PipelineDeps): Pipeline {
  const { db, applier } = deps;

  async function deriveAlone(progress: PipelineProgress): Promise<DeriveReport | null> {
    const identity = await deps.identity.resolve();
    const days = await readHubDays(db);
    if (days === null) return null;
    const day = days.today;
    const households = await deps.households.rebuildMarked(day, progress.households);
    await openHubDays(db);
    await deps.cases.follow(day);
    await deps.discovery.evaluate({ day, scope: 'marked', write: true });
    const alerts = await deps.alerting.apply(day);
    if (households.built >= MANY_HOUSEHOLDS) await db.execute(EMPTIED);
    return { day, identity, households, alerts };
  }

  return {
    ...createIntake(applier),
    derive: (progress = {}) => db.withLock(DERIVE_LOCK, () => deriveAlone(progress)),
    recheck: (at) =>
      db.withLock(DERIVE_LOCK, async () => {
        const derived = await deriveAlone({});
        if (derived === null) return null;
        const pass = await deps.discovery.recheck(derived.day, at);
        if (pass.drifted > 0) await deps.alerting.apply(derived.day);
        return pass;
      }),
  };
}
