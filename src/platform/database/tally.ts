/**
 * Tallies: how many rows of a table there are, by some of its columns. Triggers of the table write what a statement adds
 * and takes away, so that nobody who changes rows waits for another; here the differences are added up.
 */
import type { Transaction } from './database.ts';

export interface Tally {
  readonly table: string;
  readonly by: readonly string[];
}

/** So many differences cost a count about a millisecond. */
const MANY = 4_000;

/** Numbers grow with every difference: those after the newest sum are how many came since. */
const isLoose = (table: string): string => `SELECT coalesce((SELECT max(id) FROM ${table}), 0)
  - coalesce((SELECT max(id) FROM ${table} WHERE folded), 0) > ${MANY} AS loose`;

/** Adds the differences up where they have become many. Sums of nothing go. */
export async function foldTally(tx: Transaction, { table, by }: Tally): Promise<void> {
  const [found] = await tx.query<{ loose: boolean }>(isLoose(table));
  if (found?.loose !== true) return;
  const columns = by.join(', ');
  await tx.execute(`WITH taken AS (DELETE FROM ${table} RETURNING *)
    INSERT INTO ${table} (${columns}, folded, rows)
    SELECT ${columns}, true, sum(rows) FROM taken GROUP BY ${columns} HAVING sum(rows) <> 0`);
}
