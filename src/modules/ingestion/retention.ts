/** Removes what holds personal values in the raw once its time has passed: archived batches and quarantined rows. */
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Archive } from './archive.ts';

export interface RetentionDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly archive: Archive;
  readonly archiveDays: number;
  readonly quarantineDays: number;
}

/** How many copies and raw rows were removed. */
export interface RetentionReport {
  readonly archives: number;
  readonly rows: number;
}

export interface Retention {
  /** Accounts and reasons stay; the copies and the raw values go. */
  enforce(): Promise<RetentionReport>;
}

const DAY_MS = 86_400_000;

export function createRetention({ db, clock, archive, archiveDays, quarantineDays }: RetentionDeps): Retention {
  const before = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS);
  return {
    async enforce() {
      const expired = await db.query<{ archive: string }>(
        `update batch b set archive = null from batch o
         where o.id = b.id and o.archive is not null and o.finished_at < $1 returning o.archive`,
        [before(archiveDays)],
      );
      const names = [...new Set(expired.map((row) => row.archive))];
      const kept = await db.query<{ archive: string }>('select archive from batch where archive = any($1::text[])', [
        names,
      ]);
      const inUse = new Set(kept.map((row) => row.archive));
      const gone = names.filter((name) => !inUse.has(name));
      for (const name of gone) await archive.remove(name);
      await archive.sweep();
      const rows = await db.execute(
        `update quarantined_row set raw = null, state = case when state = 'OPEN' then 'EXPIRED' else state end
         where raw is not null and created_at < $1`,
        [before(quarantineDays)],
      );
      return { archives: gone.length, rows };
    },
  };
}
