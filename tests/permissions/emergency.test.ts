import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEmergencies, createOpenings } from '../../src/modules/access/index.ts';
import type { Disclosure } from '../../src/modules/audit/index.ts';
import { keepingLog } from '../api/support/fake-audit.ts';
import { graph, startHub, type TestHub } from '../api/support/hub.ts';
import { OTHER } from '../api/support/sample-city.ts';
import { openTestDatabase } from '../support/database.ts';
import { testSealer } from '../support/sealer.ts';

const db = await openTestDatabase();
let now = new Date('2026-11-01T03:00:00+08:00');
const clock = { now: () => now };
const rows: Disclosure[] = [];
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    clock,
    disclosureLog: keepingLog(rows),
    graph: {
      ...graph,
      emergencies: createEmergencies({ db, clock, sealer: testSealer }),
      openings: createOpenings({ db, clock, sealer: testSealer }),
    },
  });
});
afterAll(() => hub.close());

const ADVISER = { as: 'adviser', purpose: 'casework' };
const OPEN = `mutation ($household: ID, $person: ID, $reason: String!, $minutes: Int!, $key: ID!) {
  breakGlass(householdId: $household, personId: $person, reason: $reason, minutes: $minutes, idempotencyKey: $key) {
    __typename ... on EmergencyOpened { householdId until } ... on Refused { code }
  }
}`;
let key = 0;

async function open(asked: object): Promise<Record<string, unknown> | undefined> {
  key += 1;
  const variables = { reason: '来电求助,需立即上门', minutes: 30, key: `k${key}`, ...asked };
  const { data } = await hub.ask({ ...ADVISER, query: OPEN, variables });
  return data?.breakGlass as Record<string, unknown> | undefined;
}

async function nameSeen(as = 'adviser', purpose = 'casework'): Promise<unknown> {
  const { data } = await hub.ask({ as, purpose, query: '{ household(id: "H3") { members { person { name } } } }' });
  return (data as { household: { members: { person: { name: unknown } }[] } }).household.members[0]?.person.name;
}

describe('emergency access', () => {
  it('is refused without a reason, for too long, or for what lies outside the scope', async () => {
    expect(await open({ household: 'H3', reason: '  ' })).toMatchObject({ code: 'TEXT_REQUIRED' });
    expect(await open({ household: 'H3', minutes: 61 })).toMatchObject({ code: 'EMERGENCY_TOO_LONG' });
    expect(await open({ household: 'H2' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await open({})).toMatchObject({ code: 'NOT_FOUND' });
    const { errors } = await hub.ask({
      as: 'health-insurance-desk',
      purpose: 'verification',
      query: OPEN,
      variables: { household: 'H3', reason: '来电求助', minutes: 5, key: 'x' },
    });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await db.query('select 1 from emergency_access')).toEqual([]);
  });

  it('shows the household to this caller for this purpose and this time only', async () => {
    expect(await nameSeen()).not.toBe(OTHER.name);
    expect(await open({ household: 'H3' })).toMatchObject({ __typename: 'EmergencyOpened', householdId: 'H3' });
    expect(await nameSeen()).toBe(OTHER.name);
    expect(await nameSeen('adviser', 'discovery')).not.toBe(OTHER.name);
    expect(await nameSeen('education-desk', 'verification')).toBe(OTHER.name);
    now = new Date(now.getTime() + 30 * 60_000);
    expect(await nameSeen()).not.toBe(OTHER.name);
  });

  it('is told to the auditor at once, and logged with its household', async () => {
    rows.length = 0;
    await open({ household: 'H3', reason: '上门时发现无人应答' });
    expect(rows.at(-1)).toMatchObject({ subject: 'adviser', households: [3] });
    const { data } = await hub.ask({
      as: 'auditor',
      purpose: 'audit',
      query: '{ emergencyNotices(first: 1) { edges { node { subject reason householdId until } } } }',
    });
    expect(data).toMatchObject({
      emergencyNotices: { edges: [{ node: { subject: 'adviser', reason: '上门时发现无人应答', householdId: 'H3' } }] },
    });
    const refused = await hub.ask({ ...ADVISER, query: '{ emergencyNotices(first: 1) { edges { cursor } } }' });
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
