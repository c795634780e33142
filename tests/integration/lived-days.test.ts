/**
 * A simulated district lives day by day: its agencies are asked, some of them late or silent for days, and changes are
 * carried on. Every night everything is derived anew from the records, and must be what the increments hold.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Agencies, createCity, startAgencies } from '../../sim/index.ts';
import { openHub } from '../../src/app/hub.ts';
import { syncAgency } from '../../src/app/sync.ts';
import { loadConfig } from '../../src/config/index.ts';
import { AGENCIES, type AgencyId } from '../../src/kernel/agency.ts';
import { addDays, asDay, type Day } from '../../src/kernel/day.ts';
import { createLog } from '../../src/platform/log.ts';
import { createTestDatabase, openTestDatabase } from '../support/database.ts';
import { derivedState, differences, rebuild } from '../support/rebuilt-hub.ts';

const LONG = process.env.WANJIA_TEST_LONG === '1';
/** Both cross the end of a month and the first day of a school term; the longer one a rule's sixtieth day of it too. */
const [BEGINS, DAYS, PEOPLE] = LONG ? [asDay('2026-08-10'), 90, 1_200] : [asDay('2026-08-26'), 10, 250];

/** Days after the first on which an agency is not reached. */
const SILENT: Readonly<Partial<Record<AgencyId, readonly (readonly [number, number])[]>>> = {
  'human-resources': [[3, 6]],
  'civil-affairs': [[40, 41]],
  education: [[50, 72]],
};

const home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'lived-days-'));
let today: Day = BEGINS;
const clock = { now: (): Date => new Date(`${today}T12:00:00Z`) };
const hub = await openHub({
  config: loadConfig({ WANJIA_HOME: home, DATABASE_URL: await createTestDatabase(), WANJIA_LOG_LEVEL: 'silent' }),
  clock,
  log: createLog('silent'),
});
const scratch = await openTestDatabase();
const agencies: Agencies = await startAgencies({
  city: createCity({ seed: 11, people: PEOPLE, startDay: BEGINS, pace: 8 }),
  day: BEGINS,
  home,
  databases: { 'civil-affairs': await createTestDatabase({ empty: true }) },
  now: () => clock.now().getTime(),
});
afterAll(async () => {
  await agencies.stop();
  await hub.close();
  await rm(home, { recursive: true, force: true });
});

function isSilent(agency: AgencyId, night: number): boolean {
  return (SILENT[agency] ?? []).some(([first, last]) => night >= first && night <= last);
}

async function liveThrough(night: number): Promise<{ changed: number; alerts: number }> {
  if (night > 0) await agencies.advanceTo(today);
  for (const agency of AGENCIES) {
    if (isSilent(agency, night)) continue;
    const { error } = await syncAgency(hub, { agency, settings: agencies.settings[agency], today });
    expect([agency, today, error]).toEqual([agency, today, null]);
  }
  const derived = await hub.pipeline.derive();
  expect(derived?.day).toBe(today);
  const { raised = 0, changed = 0, closed = 0 } = derived?.alerts ?? {};
  return { changed: derived?.households.changed ?? 0, alerts: raised + changed + closed };
}

describe(`${DAYS} days of ${PEOPLE} people`, () => {
  it(
    'SYS-07.01 every night what increments hold is what follows from the records from nothing',
    async () => {
      const lived = { changed: 0, alerts: 0 };
      const words = new Set<string>();
      for (let night = 0; night < DAYS; night += 1) {
        today = addDays(BEGINS, night);
        const { changed, alerts } = await liveThrough(night);
        expect([today, await hub.discovery.findDrift(today)]).toEqual([today, []]);
        await rebuild(hub.db, scratch, { pack: hub.pack, day: today, sealer: hub.sealing.sealer });
        const held = await derivedState(hub.db, hub.sealing.sealer);
        expect([today, differences(held, await derivedState(scratch, hub.sealing.sealer))]).toEqual([today, {}]);
        for (const line of held.get('results') ?? []) words.add(line);
        if (night > 0) lived.changed += changed;
        if (night > 0) lived.alerts += alerts;
      }
      // Nights on which nothing happened would prove nothing.
      expect(lived.changed).toBeGreaterThan(PEOPLE / 20);
      expect(lived.alerts).toBeGreaterThan(DAYS / 2);
      expect(words.size).toBeGreaterThan(DAYS);
    },
    LONG ? 3_600_000 : 180_000,
  );
});
