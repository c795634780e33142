/** What alerting tells of a household's case 个案: the work on an alert begins, goes on in, or ends within one. */
import type { Day } from '../../kernel/day.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { AlertOutcome } from './alert.ts';
import type { Worker } from './work.ts';

/** Something a person does for a household, in the transaction it is done in. */
export interface HouseholdDeed {
  readonly tx: Transaction;
  readonly worker: Worker;
  readonly householdId: number;
  readonly now: Date;
  /** The hub's day. */
  readonly on: Day;
}

/** Casework keeps it; alerting does not know what a case is. */
export interface CaseBook {
  /** An alert was taken by someone. */
  begun(deed: HouseholdDeed, adviser: string): Promise<void>;
  /** The household was visited; for an alert, or without one. */
  visited(deed: HouseholdDeed & { readonly onAlert: boolean }, nextVisitOn: Day | null): Promise<void>;
  /** An alert was closed by a person. */
  closed(deed: HouseholdDeed, closing: { readonly alertId: number; readonly outcome: AlertOutcome }): Promise<void>;
}
