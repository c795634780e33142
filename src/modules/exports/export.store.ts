/** What is on record of exports. */
import type { ErrorCode } from '../../kernel/errors.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Export, ExportCaller, ExportContent, Exporter, ExportFile, ExportState } from './export.ts';

const COLUMNS = `id, organisation, subject, identity, purpose, "grant", types, format, filter, after, state,
  requested_at AS "requestedAt", expected_rows AS "expectedRows", rows, row_limit AS "rowLimit",
  answered_by AS "answeredBy", answered_at AS "answeredAt", attempts, cursor, finished_at AS "finishedAt",
  expires_at AS "expiresAt", error, consents`;

const INSERT = `INSERT INTO export (organisation, subject, identity, purpose, "grant", types, format, filter, after,
    state, active, requested_at, expected_rows, row_limit, consents)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '{}')
  ON CONFLICT (active) DO NOTHING RETURNING id`;

/** Taken in hand by one process; one that has died leaves it to the next. */
const CLAIM = `UPDATE export SET state = 'RUNNING', attempts = attempts + 1, rows = 0, leased_until = $3
  WHERE id = $1 AND (state = 'QUEUED' OR state = 'RUNNING' AND leased_until <= $2) RETURNING ${COLUMNS}`;

const ENDED = 'active = NULL, leased_until = NULL';

/** Exports listed at once, the newest first. */
const LISTED = 100;

/** A new export and how it begins. */
export interface ExportDraft extends ExportCaller, ExportContent {
  readonly state: Extract<ExportState, 'WAITING' | 'QUEUED'>;
  readonly requestedAt: Date;
  readonly expectedRows: number;
  readonly rowLimit: number;
}

export interface ExportOutcome {
  readonly rows: number;
  readonly cursor: string;
  readonly consents: readonly string[];
  readonly files: readonly ExportFile[];
  readonly at: Date;
  readonly expiresAt: Date;
}

export interface ExportStore {
  /** Null: the caller has one under way. */
  add(draft: ExportDraft): Promise<number | null>;
  find(id: number): Promise<Export | null>;
  listOf(caller: Exporter): Promise<Export[]>;
  /** Everybody's. */
  listAll(): Promise<Export[]>;
  /** Those of others that wait for an answer. */
  listWaiting(answerer: Exporter): Promise<Export[]>;
  /** Those to be begun, or left behind by a process that died. */
  listUnattended(now: Date): Promise<number[]>;
  filesOf(id: number): Promise<ExportFile[]>;
  /** Rows a caller exported, or may yet export, since a moment. */
  rowsSince(caller: Exporter, since: Date): Promise<number>;
  /** Answers an export of somebody else; false: it does not wait for it. */
  answer(id: number, by: Exporter, given: { readonly confirmed: boolean; readonly at: Date }): Promise<boolean>;
  /** False: it has ended. */
  cancel(id: number, at: Date): Promise<boolean>;
  claim(id: number, now: Date, leasedUntil: Date): Promise<Export | null>;
  /** Tells how far an attempt is and keeps it in hand; false: it is not this attempt's any more. */
  advance(exported: Pick<Export, 'id' | 'attempts' | 'rows'>, leasedUntil: Date): Promise<boolean>;
  /** Leaves an attempt to another. */
  release(exported: Pick<Export, 'id' | 'attempts'>): Promise<void>;
  finish(exported: Pick<Export, 'id' | 'attempts'>, outcome: ExportOutcome): Promise<boolean>;
  /** False: the attempt is over. */
  fail(exported: Pick<Export, 'id' | 'attempts'>, error: ErrorCode, at: Date): Promise<boolean>;
  /** Its files are gone, because their time is over or for a reason. */
  expire(id: number, error: ErrorCode | null): Promise<void>;
  /** Those whose files are to go. */
  listExpired(now: Date): Promise<number[]>;
}

const activeName = ({ organisation, subject }: Exporter): string => JSON.stringify([organisation, subject]);

/** JSON keeps moments as text. */
const read = ({ identity, ...row }: Export): Export => ({
  ...row,
  identity: { ...identity, issuedAt: new Date(identity.issuedAt) },
});

