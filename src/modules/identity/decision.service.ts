/** A person's word about who is who: doubts decided, links undone. It outranks every automatic method, for good. */
import type { RecordType } from '../../kernel/agency.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { SealedColumn } from '../../platform/crypto/sealed-form.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { separateRecord } from './separate.store.ts';

/** Who decides, and why; both are kept. */
export interface Decider {
  readonly by: string;
  readonly reason: string;
  /** The transaction the decision is part of; absent: one of its own. */
  readonly within?: Transaction;
}

/** The record is about this candidate, or about none of them. */
export type ReviewVerdict = { readonly same: number } | { readonly same: null };

export type ReviewRefusal = 'NOT_FOUND' | 'ALREADY_CLOSED' | 'NOT_A_CANDIDATE';
export type UndoRefusal = 'NOT_FOUND' | 'NOT_LINKED';

export interface IdentityDecisions {
  /** Decides a review; what follows from it comes with the next run of the pipeline. */
  decideReview(id: number, verdict: ReviewVerdict, decider: Decider): Promise<Result<void, ReviewRefusal>>;
  /** Takes a record away from the person it is linked to. That link is not made again. */
  undoLink(record: RecordRef, decider: Decider): Promise<Result<void, UndoRefusal>>;
}

export interface RecordRef {
  readonly recordType: RecordType;
  readonly sourceKey: string;
}

interface ReviewRow {
  readonly subject_id: number;
  readonly candidates: readonly number[];
  readonly state: string;
}

interface Verdict {
  readonly subjectId: number;
  readonly personId: number;
  readonly verdict: 'SAME' | 'NOT_SAME';
}

async function keepVerdict(
  tx: Transaction,
  { subjectId, personId, verdict }: Verdict,
  decider: Decider,
): Promise<void> {
  await tx.execute(
    `insert into link_decision (subject_id, person_id, verdict, reason, decided_by) values ($1, $2, $3, $4, $5)
     on conflict (subject_id, person_id) do update
     set verdict = excluded.verdict, reason = excluded.reason, decided_by = excluded.decided_by, decided_at = now()`,
    [subjectId, personId, verdict, decider.reason, decider.by],
  );
}

async function markSubject(tx: Transaction, subjectId: number): Promise<void> {
  await tx.execute('insert into subject_mark (subject_id) values ($1)', [subjectId]);
}

async function decide(
  tx: Transaction,
  id: number,
  verdict: ReviewVerdict,
  decider: Decider,
): Promise<Result<void, ReviewRefusal>> {
  const [review] = await tx.query<ReviewRow>(
    'select subject_id, candidates, state from identity_review where id = $1 for update',
    [id],
  );
  if (review === undefined) return fail('NOT_FOUND');
  if (review.state !== 'OPEN') return fail('ALREADY_CLOSED');
  if (verdict.same !== null && !review.candidates.includes(verdict.same)) return fail('NOT_A_CANDIDATE');
  for (const personId of review.candidates) {
    const said = personId === verdict.same ? 'SAME' : 'NOT_SAME';
    await keepVerdict(tx, { subjectId: review.subject_id, personId, verdict: said }, decider);
  }
  await tx.execute(`update identity_review set state = 'DECIDED', closed_at = now() where id = $1`, [id]);
  await markSubject(tx, review.subject_id);
  return succeed(undefined);
}

interface LinkedRecord {
  readonly subject_id: number;
  readonly key: string;
  readonly person_id: number;
  readonly method: string;
}

async function undo(tx: Transaction, record: RecordRef, decider: Decider): Promise<Result<void, UndoRefusal>> {
  const [link] = await tx.query<LinkedRecord>(
    `select r.subject_id, s.key, l.person_id, l.method from record_${record.recordType.toLowerCase()} r
     join subject s on s.id = r.subject_id join link l on l.subject_id = r.subject_id
     where r.source_key = $1 and r.ended_on is null`,
    [record.sourceKey],
  );
  if (link === undefined) return fail('NOT_FOUND');
  if (link.method === 'ALONE') return fail('NOT_LINKED');
  const own = link.key.startsWith('id:') ? await separateRecord(tx, record, decider.by) : link.subject_id;
  await keepVerdict(tx, { subjectId: own, personId: link.person_id, verdict: 'NOT_SAME' }, decider);
  await markSubject(tx, link.subject_id);
  await markSubject(tx, own);
  return succeed(undefined);
}

export const SEALED_COLUMNS: readonly SealedColumn[] = [{ table: 'link_decision', column: 'reason' }];

export interface IdentityDecisionParts {
  readonly db: Database;
  readonly sealer: Sealer;
}

export function createIdentityDecisions({ db, sealer }: IdentityDecisionParts): IdentityDecisions {
  const kept = (decider: Decider): Decider => ({
    ...decider,
    reason: sealer.seal('link_decision.reason', decider.reason),
  });
  const inOne = <T>({ within }: Decider, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    within === undefined ? db.tx(work) : work(within);
  return {
    decideReview: (id, verdict, decider) => inOne(decider, (tx) => decide(tx, id, verdict, kept(decider))),
    undoLink: (record, decider) => inOne(decider, (tx) => undo(tx, record, kept(decider))),
  };
}
