/** Statements over few rows of large tables. */
import type { Transaction } from './database.ts';

/**
 * For the rest of the transaction rows are looked up one by one. The planner cannot know how few there are in a table that
 * was filled a moment ago, and would rather read a whole district than look up what it takes for many.
 */
export async function lookUpOneByOne(tx: Transaction): Promise<void> {
  await tx.execute('set local enable_hashjoin = off');
  await tx.execute('set local enable_mergejoin = off');
}
