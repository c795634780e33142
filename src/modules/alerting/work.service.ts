/** The people's side of alerting: alerts are taken, visited and closed, each by one person at a time. */
import { beijingDay } from '../../kernel/clock.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { oncePerKey } from '../../platform/once/once-per-key.ts';
import { numberOn } from '../discovery/index.ts';
import { readHubDays } from '../ingestion/index.ts';
import type { AlertOutcome } from './alert.ts';
import type { AlertingParts } from './alerting.service.ts';
import type { CaseBook, HouseholdDeed } from './case-book.ts';
import { noteDeed } from './event.store.ts';
import { takeVisit } from './take-visit.ts';
import { assignAlert, closeAlert, findOpenAlert, lockAlert, reachesHousehold } from './work.store.ts';
import {
  type AlertStanding,
  refuseAssignment,
  refuseStale,
  type VisitReport,
  type WorkOrder,
  type WorkRefusal,
} from './work.ts';

/** Work on a household that need not have an alert. */
export interface HouseholdOrder extends Pick<WorkOrder, 'worker' | 'key'> {
  readonly householdId: number;
}

type Worked = Result<AlertStanding, WorkRefusal>;

export interface AlertDesk {
  assign(order: WorkOrder, assignee: string): Promise<Worked>;
  recordVisit(order: WorkOrder, report: VisitReport): Promise<Worked>;
  /** A visit that no alert called for, such as a review; where the household has an open alert it counts for that too. */
  visitHousehold(order: HouseholdOrder, report: VisitReport): Promise<Result<AlertStanding | null, WorkRefusal>>;
  close(order: WorkOrder, closing: { readonly outcome: AlertOutcome; readonly note: string | null }): Promise<Worked>;
}

interface DeskParts extends Omit<AlertingParts, 'roster'> {
  readonly cases: CaseBook;
  readonly sealer: Sealer;
}

interface Bench {
  readonly tx: Transaction;
  readonly standing: AlertStanding;
  readonly now: Date;
  /** The hub's day. */
  readonly on: Day;
}

export function createAlertDesk(parts: DeskParts): AlertDesk {
  const { db, clock, sealer, cases } = parts;
  const deedOf = ({ tx, standing, now, on }: Bench, worker: WorkOrder['worker']): HouseholdDeed => ({
    tx,
    worker,
    householdId: standing.householdId,
    now,
    on,
  });

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
      oncePerKey(tx, { sealer, worker, key, operation, asked, now }, async () => {
        const standing = await lockAlert(tx, alertId, worker);
        if (standing === null) return fail({ code: 'NOT_FOUND', params: { what: 'alert' } });
        const on = (await readHubDays(tx))?.today ?? beijingDay(now);
        return act({ tx, standing, now, on });
      }),
    );
  }

  return {
    assign: (order, given) =>
      work('assignAlert', order, given, async (bench) => {
        const { tx, standing, now, on } = bench;
        const assignee = given.trim();
        const refusal = refuseAssignment(standing, assignee, order.expectedVersion);
        if (refusal !== null) return fail(refusal);
        if (standing.assignee === assignee) return succeed(standing);
        const details = { from: standing.assignee, to: assignee };
        await noteDeed(tx, { alertId: standing.id, kind: 'ASSIGNED', worker: order.worker, at: now, on, details });
        await cases.begun(deedOf(bench, order.worker), assignee);
        return succeed(await assignAlert(tx, standing.id, assignee));
      }),

    recordVisit: (order, given) =>
      work('recordVisit', order, given, async ({ tx, standing, now, on }) => {
        const refusal = refuseStale(standing, order.expectedVersion);
        if (refusal !== null) return fail(refusal);
        const { householdId } = standing;
        const { worker } = order;
        const taken = await takeVisit(parts, { tx, worker, householdId, standing, given, now, on });
        return taken.ok ? succeed(taken.value ?? standing) : taken;
      }),

    visitHousehold: ({ householdId, worker, key }, given) => {
      const now = clock.now();
      const asked = { householdId, given };
      return db.tx((tx) =>
        oncePerKey(tx, { sealer, worker, key, operation: 'visitHousehold', asked, now }, async () => {
          const on = (await readHubDays(tx))?.today ?? beijingDay(now);
          if (!(await reachesHousehold(tx, householdId, worker, on)))
            return fail({ code: 'NOT_FOUND', params: { what: 'household' } });
          const alertId = await findOpenAlert(tx, householdId);
          const standing = alertId === null ? null : await lockAlert(tx, alertId, worker);
          const underWork = standing?.state === 'CLOSED' ? null : standing;
          return takeVisit(parts, { tx, worker, householdId, standing: underWork, given, now, on });
        }),
      );
    },

    close: (order, given) =>
      work('closeAlert', order, given, async (bench) => {
        const { tx, standing, now, on } = bench;
        const refusal = refuseStale(standing, order.expectedVersion);
        if (refusal !== null) return fail(refusal);
        const { id } = standing;
        const { outcome } = given;
        const note = sealer.seal('alert.closing_note', given.note?.trim() || null);
        await noteDeed(tx, {
          alertId: id,
          kind: 'CLOSED',
          worker: order.worker,
          at: now,
          on,
          details: { outcome },
        });
        await cases.closed(deedOf(bench, order.worker), { alertId: id, outcome });
        const coolingUntil = addDays(on, numberOn(parts.pack.parameters, 'ALERT_COOLING_DAYS', on));
        return succeed(
          await closeAlert(tx, id, { outcome, note, by: order.worker.subject, at: now, on, coolingUntil }),
        );
      }),
  };
}
