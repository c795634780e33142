import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { maskAddress, maskName, maskResidentId } from '../../src/modules/access/masks.ts';
import { type Answer, startHub, type TestHub } from './support/hub.ts';
import { operation } from './support/operations.ts';
import { ASSISTED, CHILD, HEAD, OTHER } from './support/sample-city.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

interface Seen {
  readonly id: string;
  readonly name: string | null;
  readonly residentId: string | null;
  readonly birthDate: string | null;
  readonly age: number | null;
  readonly [section: string]: unknown;
}

interface SeenHousehold {
  readonly address: string | null;
  readonly members: { readonly person: Seen }[];
  readonly [field: string]: unknown;
}

function household({ data }: Answer): SeenHousehold {
  return (data as { household: SeenHousehold }).household;
}

function persons(answer: Answer): Seen[] {
  return household(answer).members.map(({ person }) => person);
}

const profile = (as: string, purpose: string | null, id = 'H1'): Promise<Answer> =>
  hub.ask({ as, purpose, query: operation('HouseholdById'), variables: { id } });

describe('the adviser of a street', () => {
  it('sees identities of households with an open alert for casework, children included', async () => {
    const answer = await profile('adviser', 'casework');
    expect(persons(answer).map(({ name, residentId }) => [name, residentId])).toEqual([
      [HEAD.name, HEAD.residentId],
      [CHILD.name, CHILD.residentId],
    ]);
    expect(household(answer).address).toBe(ASSISTED.address);
    expect(answer.access).toEqual({ withheld: [], masked: [] });
  });

  it('sees identities masked where no alert is open, and the answer names whose', async () => {
    const answer = await profile('adviser', 'casework', 'H3');
    expect(persons(answer)[0]).toMatchObject({
      name: '阿**',
      residentId: maskResidentId(OTHER.residentId ?? ''),
      birthDate: null,
      age: 38,
      healthInsurance: { status: 'KNOWN' },
    });
    expect(household(answer).address).toBe(maskAddress(ASSISTED.address ?? ''));
    expect(answer.access.masked).toContainEqual({
      coordinate: 'Person.name',
      mask: 'name',
      reason: 'NO_OPEN_ALERT',
      needed: ['open-alert', 'open-case', 'emergency'],
      subjects: ['P4'],
    });
    expect(answer.access.withheld).toEqual([
      {
        coordinate: 'Person.birthDate',
        reason: 'NO_OPEN_ALERT',
        needed: ['open-alert', 'open-case', 'emergency'],
        subjects: ['P4'],
      },
    ]);
  });

  it('sees identities masked for discovery', async () => {
    const answer = await profile('adviser', 'discovery');
    expect(persons(answer)[0]).toMatchObject({ name: '欧**', birthDate: null, disability: { status: 'KNOWN' } });
    expect(answer.access.masked.map(({ coordinate }) => coordinate).sort()).toEqual([
      'Household.address',
      'Person.name',
      'Person.phone',
      'Person.residentId',
    ]);
  });

  it('gets the same answer for another street as for a household that does not exist', async () => {
    const [elsewhere, nowhere] = [
      await profile('adviser', 'casework', 'H2'),
      await profile('adviser', 'casework', 'H99'),
    ];
    expect(elsewhere.text).toBe(nowhere.text);
    expect(elsewhere.data).toEqual({ household: null });
  });

  it('reaches alerts and counts of its own street only', async () => {
    const { data } = await hub.ask({
      as: 'adviser',
      purpose: 'casework',
      query: operation('OpenAlerts'),
      variables: { first: 5 },
    });
    expect(data).toMatchObject({ alerts: { totalCount: 1, edges: [{ node: { id: 'A1' } }] } });
  });

  it('may not read feeds, quarantine or the list of rules', async () => {
    for (const [name, variables] of [
      ['Feeds', {}],
      ['Quarantine', { first: 1 }],
      ['Rules', {}],
    ] as const) {
      const { errors } = await hub.ask({ as: 'adviser', purpose: 'casework', query: operation(name), variables });
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('a request without a purpose', () => {
  it('gets identities masked and the agencies’ parts withheld', async () => {
    const answer = await profile('district-officer', null);
    expect(persons(answer)[0]).toMatchObject({ name: '欧**', birthDate: null, civilAffairs: null, education: null });
    expect(household(answer).annualIncome).toEqual({ value: null, status: 'WITHHELD', sources: [], asOf: null });
    expect(answer.access.withheld).toContainEqual({ coordinate: 'Person.disability', reason: 'PURPOSE_NOT_STATED' });
  });

  it('is told FORBIDDEN for a purpose the caller does not hold, and the log says so', async () => {
    const answer = await profile('adviser', 'verification');
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect(hub.log.some(({ level, fields }) => level === 'warn' && 'code' in fields)).toBe(true);
    const strange = await profile('adviser', '310199190001010011');
    expect(strange.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(strange.text).not.toContain('310199190001010011');
  });
});

describe('the desks of other agencies', () => {
  it('see their own agency’s part, the name, the masked number and the registered class', async () => {
    const answer = await profile('education-desk', 'verification');
    const [head, child] = persons(answer);
    expect(head).toMatchObject({
      name: HEAD.name,
      residentId: maskResidentId(HEAD.residentId ?? ''),
      birthDate: null,
      phone: null,
      education: { status: 'KNOWN' },
      civilAffairs: null,
      healthInsurance: null,
      humanResources: null,
      disability: null,
    });
    expect(child).toMatchObject({ name: maskName(CHILD.name), education: { enrolments: [{ school: '第一小学' }] } });
    expect(household(answer)).toMatchObject({ registeredClass: 'DB', number: null, address: null });
    expect(answer.access.masked).toContainEqual({
      coordinate: 'Person.name',
      mask: 'name',
      reason: 'CHILD_UNDER_14',
      subjects: ['P2'],
    });
  });

  it('see the alerts that concern them, with their own evidence', async () => {
    const { data } = await hub.ask({
      as: 'health-insurance-desk',
      purpose: 'verification',
      query: operation('OpenAlerts'),
      variables: { first: 5 },
    });
    expect(data).toMatchObject({
      alerts: {
        totalCount: 1,
        edges: [
          {
            node: {
              severity: null,
              hits: [{ rule: { id: 'R01' }, evidence: [{ value: '30000.50' }, { value: null, status: 'WITHHELD' }] }],
            },
          },
        ],
      },
    });
    const hits = (data as { alerts: { edges: { node: { hits: object[] } }[] } }).alerts.edges[0]?.node.hits;
    expect(hits).toHaveLength(1);
  });

  it('read their own feeds and quarantined rows only', async () => {
    const asking = { as: 'disability-desk', purpose: 'verification' };
    const feeds = await hub.ask({ ...asking, query: operation('Feeds') });
    expect((feeds.data as { feeds: { recordType: string }[] }).feeds.map(({ recordType }) => recordType)).toEqual([
      'DF01',
      'DF02',
    ]);
    const own = await hub.ask({ ...asking, query: operation('Quarantine'), variables: { first: 9 } });
    expect(own.data).toMatchObject({ quarantine: { totalCount: 2 } });
    const others = await hub.ask({
      ...asking,
      query: operation('Quarantine'),
      variables: { first: 9, agency: 'education' },
    });
    expect(others.data).toMatchObject({ quarantine: { totalCount: 0, edges: [] } });
  });
});

describe('the data warehouse', () => {
  it('SYS-30.02 gets every agency’s part and nothing that identifies', async () => {
    const answer = await profile('warehouse', 'operations');
    const [head] = persons(answer);
    expect(head).toMatchObject({
      name: null,
      residentId: null,
      phone: null,
      birthDate: null,
      age: 56,
      healthInsurance: {},
    });
    expect(head?.id).toMatch(/^PX[0-9a-f]{20}$/);
    expect(household(answer)).toMatchObject({ address: null, number: null, registeredClass: 'DB' });
    for (const secret of [HEAD.name, HEAD.residentId, HEAD.phone, ASSISTED.address, ASSISTED.number])
      expect(answer.text).not.toContain(secret);
  });

  it('may not look a person up by number', async () => {
    const { data, errors } = await hub.ask({
      as: 'warehouse',
      purpose: 'operations',
      query: operation('HouseholdProfile'),
      variables: { residentId: HEAD.residentId },
    });
    expect([data, errors[0]?.extensions.code]).toEqual([{ householdByResident: null }, 'FORBIDDEN']);
  });

  it('gets the same pseudonym everywhere', async () => {
    const alerts = await hub.ask({
      as: 'warehouse',
      purpose: 'operations',
      query: operation('OpenAlerts'),
      variables: { first: 5 },
    });
    const [head] = persons(await profile('warehouse', 'operations'));
    expect(alerts.text).toContain(head?.id);
    expect(alerts.text).not.toContain('"P1"');
  });
});

describe('the auditor and the service organisation', () => {
  it('the auditor reads no profile', async () => {
    const { errors } = await profile('auditor', 'audit');
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('the service organisation reaches no household without a referral', async () => {
    const { data, errors } = await profile('service-organisation', 'service-delivery');
    expect([data, errors]).toEqual([{ household: null }, []]);
  });
});

describe('the steward of the data', () => {
  const asking = { as: 'district-officer', purpose: 'data-quality' };

  it('decides identity reviews, undoes links and re-submits rows', async () => {
    const decided = await hub.ask({
      ...asking,
      query:
        'mutation { decideIdentityReview(id: "R1", personId: "P1", reason: "户口簿", idempotencyKey: "k1") { __typename ... on IdentityReviewChanged { review { id candidates { id name } } } } }',
    });
    expect(decided.data).toMatchObject({
      decideIdentityReview: {
        __typename: 'IdentityReviewChanged',
        review: { id: 'R1', candidates: [{ id: 'P1', name: '欧**' }, { id: 'P4' }] },
      },
    });
    const undone = await hub.ask({
      ...asking,
      query:
        'mutation { undoLink(recordType: "ED01", sourceKey: "E1", reason: "同名", idempotencyKey: "k2") { ... on LinkUndone { recordType sourceKey } } }',
    });
    expect(undone.data).toEqual({ undoLink: { recordType: 'ED01', sourceKey: 'E1' } });
    const sent = await hub.ask({
      ...asking,
      query:
        'mutation { resubmitQuarantinedRow(id: "Q1", cells: [{ column: "姓名", value: "赵六" }], idempotencyKey: "k3") { ... on QuarantinedRowChanged { row { id state } } } }',
    });
    expect(sent.data).toEqual({ resubmitQuarantinedRow: { row: { id: 'Q1', state: 'OPEN' } } });
  });

  it('is refused with a reason where a row does not exist', async () => {
    const { data } = await hub.ask({
      ...asking,
      query:
        'mutation { resubmitQuarantinedRow(id: "Q999", cells: [], idempotencyKey: "k4") { ... on Refused { code message suggestion } } }',
    });
    expect(data).toMatchObject({ resubmitQuarantinedRow: { code: 'NOT_FOUND' } });
  });

  it('reads findings and the links of a person', async () => {
    const { data } = await hub.ask({
      ...asking,
      query:
        '{ findings(first: 1) { totalCount edges { node { column code } } } personLinks(personId: "P1") { method evidence records { recordType sourceKey } } }',
    });
    expect(data).toMatchObject({
      findings: { totalCount: 1 },
      personLinks: [{ method: 'NUMBER', records: [{ recordType: 'CA05', sourceKey: 'R1' }] }],
    });
  });
});
