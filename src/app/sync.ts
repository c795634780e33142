/** Fetches what the agencies have, each by its connector, and carries it through to alerts. */
import { CONNECTOR_OF } from '../../connectors/index.ts';
import type { SourceBatch, SyncContext } from '../../connectors/sdk/index.ts';
import { AGENCIES, type AgencyId } from '../kernel/agency.ts';
import type { Day } from '../kernel/day.ts';
import { WanjiaError } from '../kernel/errors.ts';
import {
  type BatchReport,
  moveHubDay,
  noteSyncDone,
  noteSyncFailure,
  readCheckpoints,
} from '../modules/ingestion/index.ts';
import type { Hub } from './hub.ts';
import type { PipelineProgress } from './pipeline.ts';

/** How each configured agency is reached. */
export type AgencyConnections = Readonly<Partial<Record<AgencyId, unknown>>>;

/** What came of one agency's sync; a failure leaves what was committed before it. */
export interface SyncReport {
  readonly agency: AgencyId;
  readonly batches: readonly BatchReport[];
  readonly error: { readonly code: string; readonly message: string; readonly suggestion: string } | null;
}

export interface SyncRequest {
  readonly agency: AgencyId;
  readonly settings: unknown;
  /** The day the agency's records are asked for. */
  readonly today: Day;
  readonly signal?: AbortSignal;
  readonly progress?: PipelineProgress;
}

/** The agencies that are configured, all or the one asked for. */
export function configuredAgencies(connections: AgencyConnections, only?: AgencyId): readonly AgencyId[] {
  const found = AGENCIES.filter((agency) => connections[agency] != null && (only === undefined || only === agency));
  if (found.length === 0) throw new WanjiaError('SETTINGS_MISSING', { source: only ?? 'every agency' });
  return found;
}

function tell(error: unknown): SyncReport['error'] {
  if (!(error instanceof WanjiaError)) throw error;
  return { code: error.code, message: error.messageIn('zh'), suggestion: error.suggestion };
}

/** What a sync works on: the hub, or the process of one agency. */
export interface SyncTarget extends Pick<Hub, 'db' | 'clock' | 'log'> {
  readonly pipeline: Pick<Hub['pipeline'], 'ingestEach'>;
}

/** Fetches one agency's news and applies it batch by batch; a checkpoint moves with its batch's commit. */
export async function syncAgency(hub: SyncTarget, request: SyncRequest): Promise<SyncReport> {
  const { agency, settings, today } = request;
  const checkpoints = await readCheckpoints(hub.db, agency);
  const context: SyncContext = {
    settings,
    today,
    checkpoint: (recordType) => checkpoints.get(recordType) ?? null,
    log: {
      info: (fields, message) => hub.log.info(message, fields),
      warn: (fields, message) => hub.log.warn(message, fields),
    },
    signal: request.signal ?? new AbortController().signal,
    clock: hub.clock,
  };
  const batches: BatchReport[] = [];
  const committed = async function* (): AsyncGenerator<SourceBatch> {
    const connector = await CONNECTOR_OF[agency].connect();
    for await (const batch of connector.sync(context)) {
      yield batch;
      const report = batches.at(-1);
      if (report?.state === 'APPLIED' && batch.checkpoint !== undefined)
        checkpoints.set(batch.recordType, batch.checkpoint);
    }
  };
  try {
    const applied = (report: BatchReport): void => {
      batches.push(report);
      request.progress?.applied?.(report);
    };
    await hub.pipeline.ingestEach(committed(), { ...request.progress, applied });
    await noteSyncDone(hub.db, agency);
    return { agency, batches, error: null };
  } catch (error) {
    const told = tell(error);
    if (told !== null) await noteSyncFailure(hub.db, agency, told.code);
    return { agency, batches, error: told };
  } finally {
    await moveHubDay(hub.db, today);
  }
}
