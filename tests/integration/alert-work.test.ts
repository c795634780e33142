/** Alerts that are worked: taken, visited and closed by people, through the API. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { bill, certificate, household, member } from '../support/documents.ts';
import { addDays, DAY, served, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, ask, live, work, alertOf, clear } = await serveWorkedHub();

let keys = 0;
function key(): string {
  keys += 1;
  return `key-${keys}`;
}
const visit = (input: object = {}) => ({
  visitedOn: '2026-10-31',
  visitors: ['顾问甲', '协理员乙'],
  purpose: 'ELIGIBILITY',
  ...input,
});
const elsewhere = { ...unserved(81), streetCode: '310105002', committeeCode: '310105002001' };

beforeEach(clear);

describe('the work on an alert', () => {
  it('SYS-07.03 goes from open over assigned and visiting to closed, with an outcome', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    expect(await work('AssignAlert', { id, assignee: 'adviser', key: key() })).toEqual({
      __typename: 'AlertChanged',
      alert: { id, state: 'ASSIGNED', outcome: null, assignee: 'adviser' },
    });
    expect((await work('RecordVisit', { id, input: visit({ present: ['P71'] }), key: key() })).alert?.state).toBe(
      'VISITING',
    );
    expect(await work('CloseAlert', { id, outcome: 'GRANTED', note: '已申请', key: key() })).toEqual({
      __typename: 'AlertChanged',
      alert: { id, state: 'CLOSED', outcome: 'GRANTED', assignee: 'adviser' },
    });
    const { errors } = await ask({
      persona: 'adviser',
      purpose: 'casework',
      query: `mutation { closeAlert(id: "${id}", idempotencyKey: "none") { __typename } }`,
    });
    expect(errors?.[0]?.message).toContain('outcome');
  });

  it('SYS-05.01 is found by its policy: who seems entitled and does not receive it, until that is settled', async () => {
    await live(DAY, unserved(), served(72));
    const asked = async <T>(query: string): Promise<T> => {
      const { data } = await ask<T & object>({ persona: 'district-officer', purpose: 'discovery', query });
      return data as T;
    };
    const { rules } = await asked<{ rules: { id: string; targetPolicies: string[] }[] }>(
      '{ rules(about: "重度残疾人护理补贴") { id targetPolicies } }',
    );
    const leading = rules.filter(({ targetPolicies }) => targetPolicies.includes('重度残疾人护理补贴'));
    const ids = JSON.stringify(leading.map(({ id }) => id));
    const waiting = () =>
      asked<{ alerts: { edges: { node: { household: { id: string } } }[] } }>(
        `{ alerts(filter: { ruleIds: ${ids} }) { edges { node { household { id } } } } }`,
      ).then(({ alerts }) => alerts.edges.map(({ node }) => node.household.id));
    expect(await waiting()).toEqual(['H1']);
    await work('CloseAlert', { id: await alertOf(1), outcome: 'GRANTED', key: key() });
    expect(await waiting()).toEqual([]);
  });

  it('says of its deadline that it is provisional where the holidays of that year are not known', async () => {
    await live(DAY, unserved());
    const provisional = async (due: string): Promise<boolean | undefined> => {
      await hub.db.execute('UPDATE alert SET due_at = $1', [due]);
      const query = '{ alerts { edges { node { dueIsProvisional } } } }';
      const { data } = await ask<{ alerts: { edges: { node: { dueIsProvisional: boolean } }[] } }>({
        ...{ persona: 'adviser', purpose: 'casework', query },
      });
      return data?.alerts.edges[0]?.node.dueIsProvisional;
    };
    // The last minute of the year in Beijing, and the first of the next.
    expect(await provisional('2026-12-31T15:59:00Z')).toBe(false);
    expect(await provisional('2026-12-31T16:00:00Z')).toBe(true);
  });

  it('SYS-05.03 keeps who visited, whom they met, what they found and what had changed', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    const changes = [
      { point: 'CARE', changed: true },
      { point: 'INCOME', changed: false },
    ];
    const input = visit({ present: ['P71'], findings: '卧床,由邻居照看', changes, nextVisitOn: '2026-11-10' });
    await work('RecordVisit', { id, input, key: key() });
    const query = `{ alerts { edges { node { assignee dueAt visits {
      visitedOn visitors purpose present { id } findings changes { point changed } nextVisitOn recordedBy } } } } }`;
    const { data, errors } = await ask<{ alerts: { edges: unknown[] } }>({
      persona: 'adviser',
      purpose: 'casework',
      query,
    });
    expect(errors).toBeUndefined();
    expect(data?.alerts.edges).toEqual([
      {
        node: {
          assignee: 'adviser',
          dueAt: '2026-11-10T23:59:59+08:00',
          visits: [
            {
              visitedOn: '2026-10-31',
              visitors: ['顾问甲', '协理员乙'],
              purpose: 'ELIGIBILITY',
              present: [{ id: 'P71' }],
              findings: '卧床,由邻居照看',
              changes,
              nextVisitOn: '2026-11-10',
              recordedBy: 'adviser',
            },
          ],
        },
      },
    ]);
    const discovery = await ask<{ alerts: { edges: { node: { visits: { findings: null }[] } }[] } }>({
      persona: 'adviser',
      purpose: 'discovery',
      query: '{ alerts { edges { node { visits { visitedOn findings } } } } }',
    });
    expect(discovery.data?.alerts.edges[0]?.node.visits).toEqual([{ visitedOn: '2026-10-31', findings: null }]);
  });

  it('SYS-06.05 a visit for eligibility takes two different visitors, others one', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    const code = async (input: object) => (await work('RecordVisit', { id, input: visit(input), key: key() })).code;
    expect(await code({ visitors: ['顾问甲'] })).toBe('TWO_VISITORS_REQUIRED');
    expect(await code({ visitors: ['顾问甲', ' 顾问甲 ', ''] })).toBe('TWO_VISITORS_REQUIRED');
    expect(await code({ visitors: [' '], purpose: 'FOLLOW_UP' })).toBe('TEXT_REQUIRED');
    expect(await code({ visitors: ['顾问甲'], purpose: 'FOLLOW_UP' })).toBeUndefined();
  });

  it('refuses visits of another day or with people who do not live there', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    const code = async (input: object) => (await work('RecordVisit', { id, input: visit(input), key: key() })).code;
    expect(await code({ visitedOn: '2099-01-01' })).toBe('VISIT_DATE_INVALID');
    expect(await code({ nextVisitOn: '2026-10-31' })).toBe('VISIT_DATE_INVALID');
    expect(await code({ present: ['P999'] })).toBe('NOT_A_MEMBER');
    expect(await hub.db.query('SELECT id FROM visit')).toEqual([]);
  });
});

describe('two people', () => {
  it('cannot take the same alert; taking it over needs the version seen', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    const both = await Promise.all(
      ['甲', '乙'].map((assignee) => work('AssignAlert', { id, assignee, key: key() }, 'district-officer')),
    );
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['AlertChanged', 'Refused']);
    expect(both.find(({ code }) => code)).toMatchObject({ code: 'CONFLICT', suggestion: expect.any(String) });
    const takeOver = async (version: number) => {
      const query = `mutation { assignAlert(id: "${id}", assignee: "丙", idempotencyKey: "${key()}", expectedVersion: ${version})
        { ... on AlertChanged { alert { assignee version } } ... on Refused { code } } }`;
      const { data } = await ask<{ assignAlert: object }>({ persona: 'adviser', purpose: 'casework', query });
      return data?.assignAlert;
    };
    expect(await takeOver(1)).toEqual({ code: 'CONFLICT' });
    expect(await takeOver(2)).toEqual({ alert: { assignee: '丙', version: 3 } });
  });

  it('cannot close it twice', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    const answers = await Promise.all(
      ['adviser', 'district-officer'].map((persona) =>
        work('CloseAlert', { id, outcome: 'NOT_NEEDED', key: 'same' }, persona),
      ),
    );
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    expect((await work('RecordVisit', { id, input: visit(), key: key() })).code).toBe('CONFLICT');
  });

  it('a key is answered once: the same request gets the same answer, another is refused', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    const asked = { id, assignee: 'adviser', key: 'k' };
    const answers = await Promise.all([1, 2, 3].map(() => work('AssignAlert', asked)));
    await work('CloseAlert', { id, outcome: 'REFERRED', key: key() });
    for (const answer of [...answers, await work('AssignAlert', asked)]) expect(answer).toEqual(answers[0]);
    expect((await work('AssignAlert', { ...asked, assignee: '乙' })).code).toBe('KEY_REUSED');
    expect(await hub.db.query(`SELECT kind FROM alert_event WHERE actor IS NOT NULL ORDER BY id`)).toEqual([
      { kind: 'ASSIGNED' },
      { kind: 'CLOSED' },
    ]);
  });
});

describe('who may work', () => {
  it('an adviser works in the own street, the officer in the district, others nowhere', async () => {
    await live(DAY, unserved(), elsewhere);
    const assign = async (of: number, persona: string) =>
      work('AssignAlert', { id: await alertOf(of), assignee: 'x', key: key() }, persona);
    expect((await assign(2, 'adviser')).code).toBe('NOT_FOUND');
    expect((await assign(1, 'adviser')).alert?.state).toBe('ASSIGNED');
    expect((await assign(2, 'district-officer')).alert?.state).toBe('ASSIGNED');
    for (const [persona, purpose] of [
      ['health-insurance-desk', 'verification'],
      ['warehouse', 'operations'],
      ['auditor', 'audit'],
      ['adviser', undefined],
    ] as const) {
      const query = `mutation { closeAlert(id: "A1", outcome: GRANTED, idempotencyKey: "x") { __typename } }`;
      const { errors } = await ask({ persona, query, ...(purpose && { purpose }) });
      expect([persona, errors?.[0]?.extensions.code]).toEqual([persona, 'FORBIDDEN']);
    }
  });
});

describe('what people decide', () => {
  it('outranks later runs: an alert that is worked on is not closed, its hits end with a trace', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    await work('AssignAlert', { id, assignee: 'adviser', key: key() });
    expect(await live(addDays(DAY, 1), served())).toEqual({ raised: 0, changed: 1, closed: 0 });
    const [alert] = await hub.db.query('SELECT state, assignee, version FROM alert');
    expect(alert).toEqual({ state: 'ASSIGNED', assignee: 'adviser', version: 3 });
    const left = await hub.db.query<{ details: object }>(
      `SELECT details FROM alert_event WHERE kind = 'HIT_LEFT' ORDER BY details ->> 'rule'`,
    );
    expect(left.map(({ details }) => details)).toMatchObject([
      { rule: 'R04', why: 'NO_LONGER_TRUE' },
      { rule: 'R13', why: 'NO_LONGER_TRUE' },
    ]);
    expect((await work('CloseAlert', { id, outcome: 'ALREADY_SERVED', key: key() })).alert?.state).toBe('CLOSED');
  });

  it('holds for 90 days, whatever comes and goes; then what still stands is raised again', async () => {
    await live(DAY, unserved());
    await work('CloseAlert', { id: await alertOf(1), outcome: 'NOT_NEEDED', key: key() });
    const quiet = { raised: 0, changed: 0, closed: 0 };
    expect(await live(addDays(DAY, 1), served())).toEqual(quiet);
    expect(await live(addDays(DAY, 2), unserved())).toEqual(quiet);
    expect(await live(addDays(DAY, 89))).toEqual(quiet);
    expect(await live(addDays(DAY, 90))).toEqual({ raised: 1, changed: 0, closed: 0 });
  });

  it('yields to what is graver', async () => {
    const severe = [certificate('4', '1')];
    await live(DAY, household([member({ id: 71, certificates: severe, settlements: [bill(30_000)] })]));
    await work('CloseAlert', { id: await alertOf(1), outcome: 'NOT_NEEDED', key: key() });
    const worse = household([member({ id: 71, certificates: severe, settlements: [bill(500_000)] })]);
    expect((await live(addDays(DAY, 1), worse)).raised).toBe(1);
    const hits = await hub.db.query<{ rule_id: string }>(
      'SELECT t.rule_id FROM alert_hit t JOIN alert a ON a.id = t.alert_id WHERE a.outcome IS NULL',
    );
    expect(hits.map(({ rule_id }) => rule_id)).toContain('R01');
  });

  it('is told in order: what came about by itself, and who did what', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    await work('AssignAlert', { id, assignee: '甲', key: key() });
    await work('RecordVisit', { id, input: visit(), key: key() }, 'district-officer');
    await live(addDays(DAY, 1), served());
    await work('CloseAlert', { id, outcome: 'GRANTED', key: key() });
    const query = `{ alerts(filter: { states: [CLOSED] }) { edges { node { timeline {
      kind actor from to reason rule { id } visit { purpose } } } } } }`;
    const { data } = await ask<{ alerts: { edges: { node: { timeline: object[] } }[] } }>({
      persona: 'district-officer',
      purpose: 'casework',
      query,
    });
    const timeline = data?.alerts.edges[0]?.node.timeline ?? [];
    const plain = timeline.map((event) =>
      Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null)),
    );
    expect(plain).toEqual([
      { kind: 'RAISED', to: 'ORANGE' },
      { kind: 'HIT_JOINED', rule: { id: 'R04' }, to: 'ORANGE' },
      { kind: 'HIT_JOINED', rule: { id: 'R13' }, to: 'ORANGE' },
      { kind: 'ROUTED', to: 'adviser' },
      { kind: 'ASSIGNED', actor: 'adviser', to: '甲' },
      { kind: 'VISITED', actor: 'district-officer', visit: { purpose: 'ELIGIBILITY' } },
      { kind: 'HIT_LEFT', reason: 'NO_LONGER_TRUE', rule: { id: 'R04' }, to: 'ORANGE' },
      { kind: 'HIT_LEFT', reason: 'NO_LONGER_TRUE', rule: { id: 'R13' }, to: 'ORANGE' },
      { kind: 'CLOSED', actor: 'adviser', to: 'GRANTED' },
    ]);
  });

  it('is never rewritten', async () => {
    await live(DAY, unserved());
    await expect(hub.db.execute(`UPDATE alert_event SET actor = 'nobody'`)).rejects.toThrow('append-only');
    await expect(hub.db.execute('DELETE FROM alert_event')).rejects.toThrow('append-only');
  });
});

describe('the evidence of an alert', () => {
  it('is told in codes, and beside them in the words of the field', async () => {
    await live(DAY, unserved());
    const query = '{ alerts { edges { node { hits { rule { id } evidence { label value shown } } } } } }';
    const { data } = await ask<{
      alerts: { edges: { node: { hits: { rule: { id: string }; evidence: object[] }[] } }[] };
    }>({ persona: 'adviser', purpose: 'casework', query });
    const hits = data?.alerts.edges[0]?.node.hits ?? [];
    expect(hits.find(({ rule }) => rule.id === 'R04')?.evidence).toEqual([
      { label: '残疾类别', value: '4', shown: '肢体' },
      { label: '残疾等级', value: '1', shown: '一级' },
      { label: '当月或上月有护理补贴发放', value: 'false', shown: '否' },
    ]);
  });
});

describe('the list of alerts', () => {
  const count = async (filter: object, persona = 'district-officer') => {
    const query = 'query ($filter: AlertFilter) { alerts(filter: $filter) { totalCount } }';
    const { data } = await ask<{ alerts: { totalCount: number } }>({
      persona,
      purpose: 'casework',
      query,
      variables: { filter },
    });
    return data?.alerts.totalCount;
  };

  it('is filtered by rule, severity, street, assignee and clock, within the caller’s scope', async () => {
    await live(DAY, household([member({ settlements: [bill(500_000)] })]), unserved(), elsewhere);
    const filters = [
      { ruleIds: ['R13'] },
      { severities: ['RED'] },
      { streetCode: '310105002' },
      { assignee: 'nobody' },
    ];
    expect(await Promise.all(filters.map((filter) => count(filter)))).toEqual([2, 1, 1, 0]);
    expect([await count({}), await count({}, 'adviser')]).toEqual([3, 2]);
    await hub.db.execute(`UPDATE alert SET due_at = now() - interval '1 hour' WHERE severity = 'RED'`);
    expect([await count({ overdue: true }), await count({ overdue: false })]).toEqual([1, 2]);
  });

  it('is read page by page, the most severe first', async () => {
    await live(DAY, unserved(), household([member({ settlements: [bill(500_000)] })]), elsewhere);
    const query = `query ($after: String) { alerts(first: 2, after: $after) {
      edges { node { severity } } pageInfo { hasNextPage endCursor } } }`;
    const page = async (after?: string) => {
      const { data } = await ask<{
        alerts: { edges: { node: { severity: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>({ persona: 'district-officer', purpose: 'casework', query, variables: { after } });
      return data?.alerts;
    };
    const first = await page();
    expect(first?.edges.map(({ node }) => node.severity)).toEqual(['RED', 'ORANGE']);
    const rest = await page(first?.pageInfo.endCursor);
    expect([first?.pageInfo.hasNextPage, rest?.edges.length, rest?.pageInfo.hasNextPage]).toEqual([true, 1, false]);
  });
});
