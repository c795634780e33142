/** Cases in the database: one row at a time, locked, where people work; pages within a scope where they read. */
import type { Day } from '../../../kernel/day.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import { withinDivisions } from '../../household/index.ts';
import type { CaseFile, CaseOrigin, CaseOutcome, CasePage, CaseQuery } from './case.ts';
import { tellCase } from './told-changes.ts';

const COLUMNS = `c.id, c.household_id AS "householdId", c.street_code AS "streetCode", c.committee_code AS "committeeCode",
  c.origin, c.adviser, c.goal, c.next_contact_on AS "nextContactOn", c.awaits_referral AS "awaitsReferral",
  c.opened_at AS "openedAt", c.opened_on AS "openedOn", c.opened_by AS "openedBy", c.closed_at AS "closedAt",
  c.closed_by AS "closedBy", c.outcome, c.closing_note AS "closingNote", c.version`;

const SCOPE = withinDivisions('c', '$1');

/** The case, locked until the transaction ends; null where it lies outside the divisions. */
export async function lockCase(tx: Transaction, id: number, divisions: readonly string[]): Promise<CaseFile | null> {
  const text = `SELECT ${COLUMNS} FROM case_file c WHERE ${SCOPE} AND c.id = $2 FOR UPDATE`;
  return (await tx.query<CaseFile>(text, [divisions, id]))[0] ?? null;
}

/** The household's open case, locked; null where it has none. */
export async function lockOpenCase(tx: Transaction, householdId: number): Promise<CaseFile | null> {
  const text = `SELECT ${COLUMNS} FROM case_file c WHERE c.household_id = $1 AND c.closed_at IS NULL FOR UPDATE`;
  return (await tx.query<CaseFile>(text, [householdId]))[0] ?? null;
}

export interface Opening {
  readonly householdId: number;
  readonly origin: CaseOrigin;
  readonly adviser: string;
  readonly goal: string | null;
  readonly nextContactOn: Day;
  readonly by: string;
  readonly at: Date;
  readonly on: Day;
}

/** Where a household lives on the day, else where it last lived. */
const HOME = `SELECT street_code, committee_code FROM household_fact WHERE household_id = $1 AND valid_from <= $8::date
  ORDER BY valid_from DESC LIMIT 1`;

const OPEN = `INSERT INTO case_file AS c (household_id, street_code, committee_code, origin, adviser, goal, next_contact_on,
    opened_by, opened_at, opened_on)
  SELECT $1, street_code, committee_code, $2, $3, $4, $5, $6, $7, $8 FROM (${HOME}) h
  ON CONFLICT (household_id) WHERE closed_at IS NULL DO NOTHING RETURNING ${COLUMNS}`;

/** Opens a case; null where the household has an open one. */
export async function insertCase(tx: Transaction, opening: Opening): Promise<CaseFile | null> {
  const { householdId, origin, adviser, goal, nextContactOn, by, at, on } = opening;
  const [held] = await tx.query<CaseFile>(OPEN, [householdId, origin, adviser, goal, nextContactOn, by, at, on]);
  if (held === undefined) return null;
  await tellCase(tx, held.id, 'OPENED');
  return held;
}

async function changed(tx: Transaction, text: string, params: readonly unknown[]): Promise<CaseFile> {
  const [held] = await tx.query<CaseFile>(
    `UPDATE case_file c SET ${text}, version = version + 1 WHERE id = $1 RETURNING ${COLUMNS}`,
    params,
  );
  if (held === undefined) throw new Error('a locked case is gone');
  await tellCase(tx, held.id, held.closedAt === null ? 'CHANGED' : 'CLOSED');
  return held;
}

export function planCase(
  tx: Transaction,
  id: number,
  { adviser, goal, nextContactOn }: Pick<CaseFile, 'adviser' | 'goal' | 'nextContactOn'>,
): Promise<CaseFile> {
  return changed(tx, 'adviser = $2, goal = $3, next_contact_on = $4', [id, adviser, goal, nextContactOn]);
}

