/** The history of alerts: who did what when, or what came about by itself. Append-only. */
import type { Day } from '../../kernel/day.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { Worker } from './work.ts';

/** What can happen to an alert. */
export const ALERT_EVENTS = [
  'RAISED',
  'HIT_JOINED',
  'HIT_CHANGED',
  'HIT_LEFT',
  'ESCALATED',
  'EASED',
  'WITHDRAWN',
  'ROUTED',
  'PASSED_UP',
  'ASSIGNED',
  'VISITED',
  'CLOSED',
] as const;
export type AlertEventKind = (typeof ALERT_EVENTS)[number];

/** Something a person did. */
export interface Deed {
  readonly alertId: number;
  readonly kind: AlertEventKind;
  readonly worker: Worker;
  readonly at: Date;
  readonly on: Day;
  /** Codes and ids, never a person's values. */
  readonly details: Readonly<Record<string, string | number | null>>;
}

export async function noteDeed(tx: Transaction, { alertId, kind, worker, at, on, details }: Deed): Promise<void> {
  await tx.execute(
    `INSERT INTO alert_event (alert_id, at, "on", kind, actor, organisation, details) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [alertId, at, on, kind, worker.subject, worker.organisation, JSON.stringify(details)],
  );
}
