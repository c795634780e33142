/** The SQL around rules: marks taken, results written, the word of rules kept as of the hub's day. */
import type { Day } from '../../kernel/day.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import { type JudgingRule, judgementOf } from './book/versions.ts';
import { countStatement, foundStatement, type Judgement } from './sql/rule-statement.ts';
import { shifted } from './sql/shifted.ts';

/** How many households a rule hits, and of how many it is not known. */
export interface RuleCount {
  readonly id: string;
  readonly matched: number;
  readonly unknown: number;
}

export interface JudgedState {
  readonly judgedOn: Day;
  readonly inputs: string;
}

export async function findState(db: Queryable, pack: string): Promise<JudgedState | null> {
  const [row] = await db.query<{ judged_on: Day; inputs: string }>(
    'SELECT judged_on, inputs FROM discovery_state WHERE pack = $1',
    [pack],
  );
  return row === undefined ? null : { judgedOn: row.judged_on, inputs: row.inputs };
}

export async function saveState(tx: Transaction, pack: string, state: JudgedState): Promise<void> {
  await tx.execute(
    `INSERT INTO discovery_state (pack, judged_on, inputs) VALUES ($1, $2, $3)
     ON CONFLICT (pack) DO UPDATE SET judged_on = excluded.judged_on, inputs = excluded.inputs`,
    [pack, state.judgedOn, state.inputs],
  );
}

/**
 * Moves the marks into the session's table `judging`; tells how many households they name. A mark that is written
 * meanwhile stays for the next time.
 */
export async function takeMarks(tx: Transaction): Promise<number> {
  await tx.execute('CREATE TEMP TABLE IF NOT EXISTS judging (household_id bigint PRIMARY KEY) ON COMMIT DELETE ROWS');
  return tx.execute(`WITH taken AS (DELETE FROM judgement_mark RETURNING household_id)
    INSERT INTO judging SELECT DISTINCT household_id FROM taken`);
}

/** One statement for every version of a rule: the streets of one are not those of another. */
export function foundByVersions(
  { versions }: JudgingRule,
  judgement: Judgement,
  after: number,
): { readonly text: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const parts = versions.map((version) => {
    const { rule } = version;
    const found = foundStatement(rule, judgementOf(version, judgement));
    const gap = judgement.isCurrent(rule.feeds) ? 'DATA' : 'FEED';
    const place = after + values.push(rule.version, gap) - 1;
    const text = shifted(found.text, after + values.length);
    values.push(...found.values);
    return `SELECT f.*, $${place}::int AS rule_version, CASE WHEN f.result IS NULL THEN $${place + 1}::text END AS gap
      FROM (${text}) f`;
  });
  return { text: parts.join(' UNION ALL '), values };
}

const JUDGED_BEFORE = { all: '', marked: 'AND before.household_id IN (SELECT household_id FROM judging)' } as const;

/**
 * Writes one rule's word: what is new or different is put, what no longer holds is removed, a result seen without a
 * break keeps the day it was first seen. Households whose hits changed are marked for alerting.
 */
export async function writeResults(tx: Transaction, rule: JudgingRule, judgement: Judgement): Promise<void> {
  const found = foundByVersions(rule, judgement, 2);
  await tx.execute(
    `WITH found AS MATERIALIZED (${found.text}),
    word AS (SELECT household_id, rule_version, CASE WHEN result THEN 'HIT' ELSE 'UNKNOWN' END AS result,
      gap, severity, members, evidence FROM found),
    gone AS (DELETE FROM rule_result before WHERE before.rule_id = $1 ${JUDGED_BEFORE[judgement.reach]}
      AND NOT EXISTS (SELECT FROM found WHERE found.household_id = before.household_id) RETURNING household_id, result, gap),
    put AS (INSERT INTO rule_result AS held
        (household_id, rule_id, rule_version, result, gap, severity, members, evidence, first_seen_on, judged_on)
      SELECT household_id, $1, rule_version, result, gap, severity, members, evidence, $2::date, $2::date FROM word
      ON CONFLICT (household_id, rule_id) DO UPDATE SET
        (rule_version, result, gap, severity, members, evidence, judged_on) =
          (excluded.rule_version, excluded.result, excluded.gap, excluded.severity, excluded.members, excluded.evidence, excluded.judged_on),
        first_seen_on = CASE WHEN held.result = excluded.result THEN held.first_seen_on ELSE excluded.first_seen_on END
      WHERE (held.rule_version, held.result, held.gap, held.severity, held.members, held.evidence)
        IS DISTINCT FROM (excluded.rule_version, excluded.result, excluded.gap, excluded.severity, excluded.members, excluded.evidence)
      RETURNING household_id, result)
    INSERT INTO alert_mark (household_id)
      SELECT household_id FROM gone WHERE result = 'HIT' OR gap = 'FEED'
      UNION SELECT put.household_id FROM put LEFT JOIN rule_result before
        ON before.household_id = put.household_id AND before.rule_id = $1
        WHERE put.result = 'HIT' OR before.result = 'HIT' OR before.gap = 'FEED'`,
    [rule.id, judgement.day, ...found.values],
  );
}

/** Removes the word of rules that are no longer in force. */
export async function removeRetired(tx: Transaction, inForce: readonly string[]): Promise<void> {
  await tx.execute(
    `WITH gone AS (DELETE FROM rule_result WHERE NOT (rule_id = ANY($1)) RETURNING household_id, result, gap)
     INSERT INTO alert_mark (household_id) SELECT DISTINCT household_id FROM gone WHERE result = 'HIT' OR gap = 'FEED'`,
    [inForce],
  );
}

/** Counts of the results as they stand. */
export async function countResults(db: Queryable, ids: readonly string[]): Promise<readonly RuleCount[]> {
  const rows = await db.query<RuleCount>(
    `SELECT rule_id AS id, count(*) FILTER (WHERE result = 'HIT')::int AS matched,
       count(*) FILTER (WHERE result = 'UNKNOWN')::int AS unknown FROM rule_result GROUP BY rule_id`,
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? { id, matched: 0, unknown: 0 });
}

/** Judges a rule without writing anything. */
export async function countJudged(db: Queryable, rule: JudgingRule, judgement: Judgement): Promise<RuleCount> {
  const count = { matched: 0, unknown: 0 };
  for (const version of rule.versions) {
    const { text, values } = countStatement(version.rule, judgementOf(version, judgement));
    const [row] = await db.query<{ matched: number; unknown: number }>(text, values);
    count.matched += row?.matched ?? 0;
    count.unknown += row?.unknown ?? 0;
  }
  return { id: rule.id, ...count };
}
