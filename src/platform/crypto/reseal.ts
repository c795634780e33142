/**
 * Seals anew what stands under an older key, in bounded batches, while the hub works. What is done stays done: a run
 * that was killed is carried on by the next. A key is retired when a whole pass found nothing under it any more.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Queryable } from '../database/database.ts';
import { keyIdSql, type SealedColumn } from './sealed-form.ts';
import type { Sealer } from './sealer.ts';

/** Pages of a table per batch: half a megabyte of rows is read, sealed and written at a time. */
const PAGES = 64;
/** How long transactions that began under the older key are waited for; whoever takes longer leaves it to the next run. */
const PATIENCE_MS = 10 * 60_000;
const POLL_MS = 500;

export interface ResealParts {
  readonly db: Database;
  readonly sealer: Sealer;
  readonly columns: readonly SealedColumn[];
}

async function pagesOf(db: Queryable, table: string): Promise<number> {
  const [size] = await db.query<{ pages: number }>(
    `select ceil(pg_relation_size($1::regclass) / current_setting('block_size')::numeric)::int as pages`,
    [table],
  );
  return size?.pages ?? 0;
}

/** Rows that changed in between no longer hold the value that was read, and are left alone. */
async function resealPages(
  { db, sealer }: ResealParts,
  { table, column }: SealedColumn,
  from: number,
): Promise<number> {
  const range = [`(${from},0)`, `(${from + PAGES},0)`];
  const held = await db.query<{ value: string }>(
    `select distinct ${column} as value from ${table}
     where ctid >= $1::tid and ctid < $2::tid and ${keyIdSql(column)} <> $3`,
    [...range, sealer.currentKey],
  );
  if (held.length === 0) return 0;
  const values = held.map(({ value }) => value);
  const renewed = values.map((value) => sealer.renew(`${table}.${column}`, value));
  return db.execute(
    `update ${table} t set ${column} = v.renewed from unnest($3::text[], $4::text[]) as v(held, renewed)
     where t.ctid >= $1::tid and t.ctid < $2::tid and t.${column} = v.held`,
    [...range, values, renewed],
  );
}

/** One pass over every sealed column; tells how many values it sealed anew. */
export async function resealOnce(parts: ResealParts, signal?: AbortSignal): Promise<number> {
  let renewed = 0;
  for (const column of parts.columns) {
    const pages = await pagesOf(parts.db, column.table);
    for (let from = 0; from < pages; from += PAGES) {
      signal?.throwIfAborted();
      renewed += await resealPages(parts, column, from);
    }
  }
  return renewed;
}

/** Waits until every transaction that has begun to write by now has ended; false where one takes too long. */
async function outlast(db: Queryable, signal?: AbortSignal): Promise<boolean> {
  const [now] = await db.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const [oldest] = await db.query<{ over: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as over',
      [now?.xid ?? '0'],
    );
    if (oldest?.over === true) return true;
    await sleep(POLL_MS, undefined, { signal });
  }
  return false;
}

async function olderKeys(db: Queryable, current: string): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from sealing_key where id like 'k%' and id <> $1 and state = 'IN_USE' order by id`,
    [current],
  );
  return rows.map(({ id }) => id);
}

export interface ResealReport {
  /** Values that were sealed anew. */
  readonly renewed: number;
  /** Keys nothing in the database stands under any more. */
  readonly retired: readonly string[];
}

/** Seals everything anew and retires the older keys; nothing to do where there are none. `beside` does the files. */
export async function resealAll(
  parts: ResealParts,
  beside: () => Promise<number>,
  signal?: AbortSignal,
): Promise<ResealReport> {
  const { db, sealer } = parts;
  const older = await olderKeys(db, sealer.currentKey);
  if (older.length === 0) return { renewed: 0, retired: [] };
  let renewed = (await resealOnce(parts, signal)) + (await beside());
  // What was sealed before the key changed may be written after the pass has gone by: it is waited for and looked for.
  while (await outlast(db, signal)) {
    const late = (await resealOnce(parts, signal)) + (await beside());
    renewed += late;
    if (late > 0) continue;
    await db.execute(`update sealing_key set state = 'RETIRED', retired_at = now() where id = any($1::text[])`, [
      older,
    ]);
    return { renewed, retired: older };
  }
  return { renewed, retired: [] };
}
