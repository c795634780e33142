import type { Day } from '../../kernel/day.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import type { Capacity, GivenConsent, WithdrawalWay } from './consent.ts';

/** Who records, and where. */
export interface Recorder {
  readonly subject: string;
  readonly organisation: string;
}

export interface Withdrawal {
  readonly at: Date;
  readonly how: WithdrawalWay;
  /** Sealed. */
  readonly note: string | null;
  readonly recordedBy: string;
}

/** A consent with its history; `evidence` is sealed. */
export interface ConsentRecord extends GivenConsent {
  readonly id: number;
  readonly householdId: number;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly recordedIn: string;
  readonly withdrawal: Withdrawal | null;
}

/** A consent in force, as far as access asks. */
export interface ConsentInForce {
  readonly householdId: number;
  readonly personId: number | null;
  readonly kind: string;
  readonly scope: readonly string[];
}

interface ConsentRow extends Omit<ConsentRecord, 'withdrawal' | 'capacity'> {
  readonly capacity: string;
  readonly at: Date | null;
  readonly how: string | null;
  readonly note: string | null;
  readonly withdrawnBy: string | null;
}

const SELECT = `SELECT c.id, c.household_id AS "householdId", c.person_id AS "personId", c.capacity,
    c.given_by AS "givenBy", c.kind, c.scope, c.purposes, c.recipient, c.valid_from AS "validFrom",
    c.valid_until AS "validUntil", c.evidence, c.recorded_at AS "recordedAt", c.recorded_by AS "recordedBy",
    c.recorded_in AS "recordedIn", w.at, w.how, w.note, w.recorded_by AS "withdrawnBy"
  FROM consent c LEFT JOIN consent_withdrawal w ON w.consent_id = c.id`;

function recordOf({ at, how, note, withdrawnBy, capacity, ...row }: ConsentRow): ConsentRecord {
  const withdrawal = at === null ? null : { at, how: how as WithdrawalWay, note, recordedBy: withdrawnBy ?? '' };
  return { ...row, capacity: capacity as Capacity, withdrawal };
}

/** All that were ever given in a household, the newest first. */
export async function listConsents(db: Queryable, householdId: number): Promise<ConsentRecord[]> {
  const rows = await db.query<ConsentRow>(`${SELECT} WHERE c.household_id = $1 ORDER BY c.id DESC`, [householdId]);
  return rows.map(recordOf);
}

export async function findConsents(db: Queryable, ids: readonly number[]): Promise<ConsentRecord[]> {
  const rows = await db.query<ConsentRow>(`${SELECT} WHERE c.id = ANY($1::bigint[]) ORDER BY c.id DESC`, [ids]);
  return rows.map(recordOf);
}

export async function findConsent(db: Queryable, id: number): Promise<ConsentRecord | null> {
  const [row] = await db.query<ConsentRow>(`${SELECT} WHERE c.id = $1`, [id]);
  return row === undefined ? null : recordOf(row);
}

const INSERT = `INSERT INTO consent (household_id, person_id, capacity, given_by, kind, scope, purposes, recipient,
    valid_from, valid_until, evidence, recorded_at, recorded_by, recorded_in)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`;

export async function insertConsent(
  tx: Transaction,
  { householdId, given, at, by }: { householdId: number; given: GivenConsent; at: Date; by: Recorder },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(INSERT, [
    householdId,
    given.personId,
    given.capacity,
    given.givenBy,
    given.kind,
    given.scope,
    given.purposes,
    given.recipient,
    given.validFrom,
    given.validUntil,
    given.evidence,
    at,
    by.subject,
    by.organisation,
  ]);
  if (row === undefined) throw new Error('an inserted row was not returned');
  return row.id;
}

/** False where it was withdrawn before. */
export async function insertWithdrawal(
  tx: Transaction,
  { id, at, how, note, by }: { id: number; at: Date; how: WithdrawalWay; note: string | null; by: Recorder },
): Promise<boolean> {
  const inserted = await tx.execute(
    `INSERT INTO consent_withdrawal (consent_id, at, how, note, recorded_by, recorded_in)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [id, at, how, note, by.subject, by.organisation],
  );
  return inserted === 1;
}

/** For one purpose and organisation; a consent without a recipient is for whoever acts by law. */
export interface ConsentQuestion {
  readonly purpose: string;
  readonly organisation: string;
  readonly day: Day;
}

/** Consents of these households that hold at this moment, in one statement. */
export function consentsInForce(
  db: Queryable,
  households: readonly number[],
  { purpose, organisation, day }: ConsentQuestion,
): Promise<ConsentInForce[]> {
  return db.query<ConsentInForce>(
    `SELECT c.household_id AS "householdId", c.person_id AS "personId", c.kind, c.scope FROM consent c
     WHERE c.household_id = ANY($1::bigint[]) AND $2 = ANY(c.purposes)
       AND (c.recipient IS NULL OR c.recipient = $3) AND c.valid_from <= $4::date AND c.valid_until >= $4::date
       AND NOT EXISTS (SELECT FROM consent_withdrawal w WHERE w.consent_id = c.id)`,
    [households, purpose, organisation, day],
    { name: 'consents in force' },
  );
}
