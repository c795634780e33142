/** Cases 个案 and referrals 转介: from the first work on a household to its end, through the API. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { asDay } from '../../src/kernel/day.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { household, member } from '../support/documents.ts';
import { operation } from '../support/served-hub.ts';
import { addDays, DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, ask, live, work, alertOf, clear } = await serveWorkedHub();
const OPERATIONS = new URL('../../schema/operations/cases.graphql', import.meta.url);
const ORGANISATION = 'demo-service-organisation';
const elsewhere = { ...household([member({ id: 81 })]), streetCode: '310105002', committeeCode: '310105002001' };

beforeEach(clear);

let keys = 0;
const key = () => {
  keys += 1;
  return `case-${keys}`;
};

interface ReferralCard {
  readonly id: string;
  readonly state: string;
  readonly note: string | null;
  readonly assessedOn: string | null;
  readonly answerBy: string;
  readonly answerIsProvisional: boolean;
  readonly passedUpOn: string | null;
  readonly endReason: string | null;
  readonly version: number;
}
interface CaseCard {
  readonly id: string;
  readonly state: string;
  readonly origin: string;
  readonly adviser: string;
  readonly nextContactOn: string | null;
  readonly awaitsReferral: boolean;
  readonly goal: string | null;
  readonly alerts: readonly { readonly id: string }[];
  readonly referrals: readonly ReferralCard[];
  readonly version: number;
}
interface Worked {
  readonly __typename: string;
  readonly case?: CaseCard;
  readonly referral?: ReferralCard | null;
  readonly code?: string | undefined;
}

async function send(name: string, variables: object, as = 'adviser', purpose = 'casework') {
  const query = await operation(name, OPERATIONS);
  const given = { key: key(), ...variables };
  return ask<Record<string, unknown>>({ persona: as, purpose, query, variables: given });
}
async function act(name: string, variables: object, as = 'adviser', purpose = 'casework'): Promise<Worked> {
  const { data, errors } = await send(name, variables, as, purpose);
  return (Object.values(data ?? {})[0] as Worked | null) ?? { __typename: 'error', code: errors?.[0]?.extensions.code };
}
async function list(filter: object = {}, as = 'adviser', purpose = 'casework') {
  const { data, errors } = await send('Cases', { filter }, as, purpose);
  const page = data?.cases as { totalCount: number; edges: { cursor: string; node: CaseCard }[] } | null;
  return { page, cases: page?.edges.map(({ node }) => node) ?? [], code: errors?.[0]?.extensions.code };
}
const open = (householdId = 'H1', input: object = {}, as = 'adviser') =>
  act('OpenCase', { householdId, input: { nextContactOn: addDays(DAY, 5), ...input } }, as);
const refer = (caseId: string, input: object = {}, as = 'adviser') =>
  act('Refer', { caseId, input: { organisation: ORGANISATION, need: 'CARE', note: '行动不便', ...input } }, as);
const kinds = async () =>
  (await hub.db.query<{ kind: string }>('SELECT kind FROM case_event ORDER BY id')).map(({ kind }) => kind);

describe('a case', () => {
  it('SYS-22.01 is opened when an alert is taken, has one adviser, and belongs to the alert', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    await work('AssignAlert', { id, assignee: 'adviser', key: key() });
    const { cases } = await list();
    expect(cases).toMatchObject([{ origin: 'ALERT', adviser: 'adviser', state: 'OPEN', alerts: [{ id }] }]);
    const query = `{ alerts { edges { node { id case { id } household { cases { id } } } } } }`;
    const { data } = await ask<{ alerts: { edges: { node: object }[] } }>({
      persona: 'adviser',
      purpose: 'casework',
      query,
    });
    const named = { id: cases[0]?.id };
    expect(data?.alerts.edges).toEqual([{ node: { id, case: named, household: { cases: [named] } } }]);
  });

  it('SYS-22.03 always has a next contact while it is open, and a visit moves it', async () => {
    await live(DAY, unserved());
    const input = { visitedOn: DAY, visitors: ['甲'], purpose: 'FIRST_CONTACT', nextVisitOn: '2026-11-20' };
    await work('RecordVisit', { id: await alertOf(1), input, key: key() });
    expect((await list()).cases).toMatchObject([{ nextContactOn: '2026-11-20' }]);
    await expect(hub.db.execute('UPDATE case_file SET next_contact_on = NULL')).rejects.toThrow('case_contact_planned');
    await live(addDays(DAY, 21), unserved());
    expect((await list({ contactOverdue: true })).cases).toHaveLength(1);
    expect((await list({ contactOverdue: false })).cases).toHaveLength(0);
  });

  it('is opened by hand once: a household has one open case', async () => {
    await live(DAY, household([member()]));
    const { case: opened } = await open('H1', { goal: '落实护理' });
    expect(opened).toMatchObject({ origin: 'HAND', adviser: 'adviser', goal: '落实护理' });
    expect(await open()).toMatchObject({ code: 'CASE_EXISTS' });
    expect(await open('H1', { nextContactOn: '2026-10-01' })).toMatchObject({ code: 'CONTACT_DATE_INVALID' });
    await act('CloseCase', { caseId: opened?.id, outcome: 'NEED_MET' });
    expect((await open()).case?.id).not.toBe(opened?.id);
  });

  it('is opened by one of many who begin at once', async () => {
    await live(DAY, household([member()]));
    const all = await Promise.all(Array.from({ length: 6 }, () => open('H1', {}, 'district-officer')));
    expect(all.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'CASE_EXISTS'),
      'CaseChanged',
    ]);
  });

  it('is changed by one person at a time, once per key', async () => {
    await live(DAY, household([member()]));
    const { case: opened } = await open();
    const plan = (day: string, expectedVersion: number | undefined, given = key()) =>
      act('PlanCase', { caseId: opened?.id, input: { nextContactOn: day }, expectedVersion, key: given });
    const both = await Promise.all([plan('2026-11-10', 1), plan('2026-11-11', 1)]);
    expect(both.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    const again = await plan('2026-11-12', undefined, 'same');
    expect(await plan('2026-11-12', undefined, 'same')).toEqual(again);
    expect((await plan('2026-11-13', undefined, 'same')).code).toBe('KEY_REUSED');
    const takeOver = (expectedVersion?: number) =>
      act('PlanCase', { caseId: opened?.id, input: { adviser: '乙' }, expectedVersion }, 'district-officer');
    expect((await takeOver()).code).toBe('CONFLICT');
    expect((await takeOver(again.case?.version)).case).toMatchObject({ adviser: '乙' });
  });

  it('is closed by a person, after what was begun in it', async () => {
    await live(DAY, unserved());
    const id = await alertOf(1);
    await work('AssignAlert', { id, assignee: 'adviser', key: key() });
    const [held] = (await list()).cases;
    const close = () => act('CloseCase', { caseId: held?.id, outcome: 'NEED_MET', note: '已享受补贴' });
    expect((await close()).code).toBe('ALERT_UNDER_WORK');
    await work('CloseAlert', { id, outcome: 'GRANTED', key: key() });
    const sent = await refer(held?.id ?? '');
    expect((await close()).code).toBe('REFERRAL_RUNNING');
    await act('EndReferral', { id: sent.referral?.id, reason: 'COMPLETED' });
    expect((await close()).case).toMatchObject({ state: 'CLOSED', nextContactOn: null });
    expect((await close()).code).toBe('CONFLICT');
    expect((await list()).cases).toHaveLength(0);
    expect((await list({ states: ['CLOSED'] })).page?.totalCount).toBe(1);
    expect(await kinds()).toEqual(['OPENED', 'REFERRED', 'REFERRAL_ENDED', 'CLOSED']);
  });

  it('follows a household that moves, and is seen in its own street only', async () => {
    await live(DAY, household([member()]), elsewhere);
    await open('H1');
    await open('H2', {}, 'district-officer');
    expect((await list()).page?.totalCount).toBe(1);
    expect((await list({}, 'district-officer')).page?.totalCount).toBe(2);
    expect((await open('H2')).code).toBe('NOT_FOUND');
    await hub.db.execute(`UPDATE household_fact SET street_code = '310105002', committee_code = NULL`);
    await hub.db.execute('INSERT INTO judgement_mark (household_id) VALUES (1)');
    expect(await hub.cases.follow(DAY)).toBe(1);
    expect((await list()).page?.totalCount).toBe(0);
  });

  it('is page by page', async () => {
    await live(DAY, ...Array.from({ length: 3 }, (_, i) => household([member({ id: 200 + i })])));
    for (const id of ['H1', 'H2', 'H3']) await open(id);
    const first = await send('Cases', { first: 2 });
    const page = first.data?.cases as { pageInfo: { hasNextPage: boolean; endCursor: string } } | undefined;
    expect(page?.pageInfo.hasNextPage).toBe(true);
    const rest = await send('Cases', { first: 2, after: page?.pageInfo.endCursor });
    expect(rest.data?.cases).toMatchObject({ totalCount: 3, edges: [{ node: { state: 'OPEN' } }] });
  });

  it('shows its words to the case team only', async () => {
    await live(DAY, household([member()]));
    await open('H1', { goal: '落实护理' });
    expect((await list({}, 'adviser', 'discovery')).cases).toMatchObject([{ goal: null, adviser: 'adviser' }]);
    for (const [persona, purpose] of [
      ['health-insurance-desk', 'verification'],
      ['service-organisation', 'service-delivery'],
      ['auditor', 'audit'],
    ] as const)
      expect((await list({}, persona, purpose)).code).toBe('FORBIDDEN');
  });
});

describe('a referral', () => {
  const begin = async (input: object = {}) => {
    await live(DAY, household([member()]));
    const { case: opened } = await open();
    const { referral } = await refer(opened?.id ?? '', input);
    return { caseId: opened?.id ?? '', id: referral?.id ?? '' };
  };
  const respond = (id: string, answer: string, as = 'service-organisation', purpose = 'service-delivery') =>
    act('AnswerReferral', { id, answer }, as, purpose);
  const referrals = async (filter: object, as: string, purpose: string) => {
    const { data } = await send('Referrals', { filter }, as, purpose);
    const page = data?.referrals as { edges: { node: ReferralCard }[] } | undefined;
    return page?.edges.map(({ node }) => node);
  };
  const received = () => referrals({}, 'service-organisation', 'service-delivery');

  it('an alert closed as referred asks for it until it is sent', async () => {
    await live(DAY, unserved());
    await work('CloseAlert', { id: await alertOf(1), outcome: 'REFERRED', key: key() });
    const [asking] = (await list({ awaitsReferral: true })).cases;
    expect(asking).toMatchObject({ awaitsReferral: true, nextContactOn: addDays(DAY, 3) });
    await refer(asking?.id ?? '');
    expect((await list()).cases).toMatchObject([{ awaitsReferral: false, referrals: [{ state: 'SENT' }] }]);
  });

  it('SYS-21.01 SYS-21.07 goes from sent to done, each step timed, and the answer comes back to the case', async () => {
    const { caseId, id } = await begin();
    expect(await received()).toMatchObject([{ id, state: 'SENT', note: '行动不便' }]);
    for (const step of ['RECEIVED', 'ACCEPTED', 'IN_SERVICE', 'DONE'])
      expect((await respond(id, step)).referral?.state).toBe(step);
    expect((await respond(id, 'ACCEPTED')).code).toBe('REFERRAL_STEP_INVALID');
    const { data } = await send('Case', { id: caseId });
    const held = data?.case as { events: { kind: string; to: string }[]; referrals: object } | undefined;
    expect(held?.referrals).toMatchObject([{ id, state: 'DONE' }]);
    expect(held?.events.filter(({ kind }) => kind === 'REFERRAL_ANSWERED').map(({ to }) => to)).toEqual([
      'RECEIVED',
      'ACCEPTED',
      'IN_SERVICE',
      'DONE',
    ]);
  });

  it('is the receiver’s while it lasts: not before, not after its last day, not once it ended', async () => {
    const { id } = await begin({ from: addDays(DAY, 1), until: addDays(DAY, 10) });
    expect(await received()).toEqual([]);
    await live(addDays(DAY, 10), household([member()]));
    expect(await received()).toHaveLength(1);
    await live(addDays(DAY, 11), household([member()]));
    expect(await received()).toEqual([]);
    expect((await respond(id, 'ACCEPTED')).code).toBe('NOT_FOUND');
    await clear();
    const next = await begin();
    await act('EndReferral', { id: next.id, reason: 'NOT_WANTED' });
    expect(await received()).toEqual([]);
    expect((await act('EndReferral', { id: next.id, reason: 'NOT_WANTED' })).code).toBe('CONFLICT');
  });

  it('is declined by the receiver, answered by nobody else, and not ended by the receiver', async () => {
    const { caseId, id } = await begin();
    expect((await respond(id, 'ACCEPTED', 'district-officer', 'casework')).code).toBe('FORBIDDEN');
    expect(
      (await act('EndReferral', { id, reason: 'COMPLETED' }, 'service-organisation', 'service-delivery')).code,
    ).toBe('FORBIDDEN');
    expect(await respond(id, 'DECLINED')).toMatchObject({ __typename: 'ReferralChanged', referral: null });
    expect((await list()).cases).toMatchObject([{ id: caseId, referrals: [{ id, state: 'DECLINED' }] }]);
  });

  it('is refused to nobody known, backwards in time, and for a case of another street', async () => {
    const { caseId } = await begin();
    expect((await refer(caseId, { organisation: 'nobody' })).code).toBe('ORGANISATION_UNKNOWN');
    expect((await refer(caseId, { from: addDays(DAY, 5), until: addDays(DAY, 4) })).code).toBe(
      'REFERRAL_DATES_INVALID',
    );
    expect((await refer(caseId, { until: addDays(DAY, -1), from: addDays(DAY, -2) })).code).toBe(
      'REFERRAL_DATES_INVALID',
    );
    await hub.db.execute(`UPDATE case_file SET street_code = '310105002', committee_code = NULL`);
    expect((await refer(caseId)).code).toBe('NOT_FOUND');
  });

  it('SYS-21.02 cites the visit that assessed the need: the newest, or the one that is named', async () => {
    await live(DAY, unserved(), elsewhere);
    const visit = (visitedOn: string, id: string) =>
      work('RecordVisit', { id, input: { visitedOn, visitors: ['甲'], purpose: 'FIRST_CONTACT' }, key: key() });
    await visit(addDays(DAY, -1), await alertOf(1));
    await visit(DAY, await alertOf(1));
    const [{ id: caseId } = { id: '' }] = (await list()).cases;
    const [first] = (await hub.db.query<{ id: string }>(`SELECT 'V' || id AS id FROM visit ORDER BY id`)).map(
      ({ id }) => id,
    );
    const cited = async (input: object) => (await refer(caseId, input)).referral?.assessedOn;
    expect(await cited({})).toBe(DAY);
    expect(await cited({ visitId: first })).toBe(addDays(DAY, -1));
    const [other] = await hub.db.query<{ id: string }>(
      `INSERT INTO visit (household_id, visited_on, visitors, purpose, recorded_by, recorded_at)
       VALUES (2, $1, '{x}', 'REVIEW', 'x', now()) RETURNING 'V' || id AS id`,
      [DAY],
    );
    expect((await refer(caseId, { visitId: other?.id })).code).toBe('NOT_FOUND');
    const query = '{ referrals { edges { node { assessedOn assessment { id purpose } } } } }';
    const asked = (persona: string, purpose: string) =>
      ask<{ referrals: { edges: { node: object }[] } }>({ persona, purpose, query });
    const seen = await asked('adviser', 'casework');
    expect(seen.data?.referrals.edges[1]?.node).toEqual({
      assessedOn: addDays(DAY, -1),
      assessment: { id: first, purpose: 'FIRST_CONTACT' },
    });
    const received = await asked('service-organisation', 'service-delivery');
    expect(received.data?.referrals.edges[1]?.node).toEqual({ assessedOn: addDays(DAY, -1), assessment: null });
  });

  it('goes to a department, whose desk reads and answers it, and no other desk', async () => {
    await live(DAY, household([member()]));
    const { case: opened } = await open();
    const sent = await refer(opened?.id ?? '', {
      organisation: 'changning-disability-federation',
      note: '办理护理补贴',
    });
    const id = sent.referral?.id ?? '';
    const query = '{ referrals { edges { node { id need note } } } }';
    const read = async (persona: string) => {
      const { data } = await ask<{ referrals: { edges: { node: object }[] } }>({
        ...{ persona, query },
        purpose: 'service-delivery',
      });
      return data?.referrals.edges.map(({ node }) => node);
    };
    expect(await read('disability-desk')).toEqual([{ id, need: 'CARE', note: '办理护理补贴' }]);
    expect(await read('education-desk')).toEqual([]);
    expect((await respond(id, 'ACCEPTED', 'education-desk')).code).toBe('NOT_FOUND');
    expect((await respond(id, 'ACCEPTED', 'disability-desk')).referral).toMatchObject({ state: 'ACCEPTED' });
  });

  it('SYS-21.05 goes up to the district, once, where the department has not said in its days whether it takes it on', async () => {
    const desk = ['disability-desk', 'service-delivery'] as const;
    const { caseId, id } = await begin({ organisation: 'changning-disability-federation' });
    await act('PlanCase', { caseId, input: { nextContactOn: '2026-11-20' } });
    await respond(id, 'RECEIVED', ...desk);
    const overdue = (as: string, purpose: string) => referrals({ overdue: true }, as, purpose);
    const nightOf = async (day: string) => {
      await hub.db.execute('UPDATE hub_day SET day = $1', [day]);
      await hub.cases.follow(asDay(day));
    };
    // Sent on a Saturday: five working days end on Friday.
    await nightOf('2026-11-06');
    expect(await overdue('district-officer', 'casework')).toEqual([]);
    await nightOf('2026-11-07');
    await nightOf('2026-11-08');
    const passed = { id, state: 'RECEIVED', answerBy: '2026-11-06', passedUpOn: '2026-11-07' };
    expect(await overdue('district-officer', 'casework')).toMatchObject([passed]);
    expect(await overdue(...desk)).toMatchObject([passed]);
    expect(await overdue('education-desk', 'service-delivery')).toEqual([]);
    expect((await list()).cases).toMatchObject([{ nextContactOn: '2026-11-07' }]);
    expect((await kinds()).filter((kind) => kind === 'REFERRAL_PASSED_UP')).toHaveLength(1);
    await respond(id, 'ACCEPTED', ...desk);
    expect(await overdue('district-officer', 'casework')).toEqual([]);
  });

  it('is answered by its last day, by the calendar of its first, provisionally where holidays are not known', async () => {
    const within = async (input: object) => {
      await clear();
      const { id } = await begin(input);
      return (await referrals({ ids: [id], states: ['SENT'] }, 'adviser', 'casework'))?.[0];
    };
    expect(await within({ until: '2026-11-03' })).toMatchObject({ answerBy: '2026-11-03', answerIsProvisional: false });
    expect(await within({ from: '2026-11-20' })).toMatchObject({ answerBy: '2026-11-27' });
    expect(await within({ from: '2026-12-28' })).toMatchObject({ answerBy: '2027-01-04', answerIsProvisional: true });
  });

  it('is answered by one of two at once', async () => {
    const { id } = await begin();
    const both = await Promise.all([respond(id, 'ACCEPTED'), respond(id, 'DECLINED')]);
    expect(both.map(({ code }) => code !== undefined).sort()).toEqual([false, true]);
  });
});

describe('followers', () => {
  const told = async () => {
    await drainOutbox(hub.db);
    const rows = await hub.db.query<{ type: string; kind: string | null; before: string[]; after: string[] }>(
      `SELECT type, kind, scope_before AS before, scope_after AS after FROM change ORDER BY position`,
    );
    await hub.db.execute('TRUNCATE change');
    return rows.map(
      ({ type, kind, before, after }) => `${type} ${kind ?? '-'} ${before.join('+')} > ${after.join('+')}`,
    );
  };
  const HERE = '310105001+310105001001';
  const RECEIVER = `org:${ORGANISATION}`;

  it('are told of cases, and of referrals as they begin and end by deed or by the day', async () => {
    await live(DAY, household([member()]));
    await told();
    const { case: opened } = await open();
    expect(await told()).toEqual([`CASE OPENED  > ${HERE}`, `HOUSEHOLD - ${HERE} > ${HERE}`]);
    const input = { from: addDays(DAY, 1), until: addDays(DAY, 2) };
    await refer(opened?.id ?? '', input);
    expect(await told()).toEqual([`CASE CHANGED ${HERE} > ${HERE}`, `SERVICE CHANGED  > ${HERE}`]);
    await hub.cases.follow(addDays(DAY, 1));
    const begun = [`SERVICE BEGUN ${HERE} > ${HERE}+${RECEIVER}`, `HOUSEHOLD -  > ${RECEIVER}`];
    expect(await told()).toEqual(begun);
    await hub.db.execute('UPDATE hub_day SET day = $1', [addDays(DAY, 3)]);
    await hub.cases.follow(addDays(DAY, 3));
    expect(await told()).toEqual([
      ...[`SERVICE ENDED ${HERE}+${RECEIVER} > ${HERE}`, `HOUSEHOLD - ${RECEIVER} > `],
      // Nobody had answered it by its last day.
      ...[`SERVICE CHANGED ${HERE} > ${HERE}`, `CASE CHANGED ${HERE} > ${HERE}`],
    ]);
    const { referral } = await refer(opened?.id ?? '');
    expect((await told())[1]).toBe(`SERVICE BEGUN  > ${HERE}+${RECEIVER}`);
    await act('EndReferral', { id: referral?.id, reason: 'COMPLETED' });
    await act('CloseCase', { caseId: opened?.id, outcome: 'NEED_MET' });
    expect((await told()).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'SERVICE ENDED',
      'HOUSEHOLD -',
      'CASE CLOSED',
      'HOUSEHOLD -',
    ]);
  });

  it('find words sealed where they are kept', async () => {
    await live(DAY, household([member()]));
    const { case: opened } = await open('H1', { goal: '落实护理' });
    await refer(opened?.id ?? '', { note: '行动不便' });
    const rows = await hub.db.query<{ goal: string; note: string }>(
      'SELECT c.goal, r.note FROM case_file c JOIN referral r ON r.case_id = c.id',
    );
    expect(JSON.stringify(rows)).not.toMatch(/护理|不便/);
    expect((await list()).cases).toMatchObject([{ goal: '落实护理', referrals: [{ note: '行动不便' }] }]);
  });
});
