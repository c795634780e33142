/**
 * What one changed record costs does not depend on how many people a district has: every statement of its way to the
 * alert reads the rows it is about. Counted in two districts, by the plans of the statements themselves.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { CONTRACTS } from '../../connectors/index.ts';
import { createCity, writeDelivery } from '../../sim/index.ts';
import { ingestDirectory } from '../../src/app/deliveries.ts';
import { type Hub, openHub } from '../../src/app/hub.ts';
import { loadConfig } from '../../src/config/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { asDay } from '../../src/kernel/day.ts';
import { createLog } from '../../src/platform/log.ts';
import { batchOf, rowOf } from '../support/batches.ts';
import { createTestDatabase } from '../support/database.ts';
import { type ReadStatement, readStatements } from '../support/read-statements.ts';

const DAY = asDay('2026-10-20');
const SIZES = [300, 3_000] as const;
/** The first ones find nothing planned yet. */
const WARMING = 2;
const CHANGES = 4;

const homes: string[] = [];
const hubs: Hub[] = [];
afterAll(async () => {
  for (const hub of hubs) await hub.close();
  for (const home of homes) await rm(home, { recursive: true, force: true });
});

async function openAt(home: string, url: string): Promise<Hub> {
  const config = loadConfig({ WANJIA_HOME: home, DATABASE_URL: url, WANJIA_LOG_LEVEL: 'silent' });
  return openHub({ config, clock: systemClock, log: createLog('silent') });
}

/** A district after its first delivery, in a process that has seen nothing of it. */
async function openDistrict(people: number): Promise<Hub> {
  const home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'small-change-'));
  homes.push(home);
  const url = await createTestDatabase();
  const delivery = join(home, 'delivery');
  await writeDelivery(delivery, { city: createCity({ seed: 1, people, startDay: DAY }), day: DAY, mode: 'full' });
  const loading = await openAt(home, url);
  await ingestDirectory(loading, delivery);
  await loading.db.execute('vacuum analyze');
  await loading.close();
  const hub = await openAt(home, url);
  hubs.push(hub);
  return hub;
}

/** Persons of one member's households that no rule finds yet. */
async function findPatients(hub: Hub): Promise<readonly string[]> {
  const rows = await hub.db.query<{ number: string }>(
    `select min(i.psn_no) as number from household_fact h join member_fact m using (household_id)
       join link l on l.person_id = m.person_id join record_hi01 i using (subject_id)
     where h.kind = 'ROLL' and m.counted and m.died_on is null and i.psn_no is not null and i.ended_on is null
       and m.paid_months = '{}' and m.aid_terms = '{}' and m.enrolled_stages = '{}' and m.school_left_on is null
       and not exists (select 1 from rule_result r where r.household_id = h.household_id)
     group by h.household_id having count(distinct m.person_id) = 1 order by h.household_id limit ${WARMING + CHANGES}`,
  );
  return rows.map(({ number }) => number);
}

/** A bill too high for any family. */
async function bill(hub: Hub, psnNo: string, key: string): Promise<void> {
  const cells: Readonly<Record<string, string>> = {
    ...{ setlId: key, psnNo, medType: '21', setlTime: `${DAY} 09:00:00`, medfeeSumamt: '2000000' },
    ...{ fundPaySumamt: '0', psnPartAmt: '2000000' },
  };
  const named = CONTRACTS.HI02.fields.flatMap(({ name, header }) => (cells[name] ? [[header, cells[name]]] : []));
  const row = rowOf(key, `${DAY} 10:00:00`, Object.fromEntries(named));
  const { state, accepted } = await hub.applier.apply(batchOf('HI02', [row], { asOf: DAY }));
  expect([state, accepted]).toEqual(['APPLIED', 1]);
  await hub.pipeline.derive();
}

async function costOf(people: number): Promise<readonly ReadStatement[]> {
  const hub = await openDistrict(people);
  const patients = await findPatients(hub);
  expect(patients).toHaveLength(WARMING + CHANGES);
  const count = async (): Promise<number> =>
    (await hub.db.query<{ n: number }>(`select count(*)::int as n from alert`))[0]?.n ?? 0;
  for (const [index, patient] of patients.slice(0, WARMING).entries()) await bill(hub, patient, `W${index}`);
  const before = await count();
  const read = await readStatements(hub.db, async () => {
    for (const [index, patient] of patients.slice(WARMING).entries()) await bill(hub, patient, `C${index}`);
  });
  expect((await count()) - before).toBe(CHANGES);
  return read;
}

/** Rows of one execution that a larger district may add: another person has other records. */
const ALLOWED = { times: 1.5, more: 15 };

it('one changed record reads as many rows in a district ten times as large', async () => {
  const [small, large] = [await costOf(SIZES[0]), await costOf(SIZES[1])];
  const perExecution = ({ rows, executions }: ReadStatement): number => rows / executions;
  const inSmall = new Map(small.map((statement) => [statement.text, perExecution(statement)]));
  const grown = large.filter(
    (statement) => perExecution(statement) > ALLOWED.times * (inSmall.get(statement.text) ?? 0) + ALLOWED.more,
  );
  expect(large.length).toBeGreaterThan(50);
  expect(grown.map(({ text }) => text.slice(0, 200))).toEqual([]);
}, 240_000);
