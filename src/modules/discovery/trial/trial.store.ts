/** What a draft would change, in one statement: the word of the rule in force beside the word of the draft. */
import type { Queryable } from '../../../platform/database/database.ts';
import { type Judgeable, type Judgement, judgedStatement } from '../sql/rule-statement.ts';
import { shifted } from '../sql/shifted.ts';

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

interface Judged {
  readonly rule: Judgeable;
  readonly judgement: Judgement;
}

export interface Compared {
  /** The versions in force, each in streets of its own; none: there is no such rule yet. */
  readonly present: readonly Judged[];
  readonly draft: Judged;
  /** Patterns of street codes the caller may see. */
  readonly scope: readonly string[];
  /** Pilot streets; null: everywhere. Outside them the rule stays as in force. */
  readonly streets: readonly string[] | null;
}

const NOBODY = 'SELECT NULL::bigint AS household_id, NULL::text AS street_code, NULL::boolean AS result WHERE FALSE';

/** `household_id, street_code, before, after`: TRUE, NULL where it is not known, FALSE where it is none. */
function comparison({ present, draft, scope, streets }: Compared): { text: string; values: unknown[] } {
  const after = judgedStatement(draft.rule, draft.judgement);
  const values: unknown[] = [scope, streets, ...after.values];
  const before = present.map(({ rule, judgement }) => {
    const statement = judgedStatement(rule, judgement);
    const text = shifted(statement.text, values.length);
    values.push(...statement.values);
    return text;
  });
  const text = `WITH after_word AS MATERIALIZED (${shifted(after.text, 2)}),
    before_word AS MATERIALIZED (${[NOBODY, ...before].join(' UNION ALL ')}),
    held AS (SELECT coalesce(a.household_id, b.household_id) AS household_id,
      coalesce(a.street_code, b.street_code) AS street_code,
      CASE WHEN a.household_id IS NULL THEN FALSE ELSE a.result END AS tried,
      CASE WHEN b.household_id IS NULL THEN FALSE ELSE b.result END AS before
      FROM after_word a FULL JOIN before_word b ON b.household_id = a.household_id),
    word AS (SELECT household_id, street_code, before,
      CASE WHEN $2::text[] IS NULL OR street_code = ANY($2::text[]) THEN tried ELSE before END AS after
      FROM held WHERE street_code LIKE ANY($1::text[]))`;
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
