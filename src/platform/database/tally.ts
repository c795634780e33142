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

/**
 * Numbers grow with every difference: those after the newest sum are how many came since. Sums have numbers that follow each
 * other: adding up writes them all anew, so it waits until there are as many differences.
 */
const isLoose = (
  table: string,
): string => `SELECT coalesce(newest, 0) - coalesce(last, 0) > greatest(${MANY}, last - first) AS loose
  FROM (SELECT (SELECT max(id) FROM ${table}) AS newest, (SELECT min(id) FROM ${table} WHERE folded) AS first,
    (SELECT max(id) FROM ${table} WHERE folded) AS last) AS numbers`;

/** Adds the differences up, anyhow or where they have become many. Sums of nothing go. */
export async function foldTally(
  tx: Transaction,
  { table, by }: Tally,
  when: 'anyhow' | 'many' = 'many',
): Promise<void> {
  if (when === 'many') {
    const [found] = await tx.query<{ loose: boolean }>(isLoose(table));
    if (found?.loose !== true) return;
  }
  const columns = by.join(', ');
  // In order: a count reads the blocks of what it counts, not all of them.
  await tx.execute(`WITH taken AS (DELETE FROM ${table} RETURNING *)
    INSERT INTO ${table} (${columns}, folded, rows)
    SELECT ${columns}, true, sum(rows) FROM taken GROUP BY ${columns} HAVING sum(rows) <> 0 ORDER BY ${columns}`);
}
