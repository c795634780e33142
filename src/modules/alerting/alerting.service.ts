import type { Clock } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Pack } from '../discovery/index.ts';
import type { Alert, AlertPage, AlertQuery } from './alert.ts';
import { findAlert, listAlerts } from './alert-list.store.ts';
import { type AlertCounts, applyHits } from './apply.store.ts';
import { dueTimes } from './due.ts';

export interface AlertingParts {
  readonly db: Database;
  readonly clock: Clock;
  /** Severity clocks and working days. */
  readonly pack: Pick<Pack, 'clocks' | 'workingDays'>;
}

export interface Alerting {
  /** Raises, changes and closes alerts of the households whose hits changed, as of the hub's day. */
  apply(day: Day): Promise<AlertCounts>;
  list(query: AlertQuery): Promise<AlertPage>;
  find(id: number, scope: readonly string[]): Promise<Alert | null>;
}

export function createAlerting({ db, clock, pack }: AlertingParts): Alerting {
  return {
    apply: (day) =>
      db.tx(async (tx) => {
        await tx.lock('wanjia:alerting');
        const due = dueTimes(clock, pack.clocks, pack.workingDays);
        return applyHits(tx, { day, now: clock.now(), due });
      }),
    list: (query) => listAlerts(db, query, clock.now()),
    find: (id, scope) => findAlert(db, id, scope),
  };
}
