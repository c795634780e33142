/** Alerts under the hands of people: one row at a time, locked. */
import type { Day } from '../../kernel/day.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { withinDivisions } from '../household/index.ts';
import type { AlertOutcome } from './alert.ts';
import { shownBeside } from './open-households.store.ts';
import { tellWorked } from './told-changes.ts';
import type { AlertStanding, VisitReport, Worker } from './work.ts';

/** The divisions in `$1`, as a condition on `alert a`. */
const SCOPE = withinDivisions('a', '$1');

const STANDING = 'id, household_id AS "householdId", state, assignee, outcome, version';

/** The alert, locked until the transaction ends; null where the worker does not reach it. */
export async function lockAlert(tx: Transaction, id: number, worker: Worker): Promise<AlertStanding | null> {
  const [alert] = await tx.query<AlertStanding>(
    `SELECT ${STANDING} FROM alert a WHERE ${SCOPE} AND a.id = $2 AND ($3::text[] IS NULL OR EXISTS (
       SELECT FROM alert_hit t WHERE t.alert_id = a.id AND t.rule_id = ANY($3))) AND ${shownBeside('$4')} FOR UPDATE`,
    [worker.divisions, id, worker.rules, worker.withheld ?? []],
  );
  return alert ?? null;
}

async function changed(tx: Transaction, text: string, params: readonly unknown[]): Promise<AlertStanding> {
  const [alert] = await tx.query<AlertStanding>(
    `WITH worked AS (UPDATE alert SET ${text}, version = version + 1 WHERE id = $1 RETURNING *),
       told AS (${tellWorked('worked')})
     SELECT ${STANDING} FROM worked`,
    params,
  );
  if (alert === undefined) throw new Error('a locked alert is gone');
  return alert;
}

export function assignAlert(tx: Transaction, id: number, assignee: string): Promise<AlertStanding> {
  return changed(tx, `state = CASE state WHEN 'OPEN' THEN 'ASSIGNED' ELSE state END, assignee = $2`, [id, assignee]);
}

/** Whoever visits an alert nobody has taken takes it. The clock goes on to when it is looked at next. */
export function markVisited(
  tx: Transaction,
  id: number,
  visit: { readonly by: string; readonly at: Date; readonly dueAt: Date },
): Promise<AlertStanding> {
  return changed(
    tx,
    `state = 'VISITING', assignee = coalesce(assignee, $2), contacted_at = coalesce(contacted_at, $3), due_at = $4,
     turn_ends_at = CASE level WHEN 'DISTRICT' THEN NULL ELSE $4::timestamptz END`,
    [id, visit.by, visit.at, visit.dueAt],
  );
}

export interface Closing {
  readonly outcome: AlertOutcome;
  /** Sealed. */
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
  readonly on: Day;
  readonly coolingUntil: Day;
}

export function closeAlert(tx: Transaction, id: number, closing: Closing): Promise<AlertStanding> {
  return changed(
    tx,
    `state = 'CLOSED', outcome = $2, closing_note = $3, closed_by = $4, assignee = coalesce(assignee, $4),
     closed_at = $5, closed_on = $6, cooling_until = $7`,
    [id, closing.outcome, closing.note, closing.by, closing.at, closing.on, closing.coolingUntil],
  );
}

/** The alert of a household that is not closed. */
export async function findOpenAlert(tx: Transaction, householdId: number): Promise<number | null> {
  const [alert] = await tx.query<{ id: number }>(`SELECT id FROM alert WHERE household_id = $1 AND state <> 'CLOSED'`, [
    householdId,
  ]);
  return alert?.id ?? null;
}

/** Whether the household lies in the worker's divisions on the day. */
export async function reachesHousehold(
  tx: Transaction,
  householdId: number,
  { divisions }: Worker,
  day: Day,
): Promise<boolean> {
  const found = await tx.query(
    `SELECT FROM household_fact a WHERE ${SCOPE} AND a.household_id = $2 AND a.valid_from <= $3::date AND a.valid_to > $3::date`,
    [divisions, householdId, day],
  );
  return found.length > 0;
}

/** Whether all of them are listed in the household on the day. */
export async function areListed(
  tx: Transaction,
  householdId: number,
  persons: readonly number[],
  day: Day,
): Promise<boolean> {
  const [found] = await tx.query<{ count: number }>(
    `SELECT count(DISTINCT person_id)::int AS count FROM member_fact
     WHERE household_id = $1 AND person_id = ANY($2::bigint[]) AND valid_from <= $3::date AND valid_to > $3::date`,
    [householdId, persons, day],
  );
  return found?.count === new Set(persons).size;
}

/** A visit of a household, for an alert or without one; its findings are sealed. */
export interface RecordedVisit extends VisitReport {
  readonly householdId: number;
  readonly alertId: number | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export async function insertVisit(tx: Transaction, visit: RecordedVisit): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO visit (household_id, alert_id, visited_on, visitors, purpose, present, findings, changes,
       next_visit_on, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      visit.householdId,
      visit.alertId,
      visit.visitedOn,
      visit.visitors,
      visit.purpose,
      visit.present,
      visit.findings,
      JSON.stringify(visit.changes),
      visit.nextVisitOn,
      visit.recordedBy,
      visit.recordedAt,
    ],
  );
  if (row === undefined) throw new Error('a visit was not recorded');
  return row.id;
}