export function createExportStore(db: Queryable): ExportStore {
  const select = async (where: string, params: readonly unknown[]): Promise<Export[]> =>
    (
      await db.query<Export>(`SELECT ${COLUMNS} FROM export WHERE ${where} ORDER BY id DESC LIMIT ${LISTED}`, params)
    ).map(read);
  const ids = async (where: string, now: Date): Promise<number[]> =>
    (await db.query<{ id: number }>(`SELECT id FROM export WHERE ${where} ORDER BY id`, [now])).map(({ id }) => id);
  return {
    async add({ identity, filter, ...draft }) {
      const { organisation, subject, purpose, grant, types, format, after, state } = draft;
      const [row] = await db.query<{ id: number }>(INSERT, [
        ...[organisation, subject, JSON.stringify(identity), purpose, grant, types, format, JSON.stringify(filter)],
        ...[after, state, activeName(draft), draft.requestedAt, draft.expectedRows, draft.rowLimit],
      ]);
      return row?.id ?? null;
    },
    find: async (id) => (await select('id = $1', [id]))[0] ?? null,
    listOf: ({ organisation, subject }) => select('organisation = $1 AND subject = $2', [organisation, subject]),
    listAll: () => select('true', []),
    listWaiting: ({ subject }) => select(`state = 'WAITING' AND subject <> $1`, [subject]),
    listUnattended: (now) => ids(`state = 'QUEUED' OR state = 'RUNNING' AND leased_until <= $1`, now),
    filesOf: (id) =>
      db.query<ExportFile>(
        'SELECT name, type, part, rows, bytes, sha256 FROM export_file WHERE export_id = $1 ORDER BY type, part',
        [id],
      ),
    async rowsSince({ organisation, subject }, since) {
      const [sum] = await db.query<{ rows: number }>(
        `SELECT coalesce(sum(CASE WHEN active IS NULL THEN rows ELSE greatest(rows, expected_rows) END), 0)::float8 AS rows
         FROM export WHERE organisation = $1 AND subject = $2 AND requested_at >= $3`,
        [organisation, subject, since],
      );
      return sum?.rows ?? 0;
    },
    async answer(id, { organisation, subject }, { confirmed, at }) {
      const state = confirmed ? 'QUEUED' : 'REFUSED';
      const active = confirmed ? 'active' : 'NULL';
      // One person is one person, in whichever organisation they act.
      return (
        (await db.execute(
          `UPDATE export SET state = $2, active = ${active}, answered_by = $3, answered_in = $4, answered_at = $5
           WHERE id = $1 AND state = 'WAITING' AND subject <> $3`,
          [id, state, subject, organisation, at],
        )) === 1
      );
    },
    cancel: async (id, at) =>
      (await db.execute(
        `UPDATE export SET state = 'CANCELLED', finished_at = $2, ${ENDED}
         WHERE id = $1 AND state IN ('WAITING', 'QUEUED', 'RUNNING')`,
        [id, at],
      )) === 1,
    claim: async (id, now, leasedUntil) => (await db.query<Export>(CLAIM, [id, now, leasedUntil])).map(read)[0] ?? null,
    advance: async ({ id, attempts, rows }, leasedUntil) =>
      (await db.execute(
        `UPDATE export SET rows = $3, leased_until = $4 WHERE id = $1 AND attempts = $2 AND state = 'RUNNING'`,
        [id, attempts, rows, leasedUntil],
      )) === 1,
    async release({ id, attempts }) {
      await db.execute(
        `UPDATE export SET state = 'QUEUED', rows = 0, leased_until = NULL
         WHERE id = $1 AND attempts = $2 AND state = 'RUNNING'`,
        [id, attempts],
      );
    },
    async finish({ id, attempts }, { rows, cursor, consents, files, at, expiresAt }) {
      const [done] = await db.query<{ id: number }>(
        `WITH done AS (
           UPDATE export SET state = 'DONE', rows = $3, cursor = $4, consents = $5, finished_at = $6, expires_at = $7,
             ${ENDED} WHERE id = $1 AND attempts = $2 AND state = 'RUNNING' RETURNING id),
         kept AS (INSERT INTO export_file (export_id, name, type, part, rows, bytes, sha256)
           SELECT done.id, f.* FROM done CROSS JOIN json_to_recordset($8::json)
             AS f(name text, type text, part int, rows int, bytes bigint, sha256 text))
         SELECT id FROM done`,
        [id, attempts, rows, cursor, consents, at, expiresAt, JSON.stringify(files)],
      );
      return done !== undefined;
    },
    fail: async ({ id, attempts }, error, at) =>
      (await db.execute(
        `UPDATE export SET state = 'FAILED', error = $3, finished_at = $4, ${ENDED}
         WHERE id = $1 AND attempts = $2 AND state = 'RUNNING'`,
        [id, attempts, error, at],
      )) === 1,
    async expire(id, error) {
      await db.execute(
        `WITH over AS (UPDATE export SET state = 'EXPIRED', error = $2 WHERE id = $1 AND state = 'DONE' RETURNING id)
         DELETE FROM export_file WHERE export_id IN (SELECT id FROM over)`,
        [id, error],
      );
    },
    listExpired: (now) => ids(`state = 'DONE' AND expires_at <= $1`, now),
  };
}
