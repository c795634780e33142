/** The demo as `npm start` brings it up: a simulated district, five live agencies, profiles and alerts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { connectionsOf } from '../../src/app/connections.ts';
import { type Demo, openDemo } from '../../src/app/demo.ts';
import { openHub } from '../../src/app/hub.ts';
import { configuredAgencies, syncAgency } from '../../src/app/sync.ts';
import { loadConfig } from '../../src/config/index.ts';
import { addDays, asDay, type Day } from '../../src/kernel/day.ts';
import { createLog } from '../../src/platform/log.ts';
import { createTestDatabase } from '../support/database.ts';

const home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'demo-'));
let day = asDay('2026-10-30');
const clock = { now: (): Date => new Date(`${day}T04:00:00Z`) };
const log = createLog('silent');
const config = loadConfig({
  WANJIA_HOME: home,
  DATABASE_URL: await createTestDatabase(),
  WANJIA_LOG_LEVEL: 'silent',
  WANJIA_DEMO_PERSONS: '600',
});
const hub = await openHub({ config, clock, log });
const opened = await openDemo({ config, clock, databaseUrl: hub.db.url });
if (opened === null) throw new Error('somebody else runs the demo of a database of our own');
const demo: Demo = opened;
afterAll(async () => {
  await demo.close();
  await hub.close();
  await rm(home, { recursive: true, force: true });
});

async function syncEverything(): Promise<{ rows: number; accepted: number; errors: readonly unknown[] }> {
  const today: Day = await demo.advance();
  let [rows, accepted] = [0, 0];
  const errors: unknown[] = [];
  for (const agency of configuredAgencies(demo.agencies.settings)) {
    const report = await syncAgency(hub, { agency, settings: demo.agencies.settings[agency], today });
    for (const batch of report.batches) {
      rows += batch.rows;
      accepted += batch.accepted;
      if (batch.error !== null) errors.push(batch.error);
    }
    if (report.error !== null) errors.push(report.error);
  }
  await hub.pipeline.derive();
  return { rows, accepted, errors };
}

async function freshness(): Promise<Record<string, number>> {
  const rows = await hub.db.query<{ agency: string; types: number }>(
    'select agency, count(*)::int as types from feed where data_as_of is not null group by agency',
  );
  return Object.fromEntries(rows.map(({ agency, types }) => [agency, types]));
}

describe('the demo district', () => {
  it('joins what the agencies deliver over their own transports', async () => {
    const { rows, accepted, errors } = await syncEverything();
    expect(errors).toEqual([]);
    expect(rows).toBeGreaterThan(3_000);
    expect(accepted / rows).toBeGreaterThan(0.95);
    expect(await freshness()).toEqual({
      'civil-affairs': 5,
      'health-insurance': 3,
      education: 3,
      'human-resources': 3,
      'disability-federation': 2,
      housing: 3,
    });
    const [joined] = await hub.db.query<{ agencies: number }>(
      `select max(agencies)::int as agencies from (
         select l.person_id, (count(distinct a.type)) as agencies from link l
         join (select subject_id, 'CA' as type from record_ca05 union all select subject_id, 'HI' from record_hi01
               union all select subject_id, 'ED' from record_ed01 union all select subject_id, 'HR' from record_hr01
               union all select subject_id, 'HR' from record_hr03 union all select subject_id, 'DF' from record_df01) a
         using (subject_id) group by l.person_id) p`,
    );
    expect(joined?.agencies).toBeGreaterThanOrEqual(3);
  });

  it('is run by one process of a database; the next uses what that one announced', async () => {
    expect(await openDemo({ config, clock, databaseUrl: hub.db.url })).toBeNull();
    expect(await connectionsOf(config)).toEqual(demo.agencies.settings);
  });

  it('fetched again on the same day, changes nothing', async () => {
    const before = await hub.db.query('select max(version) as version, count(*) as n from profile_version');
    const { accepted, errors } = await syncEverything();
    expect(errors).toEqual([]);
    expect(accepted).toBe(0);
    expect(await hub.db.query('select max(version) as version, count(*) as n from profile_version')).toEqual(before);
  });

  it('lives on: the next days bring changes, and earlier days can still be read', async () => {
    day = addDays(day, 3);
    const { accepted, errors } = await syncEverything();
    expect(errors).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
    expect(await hub.households.hubDay()).toBe(day);
    const ended = await hub.db.query<{ household_id: number; valid_from: Day }>(
      `select household_id, valid_from::text from profile_version where valid_to <> 'infinity' limit 1`,
    );
    expect(ended).toHaveLength(1);
    const [{ household_id: id, valid_from: then } = { household_id: 0, valid_from: day }] = ended;
    const everywhere = { prefixes: ['310105'] };
    const [earlier, now] = [
      await hub.households.findById(id, then, everywhere),
      await hub.households.findById(id, null, everywhere),
    ];
    expect(earlier?.version).toBeLessThan(now?.version ?? 0);
  });

  it('SYS-02.15 an agency that is down makes its part stale, and blocks nobody', async () => {
    await demo.agencies.setFaults({ 'civil-affairs': { missingViews: ['CA04'] } });
    day = addDays(day, 3);
    const { accepted, errors } = await syncEverything();
    expect(errors).toHaveLength(1);
    expect(accepted).toBeGreaterThan(0);
    const failed = await hub.db.query<{ code: string }>(
      `select last_error_code as code from feed where record_type = 'CA04'`,
    );
    expect(failed[0]?.code).toMatch(/^SOURCE_/);
    const { ids } = await hub.households.list({}, { first: 1, after: null }, { prefixes: ['310105'] });
    const profile = await hub.households.findById(ids[0] ?? 0, null, { prefixes: ['310105'] });
    expect(profile?.document.members.length).toBeGreaterThan(0);
    expect(profile?.feeds.get('CA04')?.freshness).toBe('STALE');
    expect(profile?.feeds.get('HR01')?.freshness).toBe('FRESH');
  });
});
