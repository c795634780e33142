import type { Queryable } from '../../../platform/database/database.ts';

/** Which of these households have an open case. */
export async function householdsWithOpenCase(db: Queryable, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ household_id: number }>(
    'SELECT household_id FROM case_file WHERE household_id = ANY($1::bigint[]) AND closed_at IS NULL',
    [ids],
  );
  return new Set(rows.map((row) => row.household_id));
}
