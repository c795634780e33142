/** Exports: files of one moment, asked for, waited for, and gone on from by the feed. */
import {
  type ChangeType,
  type ExportCardFragment,
  ExportFilesDocument,
  type ExportFilesQuery,
  type ExportFormat,
  type HouseholdFilter,
  StartExportDocument,
} from './generated/operations.ts';
import { HubError } from './hub-error.ts';
import { pause } from './patience.ts';
import type { Transport } from './transport.ts';

export interface ExportRequest {
  readonly types: readonly ChangeType[];
  /** NDJSON_GZIP unless said. */
  readonly format?: ExportFormat | undefined;
  readonly filter?: HouseholdFilter | undefined;
  /** Only what changed after this cursor. */
  readonly since?: string | undefined;
}

export interface StartOptions {
  /** The same key starts the same export once, however often it is asked for; store it first to survive a crash. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type ExportProgress = ExportCardFragment;
/** A finished export and its files; each answer brings fresh links. */
export type ExportedFiles = NonNullable<ExportFilesQuery['export']>;
export type ExportedFile = NonNullable<ExportedFiles['files']>[number];

export interface WaitOptions {
  /** 1 second unless said. */
  readonly pollMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told how far it is; WAITING: another person has to agree. */
  readonly progress?: ((state: ExportProgress) => void) | undefined;
}

const ENDED_WITHOUT_FILES: ReadonlySet<string | null> = new Set(['REFUSED', 'FAILED', 'CANCELLED', 'EXPIRED']);

export async function startExport(
  ask: Transport,
  { format = 'NDJSON_GZIP', ...request }: ExportRequest,
  { key = crypto.randomUUID(), signal }: StartOptions,
): Promise<ExportProgress> {
  const variables = { input: { ...request, format }, key };
  const { data } = await ask({ query: StartExportDocument.toString(), variables, options: { signal } });
  const { startExport: started } = data as { readonly startExport: ExportProgress | null };
  if (started === null) throw new HubError({ code: 'FORBIDDEN', message: 'the hub started no export' });
  return started;
}

/** An export as it stands, with its files if it is done. */
export async function readExport(ask: Transport, id: string, signal?: AbortSignal): Promise<ExportedFiles> {
  const { data } = await ask({ query: ExportFilesDocument.toString(), variables: { id }, options: { signal } });
  const { export: found } = data as ExportFilesQuery;
  if (found === null) throw new HubError({ code: 'NOT_FOUND', message: `there is no export ${id} of this caller` });
  return found;
}

/** The files of a finished export; throws where there are none, with the code that says why. */
export async function finishedExport(ask: Transport, id: string, signal?: AbortSignal): Promise<ExportedFiles> {
  const found = await readExport(ask, id, signal);
  if (found.state === 'DONE') return found;
  const { error, state } = found;
  const message = error?.message ?? `the export is ${state}`;
  throw new HubError({ code: error?.code ?? `EXPORT_${state}`, message, suggestion: error?.suggestion ?? null });
}

export async function waitForExport(
  ask: Transport,
  id: string,
  { pollMs = 1_000, signal, progress }: WaitOptions,
): Promise<ExportedFiles> {
  for (;;) {
    const state = await readExport(ask, id, signal);
    progress?.(state);
    if (state.state === 'DONE' || ENDED_WITHOUT_FILES.has(state.state)) return finishedExport(ask, id, signal);
    await pause(pollMs, signal);
  }
}
