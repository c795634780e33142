import type { Clock } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AlertingPack } from './alerting-pack.ts';
import { type AlertCounts, applyHits } from './apply.store.ts';
import { dueTimes } from './due.ts';
import type { Roster } from './roster/roster.ts';
import { passUp } from './route.store.ts';
import { rankByShownHits } from './shown-rank.store.ts';

export interface AlertingParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly pack: AlertingPack;
  readonly roster: Roster;
}

export interface Alerting {
  /** Raises, changes and closes alerts of the households whose hits changed, as of the hub's day. */
  apply(day: Day): Promise<AlertCounts>;
  /** Passes up what nobody answered in time, and follows roster and restricted rules where they changed; tells how many went up. */
  passUp(day: Day): Promise<number>;
}

export function createAlerting({ db, clock, pack, roster }: AlertingParts): Alerting {
  return {
    apply: (day) =>
      db.tx(async (tx) => {
        await tx.lock('wanjia:alerting');
        const due = dueTimes(clock, pack.clocks, pack.workingDays);
        return applyHits(tx, { day, now: clock.now(), due, roster, pack });
      }),
    passUp: (day) =>
      db.tx(async (tx) => {
        await tx.lock('wanjia:alerting');
        const due = dueTimes(clock, pack.clocks, pack.workingDays);
        const passed = await passUp(tx, { day, now: clock.now(), due, roster, pack });
        await rankByShownHits(tx, 'all', pack);
        return passed;
      }),
  };
}
