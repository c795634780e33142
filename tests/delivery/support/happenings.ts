/** Things that happen to alerts, as the outbox has them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../src/platform/database/database.ts';

/** Lets something happen to each of the first alerts, so many times; versions tell which time, from `firstVersion` on. */
export function happenTo(db: Database, alerts: number, firstVersion: number): (times: number) => Promise<void> {
  let version = firstVersion;
  return async (times) => {
    for (let nth = 0; nth < times * alerts; nth += 1) {
      const alert = (nth % alerts) + 1;
      await db.execute(
        `INSERT INTO outbox (type, entity_id, household_id, operation, kind, version, scope_before, scope_after)
         VALUES ('ALERT', $1, $2, 'UPSERT', 'CHANGED', $3, ARRAY['310105001'], ARRAY['310105001'])`,
        [String(alert), alert, version],
      );
      version += 1;
    }
  };
}

/** Waits for what comes about by itself. */
export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(20);
}
