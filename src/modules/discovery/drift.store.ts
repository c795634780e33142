/** A full pass beside what the increments wrote: results that differ are drift, a defect that is told and put right. */
import type { Day } from '../../kernel/day.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import { findVerdicts, type JudgedVersion, wordOf } from './discovery.store.ts';
import type { Judgement } from './sql/judgement.ts';

/** A rule's word on a household without its evidence, which tells of the day on which it was judged. */
export interface Word {
  readonly result: 'HIT' | 'UNKNOWN';
  readonly version: number;
  readonly gap: 'FEED' | 'DATA' | null;
  readonly severity: string | null;
  readonly members: readonly number[];
}

/** A result that is not what a judgement from scratch finds; null: none. */
export interface Drift {
  readonly householdId: number;
  readonly ruleId: string;
  readonly held: Word | null;
  readonly found: Word | null;
}

/** How many results of a rule drifted, and how. */
export interface RuleDrift {
  readonly ruleId: string;
  readonly missing: number;
  readonly extra: number;
  readonly changed: number;
}

/** One pass over everything. */
export interface FullPass {
  readonly id: number;
  readonly day: Day;
  readonly at: Date;
  readonly rules: number;
  readonly results: number;
  readonly drifted: number;
  readonly drift: readonly RuleDrift[];
}

const WORD = ['result', 'rule_version', 'gap', 'severity', 'members'] as const;
const words = (alias: string): string => WORD.map((column) => `${alias}.${column}`).join(', ');
const asJson = (alias: string): string => `CASE WHEN ${alias}.household_id IS NOT NULL THEN
  json_build_object(${WORD.map((column) => `'${column.replace('rule_', '')}', ${alias}.${column}`).join(', ')}) END`;

const TABLE = `CREATE TEMP TABLE IF NOT EXISTS found_word (household_id bigint, rule_id text, result text, rule_version int,
  gap text, severity text, members bigint[]) ON COMMIT DELETE ROWS`;

/** Judges everybody from scratch into the session's table `found_word`; tells the places of the versions found there. */
export async function findWords(
  tx: Transaction,
  versions: readonly JudgedVersion[],
  judgement: Judgement,
): Promise<readonly number[]> {
  await tx.execute(TABLE);
  const places = await findVerdicts(tx, versions, { ...judgement, reach: 'all' });
  for (const place of places) {
    const version = versions[place - 1];
    if (version === undefined) continue;
    const word = wordOf(version, place, 1);
    await tx.execute(`INSERT INTO found_word SELECT w.household_id, $1, ${words('w')} FROM (${word.text}) w`, [
      version.rule.id,
      ...word.values,
    ]);
  }
  return places;
}

/** `householdId, ruleId, held, found` where what is held is not what was found; rules not in force find nothing. */
const DRIFT = `SELECT coalesce(w.household_id, r.household_id) AS "householdId", coalesce(w.rule_id, r.rule_id) AS "ruleId",
    ${asJson('r')} AS held, ${asJson('w')} AS found
  FROM found_word w FULL JOIN rule_result r ON r.household_id = w.household_id AND r.rule_id = w.rule_id
  WHERE (${words('r')}) IS DISTINCT FROM (${words('w')})`;

export function listDrift(tx: Transaction): Promise<readonly Drift[]> {
  return tx.query<Drift>(`${DRIFT} ORDER BY 1, 2`);
}

export function countDrift(tx: Transaction): Promise<readonly RuleDrift[]> {
  return tx.query<RuleDrift>(`SELECT d."ruleId", count(*) FILTER (WHERE d.held IS NULL)::int AS missing,
      count(*) FILTER (WHERE d.found IS NULL)::int AS extra,
      count(*) FILTER (WHERE d.held IS NOT NULL AND d.found IS NOT NULL)::int AS changed
    FROM (${DRIFT}) d GROUP BY d."ruleId" ORDER BY d."ruleId"`);
}

/** Keeps what a pass found; answers it. */
export async function keepPass(
  tx: Transaction,
  pass: { readonly day: Day; readonly at: Date; readonly rules: number },
  drift: readonly RuleDrift[],
): Promise<FullPass> {
  const drifted = drift.reduce((sum, { missing, extra, changed }) => sum + missing + extra + changed, 0);
  const [kept] = await tx.query<{ id: number; results: number }>(
    `INSERT INTO full_pass (day, at, rules, results, drifted)
     SELECT $1, $2, $3, count(*)::int, $4 FROM rule_result RETURNING id::int AS id, results`,
    [pass.day, pass.at, pass.rules, drifted],
  );
  const { id = 0, results = 0 } = kept ?? {};
  await tx.execute(
    `INSERT INTO rule_drift (pass_id, rule_id, missing, extra, changed)
     SELECT $1, d."ruleId", d.missing, d.extra, d.changed
     FROM json_to_recordset($2::json) AS d("ruleId" text, missing int, extra int, changed int)`,
    [id, JSON.stringify(drift)],
  );
  return { id, ...pass, results, drifted, drift };
}

/** The newest passes first, each with the rules whose results drifted. */
export function listPasses(db: Queryable, first: number): Promise<readonly FullPass[]> {
  return db.query<FullPass>(
    `SELECT p.id::int AS id, p.day, p.at, p.rules, p.results, p.drifted,
       (SELECT coalesce(json_agg(json_build_object('ruleId', d.rule_id, 'missing', d.missing, 'extra', d.extra,
         'changed', d.changed) ORDER BY d.rule_id), '[]') FROM rule_drift d WHERE d.pass_id = p.id) AS drift
     FROM full_pass p ORDER BY p.id DESC LIMIT $1`,
    [first],
  );
}
