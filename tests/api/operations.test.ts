import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AGENCY_OF, IS_PROMISED, RECORD_TYPES } from '../../src/kernel/agency.ts';
import { startHub, type TestHub } from './support/hub.ts';
import { operation } from './support/operations.ts';
import { HEAD } from './support/sample-city.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const FACT = { status: 'KNOWN', asOf: '2026-10-31' };

describe('operations, verbatim', () => {
  it('HouseholdProfile joins five agencies into one answer', async () => {
    const { data, errors, access } = await hub.ask({
      query: operation('HouseholdProfile'),
      variables: { residentId: HEAD.residentId },
    });
    expect(errors).toEqual([]);
    expect(access).toEqual({ withheld: [], masked: [] });
    expect(data).toMatchObject({
      householdByResident: {
        id: 'H1',
        kind: 'ASSISTANCE',
        number: 'JZ2024000001',
        streetCode: '310105001',
        asOf: '2026-10-31',
        registeredClass: 'DB',
        annualIncome: { value: '20604.00', ...FACT, sources: ['CA01'] },
        outOfPocket12Months: { value: '30000.50', ...FACT, sources: ['HI02'] },
        members: [
          {
            relationshipToHead: '01',
            person: {
              id: 'P1',
              name: '欧阳建国',
              residentId: HEAD.residentId,
              birthDate: '1970-01-01',
              age: 56,
              alive: true,
              civilAffairs: {
                status: 'KNOWN',
                payments: [{ programme: 'CJH', month: '2026-10', amount: '300.00' }],
                diedOn: null,
              },
              healthInsurance: {
                settlements: [{ settlementId: 'S1', settledAt: '2025-11-01T10:00:00+08:00', selfPaid: '30000.50' }],
                chronicRegistrations: [{ diseaseCode: 'M00500' }],
              },
              humanResources: { lastContributionMonth: '2026-07', contributionGapMonths: 3, pensions: [{ kind: '1' }] },
              disability: { certificate: { category: '4', level: '1' }, services: [{ item: '2' }] },
            },
          },
          { relationshipToHead: '20', person: { id: 'P2', education: { hardship: [{ level: '2' }] } } },
        ],
      },
    });
  });

  it('HouseholdById reads the same household by its id', async () => {
    const { data, errors } = await hub.ask({
      query: operation('HouseholdById'),
      variables: { id: 'H1', asOf: '2026-10-15' },
    });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ household: { id: 'H1', asOf: '2026-10-15' } });
  });

  it('FindHouseholds pages through the households of the scope', async () => {
    const first = await hub.ask({ query: operation('FindHouseholds'), variables: { filter: {}, first: 2 } });
    expect(first.errors).toEqual([]);
    const page = first.data?.households as { readonly pageInfo: { readonly endCursor: string } };
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const { data } = await hub.ask({
      query: operation('FindHouseholds'),
      variables: { filter: {}, first: 2, after: page.pageInfo.endCursor },
    });
    expect(data).toMatchObject({ households: { edges: [{ node: { id: 'H3' } }], pageInfo: { hasNextPage: false } } });
  });

  it('OpenAlerts tells what made the rules fire', async () => {
    const { data, errors } = await hub.ask({ query: operation('OpenAlerts'), variables: { first: 10 } });
    expect(errors).toEqual([]);
    const alerts = data?.alerts as { edges: { node: object }[] };
    expect(alerts).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
    expect(alerts.edges[0]?.node).toMatchObject({
      id: 'A1',
      state: 'OPEN',
      severity: 'RED',
      raisedAt: '2026-11-01T02:00:00+08:00',
      household: { id: 'H1' },
      hits: [
        {
          rule: { id: 'R01', version: 1 },
          firstSeenOn: '2026-10-31',
          members: [{ id: 'P1', name: '欧阳建国' }],
          evidence: [{ label: '家庭个人负担', value: '30000.50', status: 'KNOWN', source: 'HI02' }, { value: '1' }],
        },
        { rule: { id: 'R08' }, members: [{ id: 'P3', name: '王五' }] },
      ],
    });
  });

  it('OpenAlerts filters by state, rule, street and time limit', async () => {
    const ids = async (filter: object): Promise<string[]> => {
      const { data } = await hub.ask({ query: operation('OpenAlerts'), variables: { filter, first: 10 } });
      const { edges } = (data as { alerts: unknown }).alerts as { edges: { node: { id: string } }[] };
      return edges.map(({ node }) => node.id);
    };
    expect(await ids({ ruleIds: ['R04'] })).toEqual(['A2']);
    expect(await ids({ streetCode: '310105001' })).toEqual(['A1']);
    expect(await ids({ states: ['CLOSED'] })).toEqual([]);
    expect(await ids({ states: [] })).toEqual([]);
    expect(await ids({ overdue: true, severities: ['RED'] })).toEqual(['A1', 'A2']);
    expect(await ids({ assignee: 'someone' })).toEqual([]);
  });

  it('Rules gives texts and parameters', async () => {
    const { data, errors } = await hub.ask({ query: operation('Rules') });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ rules: [{ id: 'R01', basisStatus: 'IN_FORCE', parameters: [{ name: 'PCDI' }] }, {}] });
  });

  it('Feeds lists every record type, also what was never delivered', async () => {
    const { data, errors } = await hub.ask({ query: operation('Feeds') });
    expect(errors).toEqual([]);
    const feeds = data?.feeds as { recordType: string; freshness: string; batches: object[] }[];
    expect(feeds.map(({ recordType }) => recordType)).toEqual(
      RECORD_TYPES.filter((type) => IS_PROMISED[AGENCY_OF[type]]),
    );
    expect(feeds.find(({ recordType }) => recordType === 'CA05')).toMatchObject({
      agency: 'civil-affairs',
      dataAsOf: '2026-10-31',
      freshness: 'FRESH',
      batches: [{ rows: 4, accepted: 3, quarantined: 1, state: 'APPLIED' }, {}],
    });
    expect(feeds.find(({ recordType }) => recordType === 'HI01')).toMatchObject({ freshness: 'NEVER', batches: [] });
  });

  it('Quarantine gives the whole row with every reason', async () => {
    const query = operation('Quarantine');
    const { data, errors } = await hub.ask({ query, variables: { agency: 'civil-affairs', first: 1 } });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      quarantine: {
        totalCount: 5,
        edges: [
          {
            node: {
              id: 'Q1',
              row: 1,
              reasons: [{ column: '身份证号', code: 'ID_CHECK_DIGIT' }],
              raw: { 姓名: '赵六' },
            },
          },
        ],
        pageInfo: { hasNextPage: true },
      },
    });
  });

  it('TryRule says what a draft changes, and why for some', async () => {
    const { data, errors } = await hub.ask({
      query: operation('TryRule'),
      variables: { rule: { id: 'R01', parameters: [{ name: 'R01_FLOOR', value: '15000' }] } },
      as: 'district-officer',
    });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      tryRule: {
        matched: 1,
        added: 1,
        removed: 0,
        unknown: 2,
        byStreet: [{ streetCode: '310105001', matched: 1, added: 1, removed: 0 }],
        sample: [{ household: { id: 'H1' }, change: 'ADDED', reason: '家庭年收入 低于 1 元 [20604.00 < 1.00]' }],
      },
    });
  });

  it('TryRule is not for who may not read what the draft rests on', async () => {
    const asked = { query: operation('TryRule'), variables: { rule: { id: 'R01' } }, as: 'adviser' };
    const { data, errors } = await hub.ask(asked);
    expect(data?.tryRule ?? null).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});
