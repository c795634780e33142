/** What callers do with exports: ask for one, watch it, cancel it, answer another's, fetch the files. */
import { beijingDay, type Clock, momentOf } from '../../kernel/clock.ts';
import { type ErrorCode, WanjiaError } from '../../kernel/errors.ts';
import type { LocalTime } from '../../kernel/local-time.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { createExportStore } from './export.store.ts';
import type { Export, ExportCaller, ExportContent, Exporter, ExportFile } from './export.ts';
import { folderOf } from './file-set.ts';
import type { FileChunks, FileStore } from './file-store.ts';
import { FILE_FORMATS } from './format.ts';
import type { FileLinks } from './link.ts';
import { unpack } from './packing.ts';

/** What the policy says of exports. */
export interface ExportLimits {
  readonly rowsPerDay: number;
  readonly approvalFrom: number;
  readonly linkMinutes: number;
}

export interface ExportDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly links: FileLinks;
  readonly limits: ExportLimits;
  /** Tells the processes that run jobs. */
  wake(id: number): void;
}

/** What is asked for. */
export interface ExportRequest extends ExportContent {
  readonly caller: ExportCaller;
  /** About how many rows it will have. */
  readonly expectedRows: number;
  /** The caller's own limit; null: the policy's. */
  readonly rowsPerDay: number | null;
}

export type ExportRefusal = Extract<
  ErrorCode,
  'NOT_FOUND' | 'EXPORT_UNDER_WAY' | 'EXPORTS_EXHAUSTED' | 'EXPORT_OWN' | 'EXPORT_CLOSED'
>;

/** A file on its way out. */
export interface FetchedFile extends ExportFile {
  readonly contentType: string;
  read(): Promise<FileChunks>;
}

export interface Exports {
  /** Enters an export; it begins when it is woken. */
  start(request: ExportRequest, tx: Transaction): Promise<Result<number, ExportRefusal>>;
  /** Has what waits begun, soon. */
  wake(id: number): void;
  /** One of the caller's own; another's is as one that does not exist. */
  findOwn(id: number, caller: Exporter): Promise<Export | null>;
  /** The caller's own, the newest first. */
  listOf(caller: Exporter): Promise<readonly Export[]>;
  /** Those of others that wait for an answer. */
  listWaiting(answerer: Exporter): Promise<readonly Export[]>;
  filesOf(exported: Export): Promise<readonly ExportFile[]>;
  /** Path and query of a fresh link. */
  linkTo(exported: Export, file: ExportFile): string;
  answer(id: number, by: Exporter, confirmed: boolean): Promise<Result<null, ExportRefusal>>;
  cancel(id: number, by: Exporter): Promise<Result<null, ExportRefusal>>;
  /** The export and file of a link. Throws EXPORT_LINK_INVALID, EXPORT_LINK_STALE. */
  follow(url: URL): Promise<{ readonly exported: Export; readonly file: FetchedFile }>;
  /** Takes the files away before their time, for a reason. */
  withdraw(id: number, reason: ErrorCode): Promise<void>;
  /** Begins what was left behind and removes what has expired; tells how many exports that were. */
  tend(): Promise<{ readonly begun: number; readonly removed: number }>;
}

const MINUTE_MS = 60_000;

/** Since when a day's rows count. */
const beginOfDay = (now: Date): Date => momentOf(`${beijingDay(now)} 00:00:00` as LocalTime);

const isOf = ({ organisation, subject }: Export, by: Exporter): boolean =>
  organisation === by.organisation && subject === by.subject;

export function createExports({ db, clock, files, links, limits, wake }: ExportDeps): Exports {
  const store = createExportStore(db);

  async function findOwn(id: number, caller: Exporter): Promise<Export | null> {
    const found = await store.find(id);
    return found !== null && isOf(found, caller) ? found : null;
  }

  async function expire(id: number, reason: ErrorCode | null): Promise<void> {
    // First nobody finds them, then they go.
    await store.expire(id, reason);
    await files.remove(String(id));
  }

  return {
    wake,
    async start({ caller, expectedRows, rowsPerDay, ...content }, tx) {
      const within = createExportStore(tx);
      const now = clock.now();
      const left = (rowsPerDay ?? limits.rowsPerDay) - (await within.rowsSince(caller, beginOfDay(now)));
      if (expectedRows > left) return fail('EXPORTS_EXHAUSTED');
      const state = expectedRows >= limits.approvalFrom ? 'WAITING' : 'QUEUED';
      const draft = { ...caller, ...content, state, requestedAt: now, expectedRows, rowLimit: left } as const;
      const id = await within.add(draft);
      return id === null ? fail('EXPORT_UNDER_WAY') : succeed(id);
    },
    findOwn,
    listOf: (caller) => store.listOf(caller),
    listWaiting: (answerer) => store.listWaiting(answerer),
    filesOf: ({ id, state }) => (state === 'DONE' ? store.filesOf(id) : Promise.resolve([])),
    linkTo: (exported, { name }) =>
      links.make({ id: exported.id, name }, exported, new Date(clock.now().getTime() + limits.linkMinutes * MINUTE_MS)),
    async answer(id, by, confirmed) {
      if (await store.answer(id, by, { confirmed, at: clock.now() })) return succeed(null);
      return fail((await store.find(id))?.subject === by.subject ? 'EXPORT_OWN' : 'EXPORT_CLOSED');
    },
    async cancel(id, by) {
      if ((await findOwn(id, by)) === null) return fail('NOT_FOUND');
      if (!(await store.cancel(id, clock.now()))) return fail('EXPORT_CLOSED');
      // What a process that died has left; one that lives removes what it writes.
      await files.remove(String(id));
      return succeed(null);
    },
    async follow(url) {
      const { id, name } = links.read(url);
      const exported = await store.find(id);
      // A link to nothing and a link to another's are answered alike.
      if (exported === null) throw new WanjiaError('EXPORT_LINK_INVALID');
      links.check(url, exported, clock.now());
      const file = (await store.filesOf(id)).find((one) => one.name === name);
      if (exported.state !== 'DONE' || file === undefined) throw new WanjiaError('EXPORT_LINK_STALE');
      const { contentType, isPacked } = FILE_FORMATS[exported.format];
      const read = async (): Promise<FileChunks> => {
        const kept = await files.get(`${folderOf(exported)}/${name}`);
        return isPacked ? kept : unpack(kept);
      };
      return { exported, file: { ...file, contentType, read } };
    },
    withdraw: expire,
    async tend() {
      const now = clock.now();
      const [waiting, over] = await Promise.all([store.listUnattended(now), store.listExpired(now)]);
      for (const id of waiting) wake(id);
      for (const id of over) await expire(id, null);
      return { begun: waiting.length, removed: over.length };
    },
  };
}
