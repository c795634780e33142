import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openSqlSession } from '../../connectors/sdk/transports/open-sql-session.ts';
import type { RecordType } from '../../src/kernel/agency.ts';
import { createTestDatabase } from '../../tests/support/database.ts';
import { hasMariaDb, startMariaDb } from '../../tests/support/mariadb.ts';
import { headersOf, typesOf } from '../records/record-layout.ts';
import { START_DAY, testCity } from '../test-support/simulated-city.ts';
import { recordsHeld } from './city-records.ts';
import { type Agencies, startAgencies } from './start-agencies.ts';

const LATER = '2027-01-20';
const city = testCity(300);
const closings: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const close of closings.reverse()) await close();
});

async function start(url: string): Promise<Agencies> {
  const home = await mkdtemp(join(tmpdir(), 'bureau-'));
  closings.push(() => rm(home, { recursive: true }));
  const agencies = await startAgencies({ city, day: START_DAY, home, databases: { 'civil-affairs': url }, mess: null });
  closings.push(() => agencies.stop());
  return agencies;
}

/** Rows of a view as text in the order of the contract; amounts as numbers, as each server writes them its own way. */
async function readView(url: string, type: RecordType): Promise<string[]> {
  const session = await openSqlSession(url, 5000);
  const rows: string[] = [];
  try {
    for await (const chunk of session.select(`SELECT * FROM v_${type.toLowerCase()}`, [])) {
      expect(Object.keys(chunk[0] ?? {})).toEqual(headersOf(type));
      rows.push(...chunk.map((row) => JSON.stringify(Object.values(row).map(plain))));
    }
  } finally {
    await session.close();
  }
  return rows.sort();
}

const plain = (value: unknown): string =>
  /^-?\d+\.\d+$/.test(String(value ?? '')) ? String(Number(value)) : String(value ?? '');

const heldOn = new Map([START_DAY, LATER].map((day) => [day, recordsHeld(city, day)]));

function expectedRows(type: RecordType, day: string): string[] {
  const versions = heldOn.get(day)?.get(type) ?? [];
  return versions
    .map(({ sourceKey, updatedAt, cells }) => JSON.stringify([sourceKey, updatedAt, 'U', ...(cells ?? [])].map(plain)))
    .sort();
}

async function expectLifeInViews(url: string): Promise<void> {
  const agencies = await start(url);
  for (const type of typesOf('civil-affairs')) expect(await readView(url, type)).toEqual(expectedRows(type, START_DAY));
  await agencies.advanceTo(LATER);
  for (const type of typesOf('civil-affairs')) expect(await readView(url, type)).toEqual(expectedRows(type, LATER));
}

describe('the civil-affairs bureau', () => {
  it('shows its records in views on PostgreSQL, and their changes', async () => {
    await expectLifeInViews(await createTestDatabase({ empty: true }));
  });

  (hasMariaDb ? it : it.skip)('shows them on MariaDB (skipped where none is on the PATH)', async () => {
    const server = await startMariaDb();
    closings.push(() => server.stop());
    await expectLifeInViews(server.url);
  });

  it('can lose a view and get it back', async () => {
    const url = await createTestDatabase({ empty: true });
    const agencies = await start(url);
    await agencies.setFaults({ 'civil-affairs': { missingViews: ['CA05'] } });
    await expect(readView(url, 'CA05')).rejects.toThrow();
    await agencies.setFaults({ 'civil-affairs': {} });
    expect(await readView(url, 'CA05')).toHaveLength(expectedRows('CA05', START_DAY).length);
  });
});
