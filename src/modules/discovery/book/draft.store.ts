/** The SQL of drafts of rules: submitted, decided once, never rewritten. */
import type { Day } from '../../../kernel/day.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import type { Officer } from './refusals.ts';
import type { Release, WrittenParameter } from './released-version.ts';

/** What a draft would have changed on the day it was submitted. */
export interface DraftTrial {
  readonly matched: number;
  readonly added: number;
  readonly removed: number;
  readonly unknown: number;
}

/** A change of a rule as an officer submitted it, and what became of it. */
export interface SubmittedDraft {
  readonly id: number;
  readonly ruleId: string;
  /** null: as in force */
  readonly expression: string | null;
  readonly parameters: readonly WrittenParameter[];
  /** Pilot streets; empty: everywhere. */
  readonly streets: readonly string[];
  readonly effectiveFrom: Day;
  readonly reason: string;
  /** The newest version of the rule when it was submitted. */
  readonly baseVersion: number;
  readonly trial: DraftTrial;
  readonly submittedBy: string;
  readonly submittedOn: Day;
  /** null: it waits for another officer */
  readonly decision: 'RELEASED' | 'DECLINED' | null;
  readonly decidedBy: string | null;
  readonly decidedOn: Day | null;
  readonly decisionReason: string | null;
}

interface Moment {
  readonly now: Date;
  readonly on: Day;
}

const DRAFT = `d.id::int AS id, d.rule_id AS "ruleId", d.expression, d.parameters, d.streets,
  d.effective_from AS "effectiveFrom", d.reason, d.base_version AS "baseVersion", d.trial, d.submitted_by AS "submittedBy",
  d.submitted_on AS "submittedOn", c.decision, c.decided_by AS "decidedBy", c.decided_on AS "decidedOn",
  c.reason AS "decisionReason"
  FROM rule_draft d LEFT JOIN rule_draft_decision c ON c.draft_id = d.id`;

export async function findDraft(db: Queryable, id: number): Promise<SubmittedDraft | null> {
  const [draft] = await db.query<SubmittedDraft>(`SELECT ${DRAFT} WHERE d.id = $1`, [id]);
  return draft ?? null;
}

/** Drafts that wait, or all there were; the newest first. */
export function listDrafts(
  db: Queryable,
  { waiting, first }: { readonly waiting: boolean; readonly first: number },
): Promise<readonly SubmittedDraft[]> {
  const condition = waiting ? 'WHERE c.draft_id IS NULL' : '';
  return db.query<SubmittedDraft>(`SELECT ${DRAFT} ${condition} ORDER BY d.id DESC LIMIT $1`, [first]);
}

type NewDraft = Pick<
  SubmittedDraft,
  'ruleId' | 'expression' | 'parameters' | 'streets' | 'effectiveFrom' | 'reason' | 'baseVersion' | 'trial'
>;

export async function insertDraft(tx: Transaction, draft: NewDraft, by: Officer, at: Moment): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO rule_draft (rule_id, expression, parameters, streets, effective_from, reason, base_version, trial,
       submitted_by, organisation, submitted_at, submitted_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id::int AS id`,
    [
      ...[draft.ruleId, draft.expression, JSON.stringify(draft.parameters), draft.streets, draft.effectiveFrom],
      ...[draft.reason, draft.baseVersion, JSON.stringify(draft.trial), by.subject, by.organisation, at.now, at.on],
    ],
  );
  return row?.id ?? 0;
}

export async function insertDecision(
  tx: Transaction,
  {
    id,
    decision,
    reason,
  }: { readonly id: number; readonly decision: 'RELEASED' | 'DECLINED'; readonly reason: string },
  by: Officer,
  at: Moment,
): Promise<void> {
  await tx.execute(
    `INSERT INTO rule_draft_decision (draft_id, decision, reason, decided_by, organisation, decided_at, decided_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, decision, reason, by.subject, by.organisation, at.now, at.on],
  );
}

/** `draftId`: the draft it was; null: a rollback. */
export async function insertRelease(
  tx: Transaction,
  release: Release & { readonly draftId: number | null },
  organisation: string,
  now: Date,
): Promise<void> {
  await tx.execute(
    `INSERT INTO rule_release (rule_id, version, template, expression, parameters, streets, effective_from, effective_to,
       draft_id, restores, reason, released_by, organisation, released_at, released_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[release.ruleId, release.version, release.template, release.expression, JSON.stringify(release.parameters)],
      ...[release.streets, release.effectiveFrom, release.effectiveTo, release.draftId, release.restores],
      ...[release.reason, release.releasedBy, organisation, now, release.releasedOn],
    ],
  );
}
