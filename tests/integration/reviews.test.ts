/** The review calendar 分类动态管理: how often, when due, drawn by chance, done in one visit with an alert. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { asDay } from '../../src/kernel/day.ts';
import type { HouseholdDocument, PersonDocument, Recognition } from '../../src/modules/household/index.ts';
import { certificate, contributions, household, member, recognition } from '../support/documents.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, ask, live, clear } = await serveWorkedHub();
beforeEach(clear);

let person = 100;
function family(
  assistanceClass: string,
  parts: Partial<Recognition> = {},
  workCapacity: string | null = null,
): HouseholdDocument {
  person += 1;
  return household([member({ id: person }, { workCapacity })], { recognition: recognition(assistanceClass, parts) });
}

interface Item {
  readonly kind: string;
  readonly dueOn: string;
  readonly lastReviewedOn: string | null;
  readonly state: string;
  readonly cadence: string;
  readonly checks: readonly string[];
  readonly household: { readonly id: string };
  readonly alert: { readonly id: string; readonly state: string } | null;
}

const OFFICER = { persona: 'district-officer', purpose: 'casework' };

async function calendar(variables: object = {}, persona = 'district-officer') {
  const query = await readOperation('Reviews');
  const { data, errors } = await ask<{ reviews: { totalCount: number; edges: { cursor: string; node: Item }[] } }>({
    persona,
    purpose: 'casework',
    query,
    variables: { first: 50, ...variables },
  });
  expect(errors).toBeUndefined();
  return data?.reviews ?? { totalCount: 0, edges: [] };
}

const nodes = async (variables: object = {}, persona?: string): Promise<readonly Item[]> =>
  (await calendar(variables, persona)).edges.map(({ node }) => node);

async function dueDay(document: HouseholdDocument): Promise<string | undefined> {
  await clear();
  await live(DAY, document);
  return (await nodes())[0]?.dueOn;
}

describe('the review calendar', () => {
  it('SYS-12.01 low-income and rigid-expenditure families every quarter', async () => {
    const on = { lastReviewedOn: asDay('2026-08-31') };
    for (const assistanceClass of ['DS', 'BY', 'GX'])
      expect(await dueDay(family(assistanceClass, on))).toBe('2026-11-30');
  });

  it('SYS-12.04 allowance families with unstable income who can work every half year', async () => {
    const unstable = { lastReviewedOn: asDay('2026-08-31'), incomeStability: '2' };
    expect(await dueDay(family('DB', unstable, '1'))).toBe('2027-02-28');
    expect(await dueDay(family('DB', unstable, '3'))).toBe('2027-08-31');
    expect(await dueDay(family('DB', { ...unstable, incomeStability: '1' }, '1'))).toBe('2027-08-31');
  });

  it('SYS-12.05 the destitute every year, counted from the recognition where none was reviewed yet', async () => {
    expect(await dueDay(family('TK', { recognisedOn: asDay('2026-01-01') }))).toBe('2027-01-01');
    expect(await dueDay(household([member()]))).toBeUndefined();
    expect(await dueDay(family('TK', { validUntil: asDay('2026-10-30') }))).toBeUndefined();
  });

  it('SYS-12.02 SYS-03.14 families of the severely disabled without work every year, both facts to be checked', async () => {
    const last = { lastReviewedOn: asDay('2026-08-31') };
    const of = async (parts: Partial<PersonDocument>, assistanceClass = 'DB') => {
      await clear();
      person += 1;
      const certificates = [certificate('4', '2')];
      await live(
        DAY,
        household([member({ id: person, certificates, ...parts })], {
          recognition: recognition(assistanceClass, last),
        }),
      );
      const [{ dueOn, cadence, checks } = { dueOn: '', cadence: '', checks: [] }] = await nodes();
      return [dueOn, cadence, ...checks].join(' ');
    };
    const both = '2027-08-31 重残无业人员定期核查 残疾状况 就业状况';
    expect(await of({})).toBe(both);
    expect(await of({ contributions: contributions(3, 3) })).toBe(both);
    const others = /^2027-08-31 特困供养人员/;
    expect(await of({ contributions: contributions(2, 2) })).toMatch(others);
    expect(await of({ certificates: [certificate('4', '3')] })).toMatch(others);
    expect(await of({ birthDate: asDay('1966-10-31') })).toMatch(others);
    // What is asked more often goes before it.
    expect(await of({}, 'BY')).toMatch(/^2026-11-30 低收入困难家庭/);
  });

  it('SYS-12.07 counts what is due and overdue by street, the longest due first, page by page', async () => {
    const at = (day: string) => family('TK', { recognisedOn: asDay('2020-01-01'), lastReviewedOn: asDay(day) });
    const elsewhere = { ...at('2025-10-20'), streetCode: '310105002', committeeCode: null };
    await live(DAY, at('2025-10-30'), at('2025-10-31'), at('2025-11-15'), at('2025-11-16'), elsewhere);
    expect((await nodes()).map(({ dueOn, state }) => `${dueOn} ${state}`)).toEqual([
      '2026-10-20 OVERDUE',
      '2026-10-30 OVERDUE',
      '2026-10-31 DUE',
      '2026-11-15 DUE',
      '2026-11-16 PLANNED',
    ]);
    const first = await calendar({ first: 2 });
    const rest = await calendar({ first: 50, after: first.edges[1]?.cursor });
    expect([first.totalCount, rest.edges.map(({ node }) => node.dueOn)]).toEqual([
      5,
      ['2026-10-31', '2026-11-15', '2026-11-16'],
    ]);
    const query = '{ reviewsByStreet { streetCode overdue due planned } }';
    const { data } = await ask<{ reviewsByStreet: object[] }>({ ...OFFICER, query });
    expect(data?.reviewsByStreet).toEqual([
      { streetCode: '310105001', overdue: 1, due: 2, planned: 1 },
      { streetCode: '310105002', overdue: 1, due: 0, planned: 0 },
    ]);
    expect(await nodes({ filter: { states: ['OVERDUE'] } }, 'adviser')).toHaveLength(1);
  });
});

describe('families by class', () => {
  it('are found by a code, its name, or an older or local term; rules too', async () => {
    await live(DAY, family('GX'), family('DS'), family('BY'), family('TK'));
    const found = async (...words: string[]): Promise<number | string | undefined> => {
      const query = 'query Q($c: [String!]) { households(filter: { registeredClass: $c }, first: 9) { totalCount } }';
      const { data, errors } = await ask<{ households: { totalCount: number } }>({
        ...{ ...OFFICER, purpose: 'verification', query },
        variables: { c: words },
      });
      return data?.households?.totalCount ?? errors?.[0]?.extensions.code;
    };
    expect(await found('支出型贫困家庭')).toBe(1);
    expect(await found('低收入困难家庭')).toBe(2);
    expect(await found('三无', '刚性支出')).toBe(2);
    expect(await found('支出型')).toBe('BAD_USER_INPUT');
    const { data } = await ask<{ rules: { id: string }[]; policyTerms: object[] }>({
      ...{ ...OFFICER, purpose: 'discovery' },
      query:
        '{ rules(about: "支出型贫困家庭") { id targetPolicies } policyTerms(text: "支出型") { term now classes documents } }',
    });
    expect(data?.rules.map(({ id }) => id)).toEqual(['R01', 'R20']);
    expect(data?.policyTerms).toContainEqual({
      ...{ term: '支出型贫困家庭', now: '刚性支出困难家庭', classes: ['GX'] },
      documents: ['长宁区关于改革完善社会救助制度的实施办法'],
    });
  });
});

describe('a visit for review', () => {
  const visit = { visitedOn: '2026-10-31', visitors: ['甲', '乙'], purpose: 'REVIEW' };
  const record = async (householdId: string, persona = 'adviser') => {
    const { data } = await ask<{ recordHouseholdVisit: object }>({
      persona,
      purpose: 'casework',
      query: await readOperation('RecordHouseholdVisit'),
      variables: { householdId, input: visit, key: `review ${householdId}` },
    });
    return data?.recordHouseholdVisit;
  };

  it('begins the next period', async () => {
    await live(DAY, family('DS', { recognisedOn: asDay('2026-06-01') }));
    expect((await nodes())[0]).toMatchObject({ dueOn: '2026-09-01', state: 'OVERDUE', alert: null });
    expect(await record('H1')).toEqual({ __typename: 'VisitRecorded', alert: null });
    expect((await nodes())[0]).toMatchObject({ dueOn: '2027-01-31', lastReviewedOn: '2026-10-31', state: 'PLANNED' });
  });

  it('does for the household’s open alert too', async () => {
    await live(DAY, unserved());
    const [item] = await nodes();
    expect(item?.alert).toMatchObject({ state: 'OPEN' });
    expect(await record('H1')).toMatchObject({ alert: { id: item?.alert?.id, state: 'VISITING' } });
    expect(await hub.db.query('SELECT alert_id IS NOT NULL AS merged FROM visit')).toEqual([{ merged: true }]);
    expect(await record('H1')).toMatchObject({ __typename: 'VisitRecorded' });
    expect(await hub.db.query('SELECT count(*)::int AS visits FROM visit')).toEqual([{ visits: 1 }]);
  });

  it('is refused outside the own street', async () => {
    await live(DAY, { ...family('BY'), streetCode: '310105002', committeeCode: null });
    expect(await record('H1')).toMatchObject({ __typename: 'Refused', code: 'NOT_FOUND' });
  });
});

describe('spot checks', () => {
  const draw = async (size: number, key: string, persona = 'district-officer') => {
    const { data, errors } = await ask<{
      drawSpotChecks: { seed: string; population: number; householdIds: string[] };
    }>({
      persona,
      purpose: 'casework',
      query: await readOperation('DrawSpotChecks'),
      variables: { division: '310105001', size, key },
    });
    return data?.drawSpotChecks ?? errors?.[0]?.extensions.code;
  };

  it('SYS-12.03 are drawn by a recorded seed that draws the same again', async () => {
    await live(DAY, ...Array.from({ length: 12 }, () => family('TK')), household([member()]));
    const drawn = await draw(4, 'one');
    expect(drawn).toMatchObject({ population: 12, householdIds: expect.any(Array) });
    if (typeof drawn !== 'object') throw new Error('nothing was drawn');
    expect(await draw(4, 'one')).toEqual(drawn);
    const again = await hub.db.query<{ id: string }>(
      `SELECT 'H' || household_id AS id FROM household_fact WHERE class_code = 'TK'
       ORDER BY sha256(convert_to($1 || ' ' || household_id, 'UTF8')) LIMIT 4`,
      [drawn.seed],
    );
    expect(again.map(({ id }) => id)).toEqual(drawn.householdIds);
    expect(await hub.db.query('SELECT seed, size, population, drawn_by FROM spot_check_draw')).toEqual([
      { seed: drawn.seed, size: 4, population: 12, drawn_by: 'district-officer' },
    ]);
    const checks = await nodes({ filter: { kind: 'SPOT_CHECK' } });
    expect(checks.map(({ household: { id } }) => id).sort()).toEqual([...drawn.householdIds].sort());
    expect(new Set(checks.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-11-30']));
  });

  it('cannot be chosen by an adviser, nor outgrow what can be visited', async () => {
    await live(DAY, family('TK'));
    expect(await draw(1, 'two', 'adviser')).toBe('FORBIDDEN');
    expect(await draw(0, 'three')).toMatchObject({ code: 'DRAW_SIZE_INVALID' });
  });
});

/** Operations of the hub's own clients. */
async function readOperation(name: string): Promise<string> {
  return operation(name, new URL('../../schema/operations/reviews.graphql', import.meta.url));
}
