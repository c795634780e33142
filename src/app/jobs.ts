/** What the hub does by itself: fetches from each agency, carries changes on, removes what has expired. */
import { z } from 'zod';
import { AGENCIES, type AgencyId, CADENCE_OF } from '../kernel/agency.ts';
import type { Day } from '../kernel/day.ts';
import { WanjiaError } from '../kernel/errors.ts';
import type { Cadence } from '../kernel/freshness.ts';
import { forgetRevocations } from '../modules/administration/index.ts';
import { compactChanges } from '../modules/delivery/index.ts';
import { moveHubDay, readHubDays } from '../modules/ingestion/index.ts';
import { forgetCodes, forgetNotices, MESSAGE_TABLES } from '../modules/messages/index.ts';
import { WEBHOOK_TABLES } from '../modules/webhooks/index.ts';
import { removeEnded } from '../platform/dispatch/index.ts';
import { forgetKeys } from '../platform/once/once-per-key.ts';
import { handler, type JobHandler, type JobKind, type JobTiming, type Queue } from '../platform/queue/queue.ts';
import type { Hub } from './hub.ts';
import { resealHub } from './keys.ts';
import { type AgencyConnections, configuredAgencies, syncAgency } from './sync.ts';

/** Fetches what an agency has. */
export const SYNC: JobKind<{ agency: AgencyId }> = {
  name: 'sync-agency',
  payload: z.object({ agency: z.enum(AGENCIES as unknown as [AgencyId, ...AgencyId[]]) }),
  attempts: 5,
  backoffMs: 60_000,
};

const DERIVE: JobKind<Record<string, never>> = {
  name: 'derive-changes',
  payload: z.object({}),
  attempts: 5,
  backoffMs: 5_000,
};

const EXPIRE: JobKind<Record<string, never>> = {
  name: 'enforce-retention',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 60_000,
};

/** Seals anew what stands under an older key. */
const RESEAL: JobKind<Record<string, never>> = {
  name: 'reseal-values',
  payload: z.object({}),
  attempts: 5,
  backoffMs: 60_000,
};

const PASS_UP: JobKind<Record<string, never>> = {
  name: 'pass-up-alerts',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 30_000,
};

const RECHECK: JobKind<Record<string, never>> = {
  name: 'recheck-rules',
  payload: z.object({}),
  attempts: 3,
  backoffMs: 300_000,
};

/** Nobody repeats a request after so long. */
const KEYS_KEPT_MS = 30 * 24 * 3_600_000;
const DAY_MS = 86_400_000;

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

const ZONE = 'Asia/Shanghai';

/** Monthly and weekly agencies are asked every day too: a delivery that was late is found the day it comes. */
const HOUR_OF: Readonly<Record<Cadence, string>> = { daily: '30 1 * * *', weekly: '0 2 * * *', monthly: '30 2 * * *' };

function at(cron: string): JobTiming {
  return { cron, timeZone: ZONE };
}

/** When an agency is asked for its records. */
export function syncTiming(agency: AgencyId): JobTiming {
  return at(HOUR_OF[CADENCE_OF[agency]]);
}

export interface JobDeps {
  readonly hub: Hub;
  readonly connections: AgencyConnections;
  /** The day the agencies are asked for. */
  today(): Promise<Day>;
}

/** Carries changes on soon; many changes at once are carried on together. */
export async function requestDerive(queue: Queue): Promise<void> {
  await queue.enqueue(DERIVE, {}, { once: DERIVE.name });
}

/** Carries a new key to everything that is sealed. */
export async function requestReseal(queue: Queue): Promise<void> {
  await queue.enqueue(RESEAL, {}, { once: RESEAL.name });
}

/** Syncs that failed every attempt and wait for a person, by agency. */
export async function countFailedSyncs(queue: Queue): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { name, payload } of await queue.listDeadLetters()) {
    if (name !== SYNC.name) continue;
    const agency = String(payload.agency);
    counts.set(agency, (counts.get(agency) ?? 0) + 1);
  }
  return counts;
}

