/** Reports of clues in the database. */
import type { Day } from '../../../kernel/day.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import type { ClueAnswer, ClueReport, ReportPage, ReportQuery } from './report.ts';

const STATE = `CASE WHEN p.withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN p.answer IS NOT NULL THEN 'ANSWERED' ELSE 'WAITING' END`;

const COLUMNS = `p.clue_id AS id, k.kind, k.channel, k.occurred_on AS "occurredOn", p.reported_at AS "reportedAt",
  ${STATE} AS state, p.place_code AS "placeCode", p.recipient, p.answer_by AS "answerBy", p.answer,
  p.answered_at AS "answeredAt", k.household_id AS "householdId", k.person_id AS "personId", p.family, p.contact,
  p.joined_to AS "joinedTo", p.case_id AS "caseId"`;
const FROM = 'clue_report p JOIN clue k ON k.id = p.clue_id';
const IN_PLACE = 'EXISTS (SELECT FROM unnest($1::text[]) AS division WHERE starts_with(p.place_code, division))';

/** Where a clue goes: its area, else where its household or its person's lives on the day; null: nowhere known. */
export async function placeOf(
  db: Queryable,
  about: { readonly householdId: number | null; readonly personId: number | null; readonly areaCode: string | null },
  day: Day,
): Promise<string | null> {
  const [found] = await db.query<{ place: string | null }>(
    `SELECT coalesce($3::text, (SELECT coalesce(h.committee_code, h.street_code) FROM household_fact h
       WHERE h.valid_from <= $4::date AND h.valid_to > $4::date AND (h.household_id = $1 OR h.household_id IN
         (SELECT m.household_id FROM member_fact m WHERE m.person_id = $2 AND m.counted AND m.valid_from <= $4::date
          AND m.valid_to > $4::date)) ORDER BY h.household_id LIMIT 1)) AS place`,
    [about.householdId, about.personId, about.areaCode, day],
  );
  return found?.place ?? null;
}

/** The one household that counts a person on the day; null: none, or more than one. */
export async function householdOf(db: Queryable, personId: number, day: Day): Promise<number | null> {
  const found = await db.query<{ id: number }>(
    `SELECT DISTINCT household_id AS id FROM member_fact
     WHERE person_id = $1 AND counted AND valid_from <= $2::date AND valid_to > $2::date LIMIT 2`,
    [personId, day],
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** The first report of the same: of its kind and day, about the same family, person or area, and not taken back. */
export async function findSame(tx: Transaction, clueId: number): Promise<number | null> {
  const [same] = await tx.query<{ id: number }>(
    `SELECT k.id FROM clue n JOIN clue k ON k.kind = n.kind AND k.occurred_on = n.occurred_on AND k.id < n.id
       AND (k.household_id, k.person_id, k.area_code) IS NOT DISTINCT FROM (n.household_id, n.person_id, n.area_code)
     JOIN clue_report p ON p.clue_id = k.id
     WHERE n.id = $1 AND k.withdrawn_on IS NULL AND num_nonnulls(n.household_id, n.person_id, n.area_code) = 1
     ORDER BY k.id LIMIT 1`,
    [clueId],
  );
  return same?.id ?? null;
}

export interface NewReport {
  readonly clueId: number;
  readonly subject: string;
  readonly organisation: string;
  readonly placeCode: string;
  readonly recipient: string;
  readonly answerBy: Day;
  readonly reportedAt: Date;
  readonly family: string | null;
  readonly contact: string | null;
  readonly joinedTo: number | null;
}

export async function insertReport(tx: Transaction, report: NewReport): Promise<void> {
  const { clueId, subject, organisation, placeCode, recipient, answerBy, reportedAt, family, contact, joinedTo } =
    report;
  await tx.execute(
    `INSERT INTO clue_report (clue_id, subject, organisation, place_code, recipient, answer_by, reported_at, family, contact,
       joined_to) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [clueId, subject, organisation, placeCode, recipient, answerBy, reportedAt, family, contact, joinedTo],
  );
}

/** The report, locked, within the divisions; null: none to work on. */
export async function lockReport(
  tx: Transaction,
  id: number,
  divisions: readonly string[],
): Promise<ClueReport | null> {
  const text = `SELECT ${COLUMNS} FROM ${FROM} WHERE ${IN_PLACE} AND p.clue_id = $2 FOR UPDATE OF p`;
  return (await tx.query<ClueReport>(text, [divisions, id]))[0] ?? null;
}

/** The reporter's own report, locked. */
export async function lockOwnReport(
  tx: Transaction,
  id: number,
  { subject, organisation }: { readonly subject: string; readonly organisation: string },
): Promise<ClueReport | null> {
  const text = `SELECT ${COLUMNS} FROM ${FROM} WHERE p.subject = $1 AND p.organisation = $2 AND p.clue_id = $3 FOR UPDATE OF p`;
  return (await tx.query<ClueReport>(text, [subject, organisation, id]))[0] ?? null;
}

export async function markWithdrawn(tx: Transaction, id: number, at: Date): Promise<void> {
  await tx.execute('UPDATE clue_report SET withdrawn_at = $2 WHERE clue_id = $1', [id, at]);
}

export interface Answering {
  readonly answer: ClueAnswer;
  readonly caseId: number | null;
  readonly by: string;
  readonly at: Date;
}

/** Reports that were joined to it are answered with it. */
export async function markAnswered(tx: Transaction, id: number, given: Answering): Promise<void> {
  await tx.execute(
    `UPDATE clue_report SET answer = $2, case_id = $3, answered_by = $4, answered_at = $5
     WHERE (clue_id = $1 OR joined_to = $1) AND answer IS NULL AND withdrawn_at IS NULL`,
    [id, given.answer, given.caseId, given.by, given.at],
  );
}

/** One page, the newest last, and how many there are in all. */
export async function listReports(db: Queryable, query: ReportQuery): Promise<ReportPage> {
  const { of, states, overdueOn, first, after } = query;
  const own = 'subject' in of;
  const reach = own ? 'p.organisation = ($1::text[])[1] AND p.subject = ($1::text[])[2]' : IN_PLACE;
  const wanted = `${reach} AND ($2::text[] IS NULL OR ${STATE} = ANY($2))
    AND ($3::date IS NULL OR (p.answer_by < $3 AND p.answer IS NULL AND p.withdrawn_at IS NULL))`;
  const params = [own ? [of.organisation, of.subject] : of.divisions, states ?? null, overdueOn ?? null];
  const [page, counted] = await Promise.all([
    db.query<ClueReport>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE ${wanted} AND p.clue_id > $4 ORDER BY p.clue_id LIMIT $5`,
      [...params, after ?? 0, first + 1],
    ),
    db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${FROM} WHERE ${wanted}`, params),
  ]);
  return {
    reports: page.slice(0, first),
    hasNextPage: page.length > first,
    totalCount: counted[0]?.count ?? 0,
  };
}
