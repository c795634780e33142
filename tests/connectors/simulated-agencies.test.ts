import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONNECTOR_OF, CONTRACTS } from '../../connectors/index.ts';
import { readRow } from '../../connectors/sdk/index.ts';
import { type SyncOutcome, syncOnce } from '../../connectors/sdk/transports/kit-sync.ts';
import { type Agencies, createCity, startAgencies } from '../../sim/index.ts';
import { AGENCIES, type AgencyId, type RecordType } from '../../src/kernel/agency.ts';
import { asDay } from '../../src/kernel/day.ts';
import { createTestDatabase } from '../support/database.ts';

const DAY = asDay('2026-10-31');
let agencies: Agencies;

beforeAll(async () => {
  const city = createCity({ seed: '1', people: 600, startDay: DAY });
  const home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? tmpdir(), 'agencies-'));
  agencies = await startAgencies({
    city,
    day: DAY,
    home,
    databases: { 'civil-affairs': await createTestDatabase({ empty: true }) },
  });
});

afterAll(() => agencies.stop());

const sync = async (agency: AgencyId): Promise<SyncOutcome> =>
  syncOnce(await CONNECTOR_OF[agency].connect(), agencies.settings[agency], { today: DAY });

function sortedKeys({ rows }: SyncOutcome, recordType: RecordType): readonly unknown[] {
  return (rows.get(recordType) ?? []).map((row) => String(row.来源主键)).sort();
}

describe('the connectors and the simulated agencies', () => {
  it.each(AGENCIES)('understand each other: %s', async (agency) => {
    const outcome = await sync(agency);
    expect([outcome.failure, outcome.failures]).toEqual([null, []]);
    const types = Object.keys(CONNECTOR_OF[agency].contracts) as RecordType[];
    const read = types.map((recordType) => {
      const rows = outcome.rows.get(recordType) ?? [];
      const readable = rows.filter(
        (raw, at) => readRow(CONTRACTS[recordType], { row: at + 1, raw }).kind !== 'rejected',
      );
      return { recordType, share: readable.length / rows.length };
    });
    expect(read.filter(({ share }) => !(share > 0.9))).toEqual([]);
  });

  it('agree on the list though tokens expire, pages shift and answers fail', async () => {
    const calm = await sync('education');
    const faults = { serverErrors: 2, tooManyRequests: 1, retryAfterSeconds: 1, expireTokenAfter: 1, pageShifts: 2 };
    await agencies.setFaults({ education: faults });
    const troubled = await sync('education');
    expect(troubled.failure).toBeNull();
    expect(sortedKeys(troubled, 'ED01')).toEqual(sortedKeys(calm, 'ED01'));
  });

  it('agree on the changes though the clocks differ and rows come again', async () => {
    const calm = await sync('human-resources');
    await agencies.setFaults({ 'human-resources': { clockSkewSeconds: 7200, replayedRows: 5, serverErrors: 1 } });
    const troubled = await sync('human-resources');
    expect(troubled.failure).toBeNull();
    expect(new Set(sortedKeys(troubled, 'HR01'))).toEqual(new Set(sortedKeys(calm, 'HR01')));
  });
});
