import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { Disclosure } from '../../src/modules/audit/index.ts';
import { keepingLog } from './support/fake-audit.ts';
import { headersOf, startHub, type TestHub } from './support/hub.ts';
import { operation } from './support/operations.ts';
import { HEAD } from './support/sample-city.ts';

const rows: Disclosure[] = [];
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ disclosureLog: keepingLog(rows) });
});
afterAll(() => hub.close());

async function rowsOf(asking: Parameters<TestHub['ask']>[0]): Promise<Disclosure[]> {
  rows.length = 0;
  await hub.ask(asking);
  return [...rows];
}

describe('what the disclosure log is given', () => {
  it('who read what of whom, why and how it came out', async () => {
    const [row] = await rowsOf({ query: operation('HouseholdById'), variables: { id: 'H1' } });
    expect(row).toMatchObject({
      subject: 'district-officer',
      organisation: 'changning-civil-affairs',
      purpose: 'verification',
      caseId: null,
      decision: 'ALLOWED',
      households: [1],
    });
    expect([...(row?.persons ?? [])].sort()).toEqual([1, 2, 3]);
    expect(row?.scope).toMatchObject({ operation: 'HouseholdById', masked: [], withheld: [] });
    expect(row?.scope.fields).toEqual(expect.arrayContaining(['Person.name', 'Person.residentId']));
  });

  it('what was masked for some and withheld for some', async () => {
    const [row] = await rowsOf({
      as: 'adviser',
      purpose: 'casework',
      query: '{ household(id: "H3") { members { person { name birthDate } } } }',
    });
    expect(row?.decision).toBe('WITHHELD');
    expect(row?.scope).toMatchObject({ masked: ['Person.name'], withheld: ['Person.birthDate'] });
  });

  it('the household of an alert whose members are not shown', async () => {
    const [row] = await rowsOf({ query: '{ alerts(first: 1) { edges { node { hits { evidence { value } } } } } }' });
    expect([row?.persons, row?.households]).toEqual([[], [1]]);
  });

  it('no value that was asked with or read', async () => {
    const [row] = await rowsOf({ query: operation('HouseholdProfile'), variables: { residentId: HEAD.residentId } });
    const text = JSON.stringify(row);
    for (const value of [HEAD.residentId, HEAD.name, HEAD.phone]) expect(text).not.toContain(value ?? '—');
  });

  it('refused root fields, filters and purposes', async () => {
    const [denied] = await rowsOf({ as: 'auditor', purpose: 'audit', query: '{ household(id: "H1") { id address } }' });
    expect(denied).toMatchObject({ decision: 'REFUSED', persons: [], scope: { fields: [] } });
    expect(denied?.scope.withheld).toContain('Query.household');
    const [filtered] = await rowsOf({
      as: 'health-insurance-desk',
      query: '{ households(filter: { hasOpenAlert: true }) { totalCount } }',
    });
    expect(filtered?.decision).toBe('REFUSED');
    const [purpose] = await rowsOf({ as: 'adviser', purpose: 'audit', query: '{ __typename }' });
    expect(purpose).toMatchObject({ subject: 'adviser', purpose: 'audit', decision: 'REFUSED' });
    const [unheard] = await rowsOf({ as: 'adviser', purpose: 'curiosity', query: '{ __typename }' });
    expect(unheard).toMatchObject({ purpose: null, decision: 'REFUSED' });
  });

  it('nothing where nothing speaks of persons', async () => {
    expect(await rowsOf({ query: '{ feeds { agency } rules { id } }' })).toEqual([]);
  });

  it('the auditor’s own reading of it', async () => {
    const [row] = await rowsOf({
      as: 'auditor',
      purpose: 'audit',
      query: operation('DisclosureLog'),
      variables: { personId: 'P1', first: 10 },
    });
    expect(row).toMatchObject({ subject: 'auditor', purpose: 'audit', persons: [1], decision: 'ALLOWED' });
  });
});

describe('the case of a request', () => {
  const ask = async (id: string): Promise<Response> =>
    fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(await headersOf('district-officer', 'casework')),
        'wanjia-case': id,
      },
      body: JSON.stringify({ query: '{ household(id: "H1") { address } }' }),
    });

  it('is kept with the read', async () => {
    rows.length = 0;
    expect((await ask('C12')).status).toBe(200);
    expect(rows[0]?.caseId).toBe('C12');
  });

  it('is never a citizen number', async () => {
    const response = await ask(HEAD.residentId ?? '');
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain(HEAD.residentId);
  });
});

describe('a log that cannot keep up', () => {
  it('refuses the read, before and after the work', async () => {
    const full = (): never => {
      throw new WanjiaError('DISCLOSURE_LOG_FULL', { waiting: 5 });
    };
    const failing = { record: async () => Promise.reject(new WanjiaError('DISCLOSURE_LOG_FAILED')), release: () => {} };
    for (const [admit, code] of [
      [full, 'DISCLOSURE_LOG_FULL'],
      [() => failing, 'DISCLOSURE_LOG_FAILED'],
    ] as const) {
      const refusing = await startHub({ disclosureLog: { admit, close: async () => {} } });
      const { data, errors, text } = await refusing.ask({ query: '{ household(id: "H1") { address } }' });
      expect([data, errors[0]?.extensions.code]).toEqual([null, code]);
      expect(text).not.toContain('华阳');
      expect((await refusing.ask({ query: '{ feeds { agency } }' })).errors).toEqual([]);
      await refusing.close();
    }
  });
});