export function setAwaitsReferral(tx: Transaction, id: number, awaits: boolean, contactOn: Day): Promise<CaseFile> {
  return changed(tx, 'awaits_referral = $2, next_contact_on = least(next_contact_on, $3)', [id, awaits, contactOn]);
}

export interface CaseClosing {
  readonly outcome: CaseOutcome;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
  readonly on: Day;
}

export function closeCase(tx: Transaction, id: number, { outcome, note, by, at, on }: CaseClosing): Promise<CaseFile> {
  return changed(
    tx,
    'outcome = $2, closing_note = $3, closed_by = $4, closed_at = $5, closed_on = $6, next_contact_on = NULL, awaits_referral = FALSE',
    [id, outcome, note, by, at, on],
  );
}

/** The household's alert that somebody works on; null: none. */
export async function findAlertUnderWork(tx: Transaction, householdId: number): Promise<number | null> {
  const [alert] = await tx.query<{ id: number }>(
    `SELECT id FROM alert WHERE household_id = $1 AND state IN ('ASSIGNED', 'VISITING')`,
    [householdId],
  );
  return alert?.id ?? null;
}

/** What a filter asks; every parameter stands in each statement, a null one asks nothing. */
const WANTED = `${SCOPE} AND (CASE WHEN c.closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED' END) = ANY($2::text[])
  AND ($3::text IS NULL OR c.street_code = $3) AND ($4::text IS NULL OR c.committee_code = $4)
  AND ($5::text IS NULL OR c.adviser = $5) AND ($6::bigint[] IS NULL OR c.household_id = ANY($6))
  AND ($7::boolean IS NULL OR coalesce(c.next_contact_on < $8::date, FALSE) = $7)
  AND ($9::boolean IS NULL OR c.awaits_referral = $9) AND ($10::bigint[] IS NULL OR c.id = ANY($10))`;

function wanted({ filter, divisions, day }: CaseQuery): unknown[] {
  const { ids, states, streetCode, committeeCode, adviser, householdIds, contactOverdue, awaitsReferral } = filter;
  return [
    ...[divisions, states ?? ['OPEN'], streetCode ?? null, committeeCode ?? null, adviser ?? null],
    ...[householdIds ?? null, contactOverdue ?? null, day, awaitsReferral ?? null, ids ?? null],
  ];
}

/** One page in the order of ids, and how many there are in all. */
export async function listCases(db: Queryable, query: CaseQuery): Promise<CasePage> {
  const params = wanted(query);
  const [page, counted] = await Promise.all([
    db.query<CaseFile>(`SELECT ${COLUMNS} FROM case_file c WHERE ${WANTED} AND c.id > $11 ORDER BY c.id LIMIT $12`, [
      ...params,
      query.after ?? 0,
      query.first + 1,
    ]),
    db.query<{ count: number }>(`SELECT count(*)::int AS count FROM case_file c WHERE ${WANTED}`, params),
  ]);
  return {
    cases: page.slice(0, query.first),
    hasNextPage: page.length > query.first,
    totalCount: counted[0]?.count ?? 0,
  };
}

/** Cases of households, the newest last, within the divisions. */
export function listCasesOf(
  db: Queryable,
  householdIds: readonly number[],
  divisions: readonly string[],
): Promise<CaseFile[]> {
  const text = `SELECT ${COLUMNS} FROM case_file c WHERE ${SCOPE} AND c.household_id = ANY($2::bigint[]) ORDER BY c.id`;
  return db.query<CaseFile>(text, [divisions, householdIds]);
}

/** Cases by id, within the divisions. */
export function findCases(db: Queryable, ids: readonly number[], divisions: readonly string[]): Promise<CaseFile[]> {
  const text = `SELECT ${COLUMNS} FROM case_file c WHERE ${SCOPE} AND c.id = ANY($2::bigint[])`;
  return db.query<CaseFile>(text, [divisions, ids]);
}