export function jobHandlers({ hub, connections, today }: JobDeps): readonly JobHandler[] {
  return [
    handler(SYNC, async ({ agency }, signal) => {
      const report = await syncAgency(hub, { agency, settings: connections[agency], today: await today(), signal });
      await hub.pipeline.derive();
      if (report.error !== null) throw new WanjiaError('SYNC_FAILED', { source: agency, detail: report.error.code });
    }),
    handler(DERIVE, async () => {
      // A hub that is fed by hand lives in the day of its last delivery.
      if (Object.keys(connections).length > 0) await moveHubDay(hub.db, await today());
      await hub.pipeline.derive();
    }),
    handler(EXPIRE, async () => {
      const { archives, rows } = await hub.retention.enforce();
      const disclosures = await hub.audit.enforceRetention();
      const now = hub.clock.now();
      const revocations = await forgetRevocations(hub.db, now);
      const keys = await forgetKeys(hub.db, new Date(now.getTime() - KEYS_KEPT_MS));
      const changes = await compactChanges(hub.db, daysBefore(now, hub.config.changeDays));
      const over = daysBefore(now, hub.config.changeDays);
      const deliveries = await removeEnded(hub.db, WEBHOOK_TABLES, over);
      const messages = await removeEnded(hub.db, MESSAGE_TABLES, over);
      await forgetNotices(hub.db, over);
      await forgetCodes(hub.db, now);
      hub.log.info('retention enforced', {
        archives,
        rows,
        disclosures,
        revocations,
        keys,
        changes,
        deliveries,
        messages,
      });
    }),
    handler(RECHECK, async () => {
      const pass = await hub.pipeline.recheck(hub.clock.now());
      if (pass === null) return;
      const { day, rules, results, drifted } = pass;
      const facts = { day, rules, results, drifted, driftedRules: pass.drift.map(({ ruleId }) => ruleId).join(' ') };
      if (drifted > 0) hub.log.error('increments had results wrong; a full pass put them right', undefined, facts);
      else hub.log.info('a full pass found what the increments had found', facts);
    }),
    handler(RESEAL, async (_payload, signal) => {
      const { renewed, retired } = await resealHub(hub, signal);
      if (renewed > 0 || retired.length > 0)
        hub.log.info('values sealed anew', { renewed, retired: retired.join(' ') });
    }),
    handler(PASS_UP, async () => {
      const days = await readHubDays(hub.db);
      if (days === null) return;
      const alerts = await hub.alerting.passUp(days.today);
      if (alerts > 0) hub.log.info('alerts passed up', { alerts });
    }),
  ];
}

/** Sets the hub's timetable; agencies that are no longer configured leave it. */
export async function scheduleJobs(queue: Queue, connections: AgencyConnections): Promise<void> {
  const configured = new Set(Object.keys(connections).length === 0 ? [] : configuredAgencies(connections));
  for (const agency of AGENCIES) {
    const key = `${SYNC.name}:${agency}`;
    if (configured.has(agency)) await queue.schedule(key, SYNC, { agency }, syncTiming(agency));
    else await queue.unschedule(key);
  }
  await queue.schedule(PASS_UP.name, PASS_UP, {}, { everyMs: 10 * 60_000 });
  await queue.schedule(RECHECK.name, RECHECK, {}, at('0 3 * * *'));
  // What a killed process left under an older key is taken up again.
  await queue.schedule(RESEAL.name, RESEAL, {}, at('30 4 * * *'));
  await queue.schedule(EXPIRE.name, EXPIRE, {}, at('0 4 * * *'));
  // The day turns without a delivery too: ages, deadlines and overdue feeds are judged anew.
  await queue.schedule(DERIVE.name, DERIVE, {}, at('10 0 * * *'));
}
