import type { Queryable } from '../../platform/database/database.ts';

/** Which of these households have an alert that is not closed. */
export async function householdsWithOpenAlert(db: Queryable, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ household_id: number }>(
    `select household_id from alert where household_id = any($1::bigint[]) and state <> 'CLOSED'`,
    [ids],
  );
  return new Set(rows.map((row) => row.household_id));
}
