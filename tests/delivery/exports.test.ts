/** Exports as the warehouse uses them: asked for, written with its rights, fetched by links, gone on from by the feed. */

import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { CHANGE_TYPES } from '../../src/kernel/change.ts';
import { addDays } from '../../src/kernel/day.ts';
import { certificate, DAY, household, member, monthsBack, payment, recognition } from '../support/documents.ts';
import { exportingOver, fetched, recordsOf, rowOf, WAREHOUSE } from '../support/exporting.ts';
import { operation } from '../support/served-hub.ts';
import { serveWorkedHub } from '../support/worked-hub.ts';

const served = await serveWorkedHub();
const { hub, live, access } = served;
const { run, start, read, work, done, feed } = await exportingOver(served);
const OFFICER = { persona: 'district-officer', purpose: 'verification' };

const severe = member({
  name: '欧阳若曦',
  residentId: '310199198005050041',
  phone: '13800000001',
  certificates: [certificate('4', '1')],
  payments: [payment('DBJ', monthsBack(1))],
});
const assisted = household([severe, member({ name: '周小满', birthDate: DAY })], {
  recognition: recognition('BY'),
  address: '华阳路100号3室',
});
const quiet = household([member({ name: '钱一' })], { streetCode: '310105001' });
const elsewhere = household([member({ name: '孙二' })], { streetCode: '310105002', committeeCode: null });

/** One of the adviser's mutations on a family; answers what it made. */
async function act(file: string, name: string, variables: object): Promise<{ readonly id: string }> {
  const query = await operation(name, new URL(`../../schema/operations/${file}.graphql`, import.meta.url));
  const given = { key: `${name} of this test`, ...variables };
  const asked = { persona: 'adviser', purpose: 'casework', query, variables: given };
  const { data, errors } = await served.ask<Record<string, object>>(asked);
  const made = Object.values(Object.values(data ?? {})[0] ?? {}).find((one) => typeof one === 'object');
  if (made == null) throw new Error(JSON.stringify(errors ?? data));
  return made as { readonly id: string };
}

const given = {
  ...{ householdId: 'H1', kind: 'service', scope: ['name'], purposes: ['service-delivery'], capacity: 'SELF' },
  ...{ personId: `P${severe.person.id}`, givenBy: `P${severe.person.id}`, recipient: 'demo-service-organisation' },
  ...{ validFrom: DAY, validUntil: '2099-12-31', evidence: '档案柜三号' },
};

/** The catalogue of rules is not the warehouse's to read. */
const EXPORTED = CHANGE_TYPES.filter((type) => type !== 'RULE');

/** Something of every type. */
beforeAll(async () => {
  await live(DAY, assisted, quiet, elsewhere);
  const { id: caseId } = await act('cases', 'OpenCase', {
    householdId: 'H1',
    input: { nextContactOn: addDays(DAY, 5) },
  });
  await act('cases', 'Refer', { caseId, input: { organisation: 'demo-service-organisation', need: 'CARE' } });
  await act('consents', 'RecordConsent', { input: given });
});

/** Amounts and times as numbers: a format may write them otherwise. */
function sameTimes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) => {
    if (typeof one !== 'string') return one;
    if (/^\d{4}-\d\d-\d\d[T ]\d\d:/.test(one)) return Date.parse(one.replace(' ', 'T').replace(/\+00$/, 'Z'));
    return /^-?\d+\.\d\d$/.test(one) ? Number(one) : one;
  });
}

