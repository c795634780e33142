/** The history of cases and their referrals: who did what when. Append-only. */
import type { Day } from '../../../kernel/day.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import type { Worker } from '../../alerting/index.ts';

export const CASE_EVENTS = [
  'OPENED',
  'PLANNED',
  'HANDED_ON',
  'REFERRAL_ASKED',
  'REFERRED',
  'REFERRAL_ANSWERED',
  'REFERRAL_PASSED_UP',
  'REFERRAL_ENDED',
  'CLOSED',
] as const;
/** What can happen to a case. HANDED_ON: another adviser is responsible. */
export type CaseEventKind = (typeof CASE_EVENTS)[number];

/** Codes and ids, never a person's values. */
export type CaseEventDetails = Readonly<Partial<Record<'from' | 'to' | 'alert' | 'outcome', string | number | null>>>;

/** A moment of work: who, and when on both clocks. */
export interface WorkMoment {
  readonly tx: Transaction;
  readonly worker: Worker;
  readonly now: Date;
  /** The hub's day. */
  readonly on: Day;
}

export interface CaseDeed {
  readonly caseId: number;
  readonly referralId?: number;
  readonly kind: CaseEventKind;
  readonly details?: CaseEventDetails;
}

export async function noteCaseDeed({ tx, worker, now, on }: WorkMoment, deed: CaseDeed): Promise<void> {
  const { caseId, referralId = null, kind, details = {} } = deed;
  await tx.execute(
    `INSERT INTO case_event (case_id, referral_id, at, "on", kind, actor, organisation, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [caseId, referralId, now, on, kind, worker.subject, worker.organisation, JSON.stringify(details)],
  );
}

export interface CaseEvent {
  readonly caseId: number;
  readonly referralId: number | null;
  readonly at: Date;
  readonly on: Day;
  readonly kind: CaseEventKind;
  /** Null: the day brought it about. */
  readonly actor: string | null;
  readonly organisation: string | null;
  readonly details: CaseEventDetails;
}

/** What happened to cases, in order. Whoever asks may see the cases. */
export function listCaseEvents(db: Queryable, caseIds: readonly number[]): Promise<CaseEvent[]> {
  return db.query<CaseEvent>(
    `SELECT case_id AS "caseId", referral_id AS "referralId", at, "on", kind, actor, organisation, details
     FROM case_event WHERE case_id = ANY($1::bigint[]) ORDER BY id`,
    [caseIds],
  );
}
