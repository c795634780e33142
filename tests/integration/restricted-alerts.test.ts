/** 困境儿童: that a child may be without anyone to attend to it is known to who works its case, and to nobody else. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { asDay } from '../../src/kernel/day.ts';
import { bill, DAY, death, household, member, pension } from '../support/documents.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { writeFeeds } from '../support/feeds.ts';
import { operation, serveHub } from '../support/served-hub.ts';

const { hub, ask } = await serveHub();
const dead = { deaths: [death('2026-03-01')] };
const orphan = (parts = {}) =>
  household([
    member(dead, { relationshipToHead: '01' }),
    member(dead, { relationshipToHead: '10' }),
    member({ birthDate: asDay('2014-01-01') }, { relationshipToHead: '20' }),
    member({ birthDate: asDay('1970-01-01'), ...parts }, { relationshipToHead: '70' }),
  ]);
const ill = { settlements: [bill(30_000)], pensions: [pension(3_000)] };

/** The rules that hit, alert by alert. */
async function alerts(persona: string, purpose: string, filter: object | null = null) {
  const { data } = await ask<{
    alerts: { totalCount: number; edges: { node: { household: { id: string }; hits: { rule: { id: string } }[] } }[] };
  }>({ persona, purpose, query: await operation('OpenAlerts'), variables: { first: 10, filter } });
  return Object.fromEntries(
    (data?.alerts.edges ?? []).map(({ node }) => [node.household.id, node.hits.map(({ rule }) => rule.id)]),
  );
}

async function households(persona: string, purpose: string, filter: object) {
  const { data } = await ask<{ households: { edges: { node: { id: string } }[] } }>({
    ...{ persona, purpose, query: await operation('FindHouseholds') },
    variables: { first: 10, filter },
  });
  return data?.households.edges.map(({ node }) => node.id);
}

beforeAll(async () => {
  await writeFeeds(hub.db, DAY, asDay('2026-10-01'));
  await writeHouseholds(hub.db, [orphan({ schooling: [] }), orphan(ill)], asDay('2026-10-01'));
  // Only these rules: what else hits changes with the packs.
  await hub.discovery.evaluate({ day: DAY, scope: 'all', write: true });
  await hub.db.execute(`DELETE FROM rule_result WHERE rule_id NOT IN ('R16', 'R01')`);
  await hub.alerting.apply(DAY);
});

