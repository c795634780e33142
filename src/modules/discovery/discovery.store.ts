/** The SQL around rules: marks taken, results written, the word of rules kept as of the hub's day. */
import type { Day } from '../../kernel/day.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import type { Rule } from './rule.ts';
import type { Judgement } from './sql/judgement.ts';
import { shifted } from './sql/shifted.ts';
import { tellStatement } from './sql/tell-statement.ts';
import { verdictStatement } from './sql/verdict-statement.ts';

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

/** A version of a rule and what it is judged by. */
export interface JudgedVersion {
  readonly rule: Rule;
  readonly judgement: Judgement;
}

/** Households to judge, and what their verdicts are: tables of the session, empty again after every transaction. */
const TABLES = [
  'CREATE TEMP TABLE IF NOT EXISTS judging (household_id bigint) ON COMMIT DELETE ROWS',
  `CREATE TEMP TABLE IF NOT EXISTS rule_verdict (household_id bigint, rule_id text, place int, result boolean)
   ON COMMIT DELETE ROWS`,
];

/** Moves the marks into `judging`; tells how many households they name. A mark written meanwhile stays for the next time. */
export async function takeMarks(tx: Transaction): Promise<number> {
  for (const table of TABLES) await tx.execute(table);
  return tx.execute(`WITH taken AS (DELETE FROM judgement_mark RETURNING household_id)
    INSERT INTO judging SELECT DISTINCT household_id FROM taken`);
}

/** Fills `rule_verdict`; tells the places of the versions, counted from 1, that are a hit or not known of anybody. */
export async function findVerdicts(
  tx: Transaction,
  versions: readonly JudgedVersion[],
  judgement: Judgement,
): Promise<readonly number[]> {
  for (const table of TABLES) await tx.execute(table);
  await tx.execute('DELETE FROM rule_verdict');
  const { text, values } = verdictStatement(versions, judgement);
  const ids = `$${values.length + 1}::text[]`;
  await tx.execute(
    `INSERT INTO rule_verdict SELECT v.household_id, (${ids})[v.place], v.place, v.result FROM (${text}) v`,
    [...values, versions.map(({ rule }) => rule.id)],
  );
  const rows = await tx.query<{ place: number }>('SELECT DISTINCT place FROM rule_verdict ORDER BY place');
  return rows.map(({ place }) => place);
}

const UNFOUNDED = `NOT EXISTS (SELECT FROM rule_verdict v WHERE v.household_id = r.household_id AND v.rule_id = r.rule_id)`;

/** Results that no longer hold; of few households they are looked up, however many the planner expects. */
const LOST = {
  all: `SELECT r.ctid FROM rule_result r WHERE ${UNFOUNDED}`,
  marked: `SELECT r.ctid FROM judging k CROSS JOIN LATERAL (
    SELECT r.ctid, r.household_id, r.rule_id FROM rule_result r WHERE r.household_id = k.household_id OFFSET 0) r
    WHERE ${UNFOUNDED}`,
} as const;

/** Removes what no longer holds. Households whose hits that changes are marked for alerting. */
export async function removeLost(tx: Transaction, reach: Judgement['reach']): Promise<void> {
  await tx.execute(
    `WITH gone AS (DELETE FROM rule_result WHERE ctid = ANY(ARRAY(${LOST[reach]})) RETURNING household_id, result, gap)
    INSERT INTO alert_mark (household_id)
      SELECT DISTINCT household_id FROM gone WHERE result = 'HIT' OR gap = 'FEED'`,
  );
}

/**
 * What a version found, by the verdicts at its place: household_id, rule_version, result, gap, severity, members,
 * evidence. Placeholders count on from those of the statement around it.
 */
export function wordOf(
  { rule, judgement }: JudgedVersion,
  place: number,
  after = 0,
): { readonly text: string; readonly values: readonly unknown[] } {
  const told = tellStatement(rule, place, judgement);
  const gap = judgement.isCurrent(rule.feeds) ? 'DATA' : 'FEED';
  const text = `SELECT household_id, $${after + 1}::int AS rule_version,
    CASE WHEN result THEN 'HIT' ELSE 'UNKNOWN' END AS result, CASE WHEN result IS NULL THEN $${after + 2}::text END AS gap,
    severity, members, evidence FROM (${shifted(told.text, after + 2)}) told`;
  return { text, values: [rule.version, gap, ...told.values] };
}

/**
 * Writes what a version found: what is new or different is put, a result seen without a break keeps the day it was
 * first seen. Households whose hits changed are marked for alerting.
 */
export async function putResults(tx: Transaction, version: JudgedVersion, place: number): Promise<void> {
  const word = wordOf(version, place, 2);
  await tx.execute(
    `WITH word AS MATERIALIZED (${word.text}),
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
      SELECT put.household_id FROM put LEFT JOIN LATERAL (SELECT r.result, r.gap FROM rule_result r
        WHERE r.household_id = put.household_id AND r.rule_id = $1 OFFSET 0) before ON TRUE
      WHERE put.result = 'HIT' OR before.result = 'HIT' OR before.gap = 'FEED'`,
    [version.rule.id, version.judgement.day, ...word.values],
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

/** Judges without writing anything. */
export async function countJudged(
  db: Queryable,
  versions: readonly JudgedVersion[],
  judgement: Judgement,
): Promise<readonly RuleCount[]> {
  const { text, values } = verdictStatement(versions, judgement);
  const rows = await db.query<{ place: number; matched: number; unknown: number }>(
    `SELECT place, count(*) FILTER (WHERE result)::int AS matched, count(*) FILTER (WHERE result IS NULL)::int AS unknown
     FROM (${text}) v GROUP BY place`,
    values,
  );
  const counts = new Map<string, RuleCount>();
  for (const [index, { rule }] of versions.entries()) {
    const { matched, unknown } = counts.get(rule.id) ?? { matched: 0, unknown: 0 };
    const row = rows.find(({ place }) => place === index + 1) ?? { matched: 0, unknown: 0 };
    counts.set(rule.id, { id: rule.id, matched: matched + row.matched, unknown: unknown + row.unknown });
  }
  return [...counts.values()];
}
