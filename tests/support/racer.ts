/** A process of its own over a test's database, which does what it is told the moment it is told. */
import { openHub } from '../../src/app/hub.ts';
import { loadConfig } from '../../src/config/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { asDay } from '../../src/kernel/day.ts';
import type { AlertOutcome } from '../../src/modules/alerting/index.ts';
import { createLog } from '../../src/platform/log.ts';

/** A piece of work on an alert. */
export type RaceWork =
  | { readonly does: 'assign'; readonly alertId: number; readonly version: number; readonly as: string }
  | { readonly does: 'visit'; readonly alertId: number; readonly version: number; readonly as: string }
  | { readonly does: 'close'; readonly alertId: number; readonly outcome: AlertOutcome; readonly as: string };

/** What a racer is told: work, a pass over what changed or over everybody, or to end. */
export type RaceOrder =
  | RaceWork
  | { readonly does: 'derive' }
  | { readonly does: 'recheck' }
  | { readonly does: 'end' };

/** DONE, or the code of the refusal; of a racer that begins: READY. */
export type RaceAnswer = string;

const hub = await openHub({ config: loadConfig(process.env), clock: systemClock, log: createLog('silent') });
const tell = (answer: RaceAnswer, sent: () => void = () => undefined): void =>
  void process.send?.(answer, undefined, undefined, sent);

async function work(order: RaceWork): Promise<RaceAnswer> {
  const { alertId, as } = order;
  const worker = { subject: as, organisation: 'test', divisions: ['310105'], rules: null };
  const on = (expectedVersion: number | null) => ({
    alertId,
    worker,
    key: `${as} ${alertId} ${order.does}`,
    expectedVersion,
  });
  const desk = hub.alertDesk;
  const seen = { visitedOn: asDay('2026-10-31'), visitors: [as], purpose: 'FIRST_CONTACT' as const };
  const none = { present: [], findings: null, changes: [], nextVisitOn: null };
  const done = await (order.does === 'assign'
    ? desk.assign(on(order.version), as)
    : order.does === 'visit'
      ? desk.recordVisit(on(order.version), { ...seen, ...none })
      : desk.close(on(null), { outcome: order.outcome, note: null }));
  return done.ok ? 'DONE' : done.error.code;
}

async function follow(order: RaceOrder): Promise<RaceAnswer> {
  if (order.does === 'derive') await hub.pipeline.derive();
  else if (order.does === 'recheck') await hub.pipeline.recheck(systemClock.now());
  else if (order.does === 'end') await hub.close();
  else return work(order);
  return 'DONE';
}

process.on('message', async (order: RaceOrder) => {
  const failed = (error: unknown): RaceAnswer => `FAILED ${error instanceof Error ? error.message : String(error)}`;
  tell(await follow(order).catch(failed), order.does === 'end' ? () => process.exit() : undefined);
});
tell('READY');