describe('an export', () => {
  it('holds what the feed tells from its beginning, and the feed goes on from its cursor', async () => {
    const exported = await done();
    const status = await operation('ExportStatus');
    const { data } = await served.ask({ ...WAREHOUSE, query: status, variables: { id: exported.id } });
    expect(data).toMatchObject({ export: { state: 'DONE', progress: 1, cursor: exported.cursor, error: null } });
    const records = await recordsOf(exported);
    const told = (await feed(null)).edges;
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(EXPORTED));
    expect(new Set(exported.files.filter(({ rows }) => rows > 0).map(({ type }) => type))).toEqual(new Set(EXPORTED));
    for (const { type, id, record } of told) expect(records.get(`${type} ${id}`)).toEqual(record);
    // The feed tells of some more than once.
    const entities = new Set(told.map(({ type, id }) => `${type} ${id}`)).size;
    expect([exported.rows, records.size]).toEqual([entities, entities]);
    expect((await feed(exported.cursor)).edges).toEqual([]);
  });

  it('is typed, counted and summed file by file, plain or compressed', async () => {
    const [plain, packed] = [
      await done({ types: ['PERSON'] }),
      await done({ types: ['PERSON'], format: 'NDJSON_GZIP' }),
    ];
    for (const { files } of [plain, packed])
      for (const { url, bytes, sha256 } of files) {
        const content = await fetched(url);
        expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
      }
    const [one, two] = [plain.files[0], packed.files[0]];
    expect(one).toMatchObject({ name: 'person-0001.ndjson', type: 'PERSON', rows: 4 });
    expect(gunzipSync(await fetched(two?.url ?? ''))).toEqual(await fetched(one?.url ?? ''));
  });

  it('is a table for spreadsheets and typed columns for DuckDB, with the same values', async () => {
    const [plain, table, columns] = [await done(), await done({ format: 'CSV' }), await done({ format: 'PARQUET' })];
    const records = await recordsOf(plain);
    const cells = new Map<unknown, Record<string, string>>();
    for (const { url } of table.files)
      for (const row of parse(await fetched(url), { bom: true, columns: true }) as Record<string, string>[])
        cells.set(row.id, row);
    const folder = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'parquet-'));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const { url, name, type } of columns.files) {
      await writeFile(join(folder, name), await fetched(url));
      const read = await connection.runAndReadAll(`SELECT to_json(t)::VARCHAR FROM '${join(folder, name)}' t`);
      const found = read.getRows().map(([row]) => JSON.parse(String(row)) as Record<string, unknown>);
      for (const row of found) expect(sameTimes(row)).toEqual(sameTimes(records.get(`${type} ${row.id}`) ?? {}));
      expect(found).toHaveLength([...records.keys()].filter((key) => key.startsWith(`${type} `)).length);
      for (const { id } of found) expect(cells.get(id)?.id).toBe(id);
    }
    const types = await connection.runAndReadAll(
      `SELECT column_name, column_type FROM (DESCRIBE FROM '${join(folder, 'household-0001.parquet')}')`,
    );
    expect(Object.fromEntries(types.getRows() as [string, string][])).toMatchObject({
      asOf: 'DATE',
      annualIncome: 'STRUCT("value" DECIMAL(18,2), status VARCHAR, sources VARCHAR[], "asOf" DATE)',
    });
    connection.closeSync();
  });

  it('gives the warehouse no name, number, telephone or address, and keeps none of it readable on disk', async () => {
    const { files } = await done();
    const text = Buffer.concat(await Promise.all(files.map(({ url }) => fetched(url)))).toString('utf8');
    expect(text).toContain('"programme":"DBJ"');
    for (const value of ['欧阳', '周小满', '310199', '13800000001', '华阳路', '档案柜'])
      expect(text).not.toContain(value);
    const { folder } = hub.config.exports;
    const stored = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(stored.length).toBeGreaterThan(5);
    for (const { parentPath, name } of stored)
      expect((await readFile(join(parentPath, name))).includes('DBJ')).toBe(false);
  });

  it('holds the households of a filter and what belongs to them', async () => {
    const { files } = await done({ filter: { streetCode: '310105002' } });
    expect(files.map(({ type, rows }) => [type, rows])).toEqual(
      expect.arrayContaining([
        ['HOUSEHOLD', 1],
        ['PERSON', 1],
        ['ALERT', 0],
      ]),
    );
  });

  it('since a cursor holds what changed, and what is gone', async () => {
    const { cursor } = await done();
    await live(DAY, { ...assisted, streetCode: '310106001', committeeCode: null }, quiet, elsewhere);
    const changed = await done({ since: cursor, types: ['HOUSEHOLD'] });
    const records = await recordsOf(changed);
    const told = (await feed(cursor)).edges.filter(({ type }) => type === 'HOUSEHOLD');
    expect(told.length).toBeGreaterThan(0);
    for (const { id, operation: what, record } of told)
      if (what === 'UPSERT') expect(records.get(`HOUSEHOLD ${id}`)).toEqual(record);
      else expect(records.get(`REMOVED ${id}`)).toMatchObject({ type: 'HOUSEHOLD', operation: what });
    expect((await feed(changed.cursor)).edges).toEqual([]);
    await live(DAY, assisted, quiet, elsewhere);
  });
});

describe('who exports', () => {
  it('one at a time, only what the own role opens, and nobody reads of another’s', async () => {
    await expect(start({}, OFFICER)).rejects.toThrow('FORBIDDEN');
    await expect(start({}, { ...WAREHOUSE, purpose: 'statistics' })).rejects.toThrow('FORBIDDEN');
    const key = 'the same';
    const { id } = await start({}, WAREHOUSE, key);
    expect((await start({}, WAREHOUSE, key)).id).toBe(id);
    await expect(start({})).rejects.toThrow('EXPORT_UNDER_WAY');
    const other = { ...WAREHOUSE, persona: { ...access.policy.personas.get('warehouse'), subject: 'other' } as never };
    expect([await read(id, other), await read('E999999', other)]).toEqual([null, null]);
    expect(await work('CancelExport', { id }, other)).toEqual(await work('CancelExport', { id: 'E999999' }, other));
    expect(await work('CancelExport', { id })).toMatchObject({ __typename: 'ExportChanged' });
    await run.run(rowOf({ id }));
    expect(await read(id)).toMatchObject({ state: 'CANCELLED', files: [] });
  });
});
