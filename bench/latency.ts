/**
 * From one changed record to its alert: bills arrive at a steady rate, each of a household that no alert speaks of yet;
 * whatever has arrived is taken in and carried through, over and over. A change's time ends when its alert is committed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CONTRACTS } from '../connectors/index.ts';
import type { RawRow, SourceBatch } from '../connectors/sdk/index.ts';
import type { Hub } from '../src/app/hub.ts';
import { AGENCY_OF } from '../src/kernel/agency.ts';
import type { Day } from '../src/kernel/day.ts';

const PER_SECOND = 100;

/** A person with the household whose alert their bill raises. */
interface Patient {
  readonly household: number;
  readonly psnNo: string;
}

/** Households without class or alert, in an order that is the same every time. */
async function findPatients(hub: Hub, count: number): Promise<readonly Patient[]> {
  const rows = await hub.db.query<Patient>(
    `select distinct on (h.household_id) h.household_id as household, i.psn_no as "psnNo"
     from household_fact h join member_fact m on m.household_id = h.household_id and m.valid_to = 'infinity'
     join link l on l.person_id = m.person_id join record_hi01 i on i.subject_id = l.subject_id and i.ended_on is null
     where h.valid_to = 'infinity' and h.kind = 'ROLL' and m.counted and m.died_on is null
       and not exists (select 1 from alert a where a.household_id = h.household_id)
     order by h.household_id, i.psn_no`,
  );
  if (rows.length < count) throw new Error(`${count} households without an alert are needed, there are ${rows.length}`);
  return rows.slice(0, count);
}

const HEADERS = new Map(CONTRACTS.HI02.fields.map(({ name, header }) => [name, header]));

/** A bill that is too high for any family (rule R01). */
function billOf({ psnNo }: Patient, key: string, day: Day): RawRow {
  const cells: Readonly<Record<string, string>> = {
    ...{ setlId: key, psnNo, medType: '21', setlTime: `${day} 09:00:00`, medfeeSumamt: '2000000' },
    ...{ fundPaySumamt: '0', psnPartAmt: '2000000' },
  };
  const named = Object.entries(cells).map(([field, value]) => [HEADERS.get(field) ?? field, value]);
  return { 来源主键: key, 更新时间: `${day} 10:00:00`, 操作: 'U', ...Object.fromEntries(named) };
}

function batchOf(rows: readonly RawRow[], name: string, day: Day): SourceBatch {
  return {
    ...{ recordType: 'HI02', agency: AGENCY_OF.HI02, name, mode: 'incremental', asOf: day },
    deliveredAt: `${day}T20:00:00+08:00`,
    headers: () => Object.keys(rows[0] ?? {}),
    async *rows() {
      yield rows.map((raw, index) => ({ row: index + 1, raw }));
    },
  };
}

async function* once(batch: SourceBatch): AsyncGenerator<SourceBatch> {
  yield batch;
}

async function proveAlerts(hub: Hub, patients: readonly Patient[]): Promise<void> {
  const [row] = await hub.db.query<{ raised: number }>(
    `select count(*)::int as raised from alert a join alert_hit t on t.alert_id = a.id
     where t.rule_id = 'R01' and a.household_id = any($1::bigint[])`,
    [patients.map(({ household }) => household)],
  );
  if (row?.raised !== patients.length)
    throw new Error(`${row?.raised} alerts were raised by ${patients.length} changes`);
}

/** Milliseconds from each change to its alert, in the order of the changes. */
export async function measureChanges(
  hub: Hub,
  { changes, day, round }: { readonly changes: number; readonly day: Day; readonly round: number },
): Promise<readonly number[]> {
  const patients = await findPatients(hub, changes);
  const times: number[] = [];
  const began = performance.now();
  const arrivalOf = (change: number): number => began + (change * 1000) / PER_SECOND;
  while (times.length < changes) {
    const taken = times.length;
    await sleep(Math.max(0, arrivalOf(taken) - performance.now()));
    const arrived = Math.min(changes, Math.floor(((performance.now() - began) * PER_SECOND) / 1000) + 1);
    const bills = patients
      .slice(taken, arrived)
      .map((patient, place) => billOf(patient, `bench-${round}-${taken + place}`, day));
    await hub.pipeline.ingestEach(once(batchOf(bills, `bench-${round}-${taken}`, day)));
    await hub.pipeline.derive();
    const committed = performance.now();
    for (let change = taken; change < arrived; change += 1) times.push(committed - arrivalOf(change));
  }
  await proveAlerts(hub, patients);
  return times;
}
