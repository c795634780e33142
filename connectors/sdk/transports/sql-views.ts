import { z } from 'zod';
import { AGENCY_OF } from '../../../src/kernel/agency.ts';
import { beijingTime, type Clock } from '../../../src/kernel/clock.ts';
import { addDays, type Day, parseDay } from '../../../src/kernel/day.ts';
import { type LocalTime, parseLocalTime } from '../../../src/kernel/local-time.ts';
import { COMMON_COLUMNS } from '../common-columns.ts';
import type { RawRow } from '../raw-row.ts';
import type { RecordContract } from '../record-contract.ts';
import type { SourceBatch } from '../source-batch.ts';
import { SourceError } from '../source-error.ts';
import { openSqlSession } from './open-sql-session.ts';
import { type Resilience, TransientError } from './resilience.ts';
import { numbered } from './row-numbers.ts';
import type { SqlSession } from './sql-session.ts';

const KEY = COMMON_COLUMNS.sourceKey.header;
const UPDATED_AT = COMMON_COLUMNS.updatedAt.header;

/** Changes that were committed late, or stamped by a slow clock, are met again. */
const OVERLAP_MS = 10 * 60_000;

const checkpointSchema = z.object({
  updatedThrough: z
    .custom<LocalTime>((value) => typeof value === 'string' && parseLocalTime(value) === value)
    .nullable(),
  keysOn: z.custom<Day>((value) => typeof value === 'string' && parseDay(value) === value),
});

type Checkpoint = z.infer<typeof checkpointSchema>;

export interface SqlViewsOptions {
  readonly source: string;
  readonly url: string;
  readonly resilience: Resilience;
  readonly clock: Clock;
  readonly today: Day;
  readonly signal: AbortSignal;
}

function earlier(time: LocalTime): LocalTime {
  return beijingTime(new Date(new Date(`${time.replace(' ', 'T')}+08:00`).getTime() - OVERLAP_MS));
}

/** Remembers the newest change seen; a clock that runs ahead may not make the hub skip what comes. */
class NewestChange {
  #time: LocalTime | null;
  readonly #latest: LocalTime;

  constructor(from: LocalTime | null, today: Day) {
    this.#time = from;
    this.#latest = `${addDays(today, 1)} 00:00:00` as LocalTime;
  }

  see(row: RawRow): void {
    const value = row[UPDATED_AT];
    const time = typeof value === 'string' ? parseLocalTime(value) : null;
    if (time !== null && time < this.#latest && (this.#time === null || time > this.#time)) this.#time = time;
  }

  get time(): LocalTime | null {
    return this.#time;
  }
}

/** Changes by 更新时间 from the views `v_<record type>`, and once a day the list of all keys. */
export class SqlViewsTransport {
  readonly #options: SqlViewsOptions;

  constructor(options: SqlViewsOptions) {
    this.#options = options;
  }

  /** What changed since the checkpoint, as one batch. */
  batchSince(contract: RecordContract, stored: unknown): SourceBatch {
    const { today, clock } = this.#options;
    const { recordType } = contract;
    const agency = AGENCY_OF[recordType];
    const checkpoint = checkpointSchema.safeParse(stored).data ?? null;
    const newest = new NewestChange(checkpoint?.updatedThrough ?? null, today);
    return {
      recordType,
      agency,
      name: `${agency}/${recordType}`,
      mode: 'incremental',
      asOf: today,
      deliveredAt: clock.now().toISOString(),
      rows: () => numbered(this.#changes(contract, checkpoint, newest)),
      ...(checkpoint?.keysOn !== today && { presentKeys: () => this.#keys(contract) }),
      get checkpoint(): Checkpoint {
        return { updatedThrough: newest.time, keysOn: today };
      },
    };
  }

  async *#changes(
    contract: RecordContract,
    checkpoint: Checkpoint | null,
    newest: NewestChange,
  ): AsyncGenerator<readonly RawRow[]> {
    const since = checkpoint?.updatedThrough ?? null;
    const chunks = this.#select((session) => {
      const all = `SELECT * FROM ${session.quote(viewOf(contract))}`;
      if (since === null) return { sql: all, parameters: [] };
      const column = session.quote(UPDATED_AT);
      const sql = `${all} WHERE ${column} >= ${session.parameter(1)} OR ${column} IS NULL`;
      return { sql, parameters: [earlier(since)] };
    });
    for await (const rows of chunks) {
      for (const row of rows) newest.see(row);
      yield rows;
    }
  }

  async *#keys(contract: RecordContract): AsyncGenerator<readonly string[]> {
    const chunks = this.#select((session) => ({
      sql: `SELECT ${session.quote(KEY)} FROM ${session.quote(viewOf(contract))}`,
      parameters: [],
    }));
    for await (const rows of chunks) {
      yield rows.flatMap((row) => {
        const key = COMMON_COLUMNS.sourceKey.kind.read(row[KEY] ?? null, { unchecked: false });
        return typeof key === 'string' ? [key] : [];
      });
    }
  }

  async *#select(
    query: (session: SqlSession) => { readonly sql: string; readonly parameters: readonly string[] },
  ): AsyncGenerator<readonly RawRow[]> {
    const { resilience, signal, url } = this.#options;
    const session = await resilience.run(async () => {
      try {
        return await openSqlSession(url, resilience.patience.timeoutMs);
      } catch (error) {
        throw new TransientError(this.#unreachable(error));
      }
    }, signal);
    try {
      const { sql, parameters } = query(session);
      for await (const rows of session.select(sql, parameters)) {
        signal.throwIfAborted();
        yield rows;
      }
    } catch (error) {
      throw error instanceof SourceError || signal.aborted ? error : this.#unreachable(error);
    } finally {
      await session.close().catch(() => undefined);
    }
  }

  /** A database's message can hold values: only its code is passed on. */
  #unreachable(cause: unknown): SourceError {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    return new SourceError('SOURCE_UNREACHABLE', { source: this.#options.source, detail: code }, { cause });
  }
}

function viewOf({ recordType }: RecordContract): string {
  return `v_${recordType.toLowerCase()}`;
}
