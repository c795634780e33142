import type { Queryable } from '../../platform/database/database.ts';
import { withinDivisions } from '../household/index.ts';

/** The divisions in `$1`, as a condition on `alert a`. */
const SCOPE = withinDivisions('a', '$1');

/** The alerts someone works with: those of its divisions, and of some rules only where it has its own. */
export interface AlertReach {
  readonly divisions: readonly string[];
  /** null: of every rule. */
  readonly rules: readonly string[] | null;
  /** Rules of whose hits it is shown nothing, nor of alerts that never had others. */
  readonly withheld: readonly string[];
}

/**
 * That an alert stands by hits of rules that are not withheld, in a placeholder. One that nobody works on is there only
 * while a hit stands: where its last one ended, that it is still open would tell of another.
 */
export const shownBeside = (withheld: string): string => `(cardinality(${withheld}::text[]) = 0 OR EXISTS (
  SELECT FROM alert_hit t WHERE t.alert_id = a.id AND NOT t.rule_id = ANY(${withheld}::text[])
    AND (t.ended_on IS NULL OR a.state <> 'OPEN')))`;

/** Which of these households have an alert within the reach that is not closed. */
export async function householdsWithOpenAlert(
  db: Queryable,
  ids: readonly number[],
  { divisions, rules, withheld }: AlertReach,
): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ household_id: number }>(
    `select household_id from alert a where ${SCOPE} and a.household_id = any($2::bigint[]) and a.state <> 'CLOSED'
       and ($3::text[] is null or exists (
         select from alert_hit t where t.alert_id = a.id and t.ended_on is null and t.rule_id = any($3)))
       and ${shownBeside('$4')}`,
    [divisions, ids, rules, withheld],
  );
  return new Set(rows.map((row) => row.household_id));
}
