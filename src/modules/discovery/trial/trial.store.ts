/** What a draft would change, in one statement: the word of the rule in force beside the word of the draft. */
import type { Queryable } from '../../../platform/database/database.ts';
import type { Judgement } from '../sql/judgement.ts';
import { type Judged, verdictStatement } from '../sql/verdict-statement.ts';

export interface StreetTrial {
  readonly streetCode: string;
  readonly matched: number;
  readonly added: number;
  readonly removed: number;
}

export interface TrialCounts {
  readonly matched: number;
  readonly added: number;
  readonly removed: number;
  readonly unknown: number;
  readonly byStreet: readonly StreetTrial[];
}

export type TrialChange = 'ADDED' | 'REMOVED' | 'MATCHED';

export interface Compared {
  /** The versions in force, each in streets of its own; none: there is no such rule yet. */
  readonly present: readonly Judged[];
  readonly draft: Judged & { readonly judgement: Judgement };
  /** Patterns of street codes the caller may see. */
  readonly scope: readonly string[];
  /** Pilot streets; null: everywhere. Outside them the rule stays as in force. */
  readonly streets: readonly string[] | null;
}

/** What one of the conditions at some places says; FALSE where none of them says anything. */
const saidBy = (places: string): string =>
  `CASE WHEN bool_or(${places}) THEN bool_or(result) FILTER (WHERE ${places}) ELSE FALSE END`;

/** Who may see a household on a past day is who may see it now. */
const nowWithin = (patterns: string): string => `EXISTS (SELECT FROM (SELECT n.street_code FROM household_fact n
  WHERE n.household_id = v.household_id ORDER BY n.valid_from DESC LIMIT 1) n WHERE n.street_code LIKE ANY(${patterns}))`;

/** `household_id, street_code, before, after`: TRUE, NULL where it is not known, FALSE where it is none. */
function comparison({ present, draft, scope, streets }: Compared): { text: string; values: unknown[] } {
  const verdict = verdictStatement([draft, ...present], draft.judgement);
  const values = [...verdict.values, scope, streets];
  const [within, pilot] = [`$${values.length - 1}::text[]`, `$${values.length}::text[]`];
  const text = `WITH verdict AS MATERIALIZED (${verdict.text}),
    held AS (SELECT household_id, street_code, ${saidBy('place = 1')} AS tried, ${saidBy('place > 1')} AS before
      FROM verdict v WHERE ${nowWithin(within)} GROUP BY household_id, street_code),
    word AS (SELECT household_id, street_code, before,
      CASE WHEN ${pilot} IS NULL OR street_code = ANY(${pilot}) THEN tried ELSE before END AS after FROM held)`;
  return { text, values };
}

const COUNTS = `count(*) FILTER (WHERE after)::int AS matched,
  count(*) FILTER (WHERE after AND before IS NOT TRUE)::int AS added,
  count(*) FILTER (WHERE before AND after IS NOT TRUE)::int AS removed,
  count(*) FILTER (WHERE after IS NULL)::int AS unknown`;

export async function countTrial(db: Queryable, compared: Compared): Promise<TrialCounts> {
  const { text, values } = comparison(compared);
  const rows = await db.query<Omit<TrialCounts, 'byStreet'> & { streetCode: string | null }>(
    `${text} SELECT street_code AS "streetCode", ${COUNTS} FROM word GROUP BY GROUPING SETS ((), (street_code))
     ORDER BY street_code`,
    values,
  );
  const all = rows.find(({ streetCode }) => streetCode === null);
  const byStreet = rows.flatMap(({ streetCode, matched, added, removed }) =>
    streetCode === null || matched + added + removed === 0 ? [] : [{ streetCode, matched, added, removed }],
  );
  const { matched = 0, added = 0, removed = 0, unknown = 0 } = all ?? {};
  return { matched, added, removed, unknown, byStreet };
}

/** Households the draft adds or removes first, then others it finds; spread over the ids, the same every time. */
export async function sampleTrial(
  db: Queryable,
  compared: Compared,
  size: number,
): Promise<readonly { readonly householdId: number; readonly change: TrialChange }[]> {
  const { text, values } = comparison(compared);
  return db.query(
    `${text} SELECT household_id AS "householdId",
       CASE WHEN after AND before IS NOT TRUE THEN 'ADDED' WHEN before AND after IS NOT TRUE THEN 'REMOVED' ELSE 'MATCHED' END AS change
     FROM word WHERE after OR before
     ORDER BY (after IS TRUE AND before IS TRUE), md5(household_id::text) LIMIT $${values.length + 1}`,
    [...values, size],
  );
}