describe('alerts of a restricted rule', () => {
  it('are shown to who works the case', async () => {
    const all = { H1: ['R16'], H2: ['R01', 'R16'] };
    expect(await alerts('adviser', 'casework')).toEqual(all);
    expect(await alerts('district-officer', 'verification')).toEqual(all);
  });

  it.each([
    ['adviser', 'discovery'],
    ['district-officer', 'discovery'],
    ['warehouse', 'operations'],
  ])('are not there for %s, %s: neither the hit nor an alert that has no other', async (persona, purpose) => {
    expect(await alerts(persona, purpose)).toEqual({ H2: ['R01'] });
    expect(await alerts(persona, purpose, { ruleIds: ['R16'] })).toEqual({});
  });

  it('are not found by way of households either', async () => {
    expect(await households('adviser', 'casework', { hasOpenAlert: true })).toEqual(['H1', 'H2']);
    expect(await households('adviser', 'discovery', { hasOpenAlert: true })).toEqual(['H2']);
    expect(await households('adviser', 'discovery', { hasOpenAlert: false })).toEqual(['H1']);
    expect(await households('adviser', 'discovery', { ruleIds: ['R16'] })).toEqual([]);
  });

  it('are not explained to others, and not worked by them', async () => {
    const query = '{ explainRule(householdId: "H1", ruleId: "R16") { result } }';
    const asked = async (purpose: string) =>
      (await ask<{ explainRule: object | null }>({ persona: 'adviser', purpose, query })).data?.explainRule;
    expect(await asked('discovery')).toBeNull();
    expect(await asked('casework')).toMatchObject({ result: 'HIT' });
    const [alert] = await hub.db.query<{ id: number }>('SELECT id FROM alert WHERE household_id = 1');
    const { data } = await ask<{ assignAlert: { code?: string } }>({
      persona: 'adviser',
      purpose: 'discovery',
      query: await operation('AssignAlert'),
      variables: { id: `A${alert?.id}`, assignee: 'adviser', key: 'k' },
    });
    expect(data?.assignAlert).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an alert of which somebody is shown a part', () => {
  interface Card {
    readonly severity: string;
    readonly raisedAt: string;
    readonly dueAt: string | null;
    readonly timeline: {
      readonly kind: string;
      readonly to: string | null;
      readonly rule: { readonly id: string } | null;
    }[];
  }
  const CARD = `{ alerts(filter: FILTER) { edges { node { household { id } severity raisedAt dueAt
    timeline { kind to rule { id } } } } } }`;
  const card = async (purpose: string, filter = '{}') => {
    const { data } = await ask<{ alerts: { edges: { node: Card & { household: { id: string } } }[] } }>({
      ...{ persona: 'adviser', purpose, query: CARD.replace('FILTER', filter) },
    });
    return data?.alerts.edges.map(({ node }) => node).find(({ household: { id } }) => id === 'H2');
  };

  beforeAll(async () => {
    await hub.db.execute(`UPDATE alert_hit SET severity = CASE rule_id WHEN 'R16' THEN 'RED' ELSE 'YELLOW' END`);
    await hub.db.execute(`UPDATE alert SET severity = 'RED', severity_rank = 1, raised_at = '2026-10-20T02:00:00Z',
      due_at = '2026-10-20T04:00:00Z' WHERE household_id = 2`);
  });

  it('is no graver and no older for them than what they are shown', async () => {
    expect(await card('casework')).toMatchObject({ severity: 'RED', raisedAt: '2026-10-20T10:00:00+08:00' });
    const part = await card('discovery');
    expect(part).toMatchObject({ severity: 'YELLOW', raisedAt: `${DAY}T00:00:00+08:00` });
    expect(part?.dueAt === null || (part?.dueAt ?? '') > DAY).toBe(true);
  });

  it('is found by what they are shown, not by what they are not', async () => {
    expect(await card('discovery', '{ severities: [RED] }')).toBeUndefined();
    expect(await card('discovery', '{ severities: [YELLOW] }')).toBeDefined();
    expect(await card('discovery', '{ overdue: true }')).toBeUndefined();
    expect(await card('casework', '{ severities: [RED], overdue: true }')).toBeDefined();
  });

  it('stands in lists where its shown hits put it', async () => {
    const [other] = await hub.db.query<{ id: number }>(
      `INSERT INTO alert (household_id, severity, severity_rank, raised_at, raised_on, street_code, committee_code)
       SELECT 1000, 'ORANGE', 2, raised_at, raised_on, street_code, committee_code FROM alert WHERE household_id = 2 RETURNING id`,
    );
    await hub.db.execute(
      `INSERT INTO alert_hit SELECT ${other?.id}, rule_id, rule_version, 'ORANGE', first_seen_on, NULL, '{}', '[]'
       FROM alert_hit WHERE rule_id = 'R01'`,
    );
    await hub.alerting.passUp(DAY);
    const order = async (purpose: string) => {
      const query = '{ alerts { edges { node { severity } } } }';
      const { data } = await ask<{ alerts: { edges: { node: Card }[] } }>({ persona: 'adviser', purpose, query });
      return data?.alerts.edges.map(({ node }) => node.severity);
    };
    expect(await order('discovery')).toEqual(['ORANGE', 'YELLOW']);
    expect(await order('casework')).toEqual(['RED', 'RED', 'ORANGE']);
    await hub.db.execute(`UPDATE alert SET state = 'CLOSED' WHERE id = ${other?.id}`);
  });

  it('is gone for them when the last of these hits ends, unless somebody works on it', async () => {
    const told = async () => [
      (await card('discovery'))?.severity ?? null,
      (await households('adviser', 'discovery', { hasOpenAlert: true }))?.includes('H2'),
    ];
    await hub.db.execute(`UPDATE alert_hit SET ended_on = '${DAY}' WHERE rule_id = 'R01'`);
    expect(await told()).toEqual([null, false]);
    await hub.db.execute(`UPDATE alert SET state = 'ASSIGNED' WHERE household_id = 2`);
    expect(await told()).toEqual(['YELLOW', true]);
    expect(await card('discovery', '{ severities: [RED] }')).toBeUndefined();
    expect(await card('discovery', '{ severities: [YELLOW] }')).toBeDefined();
    await hub.db.execute(`UPDATE alert SET state = 'OPEN' WHERE household_id = 2`);
    await hub.db.execute(`UPDATE alert_hit SET ended_on = NULL`);
    expect(await told()).toEqual(['YELLOW', true]);
  });

  it('has no event that speaks of the rest', async () => {
    const told = (await card('discovery'))?.timeline.map(({ kind, rule, to }) => [kind, rule?.id ?? null, to]) ?? [];
    expect(told.length).toBeGreaterThan(0);
    expect(told.flat()).not.toContain('R16');
    expect(told.filter(([kind]) => kind === 'RAISED').map(([, , to]) => to)).toEqual([null]);
    expect((await card('casework'))?.timeline.map(({ rule }) => rule?.id)).toContain('R16');
  });
});
