/** The people's side of alerting: alerts are taken, visited and closed, each by one person at a time. */
import { beijingDay } from '../../kernel/clock.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { readHubDays } from '../ingestion/index.ts';
import type { AlertOutcome } from './alert.ts';
import type { AlertingParts } from './alerting.service.ts';
import { dueTimes } from './due.ts';
import { noteDeed } from './event.store.ts';
import { areListed, assignAlert, closeAlert, insertVisit, lockAlert, markVisited } from './work.store.ts';
import {
  type AlertStanding,
  namedOnce,
  refuseAssignment,
  refuseReport,
  refuseStale,
  type VisitReport,
  type WorkOrder,
  type WorkRefusal,
} from './work.ts';
import { oncePerKey } from './work-key.store.ts';

type Worked = Result<AlertStanding, WorkRefusal>;

export interface AlertDesk {
  assign(order: WorkOrder, assignee: string): Promise<Worked>;
  recordVisit(order: WorkOrder, report: VisitReport): Promise<Worked>;
  close(order: WorkOrder, closing: { readonly outcome: AlertOutcome; readonly note: string | null }): Promise<Worked>;
}

/** A person's word stands so long against hits that are no graver. */
export const COOLING_DAYS = 90;

type DeskParts = Omit<AlertingParts, 'roster'>;

interface Bench {
  readonly tx: Transaction;
  readonly standing: AlertStanding;
  readonly now: Date;
  /** The hub's day. */
  readonly on: Day;
}

/** The next look at an alert that was visited: the end of the day agreed on, or when the mildest clock runs out. */
function nextLook({ clock, pack }: DeskParts, { nextVisitOn }: VisitReport, now: Date): Date {
  if (nextVisitOn !== null) return new Date(`${nextVisitOn}T23:59:59+08:00`);
  return dueTimes(clock, pack.clocks, pack.workingDays).get('BLUE') ?? now;
}

export function createAlertDesk(parts: DeskParts): AlertDesk {
  const { db, clock } = parts;

  /** One transaction: the key, the lock, the work and its trace are kept together or not at all. */
  function work(
    operation: string,
    { alertId, worker, key, expectedVersion }: WorkOrder,
    given: unknown,
    act: (bench: Bench) => Promise<Worked>,
  ): Promise<Worked> {
    const now = clock.now();
    const asked = { alertId, expectedVersion, given };
    return db.tx((tx) =>
      oncePerKey(tx, { worker, key, operation, asked, now }, async () => {
        const standing = await lockAlert(tx, alertId, worker);
        if (standing === null) return fail({ code: 'NOT_FOUND', params: { what: 'alert' } });
        const on = (await readHubDays(tx))?.today ?? beijingDay(now);
        return act({ tx, standing, now, on });
      }),
    );
  }

  return {
    assign: (order, given) =>
      work('assignAlert', order, given, async ({ tx, standing, now, on }) => {
        const assignee = given.trim();
        const refusal = refuseAssignment(standing, assignee, order.expectedVersion);
        if (refusal !== null) return fail(refusal);
        if (standing.assignee === assignee) return succeed(standing);
        const details = { from: standing.assignee, to: assignee };
        await noteDeed(tx, { alertId: standing.id, kind: 'ASSIGNED', worker: order.worker, at: now, on, details });
        return succeed(await assignAlert(tx, standing.id, assignee));
      }),

    recordVisit: (order, given) =>
      work('recordVisit', order, given, async ({ tx, standing, now, on }) => {
        const { id, householdId } = standing;
        const { subject } = order.worker;
        const report = { ...given, visitors: namedOnce(given.visitors), findings: given.findings?.trim() || null };
        const today = beijingDay(now) > on ? beijingDay(now) : on;
        const refusal = refuseStale(standing, order.expectedVersion) ?? refuseReport(report, today);
        if (refusal !== null) return fail(refusal);
        if (!(await areListed(tx, householdId, report.present, on))) return fail({ code: 'NOT_A_MEMBER' });
        const visit = { ...report, householdId, alertId: id, recordedBy: subject, recordedAt: now };
        const details = { visit: await insertVisit(tx, visit), purpose: report.purpose };
        await noteDeed(tx, { alertId: id, kind: 'VISITED', worker: order.worker, at: now, on, details });
        return succeed(await markVisited(tx, id, { by: subject, at: now, dueAt: nextLook(parts, report, now) }));
      }),

    close: (order, given) =>
      work('closeAlert', order, given, async ({ tx, standing, now, on }) => {
        const refusal = refuseStale(standing, order.expectedVersion);
        if (refusal !== null) return fail(refusal);
        const { id } = standing;
        const { outcome } = given;
        const note = given.note?.trim() || null;
        await noteDeed(tx, {
          alertId: id,
          kind: 'CLOSED',
          worker: order.worker,
          at: now,
          on,
          details: { outcome },
        });
        const coolingUntil = addDays(on, COOLING_DAYS);
        return succeed(
          await closeAlert(tx, id, { outcome, note, by: order.worker.subject, at: now, on, coolingUntil }),
        );
      }),
  };
}
