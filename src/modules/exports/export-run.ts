/**
 * Carries an export out. An attempt reads one snapshot from its beginning to its end; what an attempt that was cut off
 * left behind is removed, and the next one begins with a snapshot, and a cursor, of its own. Half an export would have
 * to hold its snapshot over the death of the process that reads it.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kernel/clock.ts';
import { type ErrorCode, WanjiaError } from '../../kernel/errors.ts';
import type { Log } from '../../platform/log.ts';
import type { RecordLines } from './columns.ts';
import type { ExportOutcome, ExportStore } from './export.store.ts';
import type { Export, FileContent } from './export.ts';
import { type FileSet, type FileSetDeps, folderOf, openFileSet } from './file-set.ts';

/** Some rows of one type. */
export interface RecordPage extends RecordLines {
  readonly type: FileContent;
}

/** What the caller of an export may see at one moment. */
export interface SnapshotReading {
  /** Where the feed goes on from that moment. */
  readonly cursor: string;
  pages(): AsyncIterable<RecordPage>;
  /** Consents without which it would have seen less; known when all pages were read. */
  consents(): readonly string[];
  close(): Promise<void>;
}

export interface ExportRunDeps extends FileSetDeps {
  readonly exports: ExportStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly keepHours: number;
  /** Throws what the caller is told, such as EXPORT_GRANT_CHANGED. */
  open(exported: Export): Promise<SnapshotReading>;
  /** After so long without a word from it, a process is taken for dead. */
  readonly leaseMs?: number;
}

export interface ExportRun {
  /** Carries an export out, unless somebody else does. */
  run(id: number): Promise<void>;
  /** Removes what processes that died left on this machine. */
  tidy(): Promise<void>;
  /** Leaves what is under way to the next process. */
  close(): Promise<void>;
}

const LEASE_MS = 30_000;
/** Signs of life within one lease. */
const BEATS = 10;
const MOST_ATTEMPTS = 5;
const HOUR_MS = 3_600_000;

/** What another attempt would not mend. */
const FINAL: ReadonlySet<ErrorCode> = new Set([
  ...(['EXPORT_GRANT_CHANGED', 'EXPORTS_EXHAUSTED', 'EXPORT_STORE_FULL', 'EXPORT_STORE_FAILED'] as const),
  ...(['EXPORT_GIVEN_UP', 'NOT_ADMITTED', 'FORBIDDEN', 'NO_DATA_YET', 'SEALING_KEY_MISSING'] as const),
]);

/** The attempt is over, whatever was written. */
class AttemptEnded extends Error {}

export function createExportRun(deps: ExportRunDeps): ExportRun {
  const { exports, files, scratch, clock, log, open, keepHours, leaseMs = LEASE_MS } = deps;
  const underWay = new Set<Promise<void>>();
  const writing = new Set<FileSet>();
  let closing = false;

  const leasedUntil = (): Date => new Date(clock.now().getTime() + leaseMs);

  /** Tells how far the attempt is, and that it lives; one that is not ours any more ends, whatever it waits for. */
  function startBeat(attempt: {
    readonly exported: Export;
    readonly set: FileSet;
    rows: number;
    ours: boolean;
  }): () => void {
    const beat = setInterval(() => {
      exports.advance({ ...attempt.exported, rows: attempt.rows }, leasedUntil()).then(
        async (ours) => {
          attempt.ours &&= ours;
          if (!ours) await attempt.set.abandon();
        },
        // A database that is away for a while is asked again at the next beat.
        () => undefined,
      );
    }, leaseMs / BEATS);
    return () => clearInterval(beat);
  }

  async function write(exported: Export, reading: SnapshotReading, set: FileSet): Promise<ExportOutcome> {
    const attempt = { exported, set, rows: 0, ours: true };
    const stop = startBeat(attempt);
    writing.add(set);
    try {
      for await (const page of reading.pages()) {
        if (closing || !attempt.ours) throw new AttemptEnded();
        attempt.rows += page.rows;
        if (attempt.rows > exported.rowLimit) throw new WanjiaError('EXPORTS_EXHAUSTED', { limit: exported.rowLimit });
        await set.write(page.type, page);
      }
      const written = await set.finish();
      const at = clock.now();
      const expiresAt = new Date(at.getTime() + keepHours * HOUR_MS);
      const { cursor } = reading;
      return { rows: attempt.rows, cursor, consents: reading.consents(), files: written, at, expiresAt };
    } catch (error) {
      await set.abandon();
      throw closing || !attempt.ours ? new AttemptEnded() : error;
    } finally {
      writing.delete(set);
      stop();
    }
  }

  async function attempt(exported: Export): Promise<void> {
    const reading = await open(exported);
    try {
      const outcome = await write(exported, reading, openFileSet(exported, deps));
      if (!(await exports.finish(exported, outcome))) throw new AttemptEnded();
      log.info('an export is done', { export: exported.id, rows: outcome.rows, files: outcome.files.length });
    } finally {
      await reading.close();
    }
  }

  async function settle(exported: Export, error: unknown): Promise<void> {
    await files.remove(folderOf(exported)).catch((cause: unknown) => log.error('files of an export were left', cause));
    if (error instanceof AttemptEnded) return exports.release(exported);
    const code = error instanceof WanjiaError && FINAL.has(error.code) ? error.code : null;
    log.error('an export failed', error, { export: exported.id, attempt: exported.attempts });
    if (code === null) await exports.release(exported);
    else await exports.fail(exported, code, clock.now());
  }

  async function run(id: number): Promise<void> {
    const exported = await exports.claim(id, clock.now(), leasedUntil());
    if (exported === null) return;
    try {
      if (exported.attempts > MOST_ATTEMPTS) throw new WanjiaError('EXPORT_GIVEN_UP', { attempts: MOST_ATTEMPTS });
      await files.remove(String(id));
      await rm(join(scratch, String(id)), { recursive: true, force: true });
      await attempt(exported);
    } catch (error) {
      await settle(exported, error);
    }
  }

  return {
    run: (id) => {
      if (closing) return Promise.resolve();
      const running = run(id).finally(() => underWay.delete(running));
      underWay.add(running);
      return running;
    },
    async tidy() {
      for (const name of await readdir(scratch).catch(() => []))
        if ((await exports.find(Number(name)))?.state !== 'RUNNING')
          await rm(join(scratch, name), { recursive: true, force: true });
    },
    async close() {
      closing = true;
      await Promise.all([...writing].map((set) => set.abandon()));
      await Promise.allSettled(underWay);
    },
  };
}
