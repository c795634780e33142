/** What a day of the caller's choice, a move, or the shape of an answer would tell of what is withheld. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { asDay } from '../../src/kernel/day.ts';
import type { Caller } from '../../src/modules/access/index.ts';
import type { HouseholdDocument } from '../../src/modules/household/index.ts';
import { certificate, household, member, recognition } from '../support/documents.ts';
import type { Answer } from '../support/served-hub.ts';
import { addDays, DAY, serveWorkedHub } from '../support/worked-hub.ts';

const { hub, ask, live, clear } = await serveWorkedHub();

const EARLIER = addDays(DAY, -20);
const HERE = { streetCode: '310105001', committeeCode: '310105001001' };
const ELSEWHERE = { streetCode: '310105002', committeeCode: '310105002001' };
const adviserOf = (division: string): Caller => ({
  subject: `adviser-${division}`,
  organisation: `subdistrict-${division}`,
  roles: ['adviser'],
  divisions: [division],
});

const child = member({ id: 72, birthDate: asDay('2016-03-01'), certificates: [certificate('4', '1')] });
const adult = member({ id: 71, name: '王小明', birthDate: asDay('1946-10-21') });
const family: HouseholdDocument = household([adult, child], { ...HERE, recognition: recognition('DB') });

async function read<T>(asker: string | Caller, query: string, purpose = 'casework'): Promise<Answer<T>> {
  return ask<T>({ persona: asker, purpose, query });
}

/** The families as they stand from a day on; the hub knows days since the earlier one. */
async function stand(day: string, ...documents: readonly HouseholdDocument[]): Promise<void> {
  await live(asDay(day), ...documents);
  await hub.db.execute('UPDATE hub_day SET first_day = $1', [EARLIER]);
}

beforeEach(clear);

describe('a household that moved away', () => {
  const seen = async (asker: Caller, day: string) =>
    (await read<{ household: { id: string } | null }>(asker, `{ household(id: "H1", asOf: "${day}") { id } }`)).data
      ?.household?.id ?? null;

  it('takes its past with it: the street it left reads no day of it', async () => {
    await stand(EARLIER, family);
    expect(await seen(adviserOf('310105001'), EARLIER)).toBe('H1');
    await stand(DAY, { ...family, ...ELSEWHERE });
    expect(await seen(adviserOf('310105001'), EARLIER)).toBeNull();
    expect(await seen(adviserOf('310105002'), EARLIER)).toBe('H1');
  });

  it('takes its closed alerts and cases with it', async () => {
    await stand(EARLIER, family);
    const here = adviserOf('310105001');
    const there = adviserOf('310105002');
    const [alert] = (await alerts(here, 'OPEN')) ?? [];
    const closing = `mutation { closeAlert(id: "${alert?.node.id}", outcome: NOT_NEEDED, idempotencyKey: "c") { __typename } }`;
    expect((await read(here, closing)).data).toEqual({ closeAlert: { __typename: 'AlertChanged' } });
    expect(await alerts(here, 'CLOSED')).toHaveLength(1);
    await stand(DAY, { ...family, ...ELSEWHERE });
    expect([await alerts(here, 'CLOSED'), await cases(here)]).toEqual([[], []]);
    expect((await alerts(there, 'CLOSED'))?.length).toBe(1);
  });
});

const alerts = async (asker: Caller, state: string) =>
  (
    await read<{ alerts: { edges: { node: { id: string } }[] } }>(
      asker,
      `{ alerts(filter: { states: [${state}] }) { edges { node { id } } } }`,
    )
  ).data?.alerts.edges;
const cases = async (asker: Caller) =>
  (
    await read<{ cases: { edges: { node: { id: string } }[] } }>(
      asker,
      '{ cases(filter: { states: [OPEN, CLOSED] }) { edges { node { id } } } }',
    )
  ).data?.cases.edges;

interface Aged {
  readonly household: { readonly members: { readonly person: { readonly age: number | null } }[] };
}

describe('an age on a chosen day', () => {
  const ages = async (day: string, purpose: string) => {
    const query = `{ household(id: "H1", asOf: "${day}") { members { person { age } } } }`;
    const { data, extensions } = await read<Aged>('adviser', query, purpose);
    const named = extensions?.access?.withheld.filter(({ coordinate }) => coordinate === 'Person.age') ?? [];
    return [data?.household.members.map(({ person }) => person.age), named.flatMap(({ subjects = [] }) => subjects)];
  };

  it('is not told where the birth date is withheld: day by day it would be found', async () => {
    await stand(EARLIER, family);
    await stand(DAY, family);
    expect(await ages(DAY, 'discovery')).toEqual([[80, 10], []]);
    expect(await ages(EARLIER, 'discovery')).toEqual([
      [null, null],
      ['P71', 'P72'],
    ]);
    expect(await ages(EARLIER, 'casework')).toEqual([[79, 10], []]);
  });

  it('does not decide who is a child: that is as of today', async () => {
    const nearly = household([member({ id: 73, birthDate: asDay('2012-10-21'), phone: '13812345678' })], HERE);
    await stand(EARLIER, nearly);
    await stand(DAY, nearly);
    const reasons = async (day: string) => {
      const query = `{ household(id: "H1", asOf: "${day}") { members { person { name education { status } } } } }`;
      return (await read('education-desk', query, 'verification')).extensions?.access;
    };
    expect(await reasons(EARLIER)).toEqual(await reasons(DAY));
  });

  it('is in no step of a rule explained for that day, nor in what is nearest or missing', async () => {
    await stand(EARLIER, family);
    await stand(DAY, family);
    const step = (depth: number): string =>
      depth === 0 ? '' : `text result left right parts { ${step(depth - 1)} __typename }`;
    const rules = ['R01', 'R02', 'R03', 'R04', 'R05', 'R11', 'R12', 'R13', 'R14'];
    for (const rule of rules) {
      const query = `{ explainRule(householdId: "H1", ruleId: "${rule}", asOf: "${EARLIER}") { nearest { text } missing { text } trace { ${step(9)} } } }`;
      const { data } = await read<{ explainRule: { nearest: unknown; missing: unknown; trace: Step } }>(
        'adviser',
        query,
        'discovery',
      );
      const told = [...stepsOf(data?.explainRule.trace)].filter(
        ({ text, result, left }) => text.includes('.age') && (result !== null || left !== null),
      );
      expect({ rule, told }).toEqual({ rule, told: [] });
      expect(JSON.stringify([data?.explainRule.nearest, data?.explainRule.missing])).not.toContain('.age');
    }
  });
});

interface Step {
  readonly text: string;
  readonly result: string | null;
  readonly left: string | null;
  readonly parts?: readonly Step[];
}

function* stepsOf(step: Step | undefined): Generator<Step> {
  if (step?.text === undefined) return;
  yield step;
  for (const part of step.parts ?? []) yield* stepsOf(part);
}

interface Sections {
  readonly household: {
    readonly members: { readonly person: { readonly id: string; readonly disability: unknown } }[];
  };
}

describe('what agencies know of a child under 14', () => {
  const SECTIONS =
    '{ household(id: "H1") { outOfPocket12Months { status } members { person { id disability { status } } } } }';

  it('is for who works on an open alert or case of the family, and for the agency itself', async () => {
    await stand(DAY, family);
    const shown = async (asker: string, purpose: string) => {
      const { data } = await read<Sections>(asker, SECTIONS, purpose);
      return data?.household.members.map(({ person }) => person.disability !== null);
    };
    expect(await shown('adviser', 'discovery')).toEqual([true, false]);
    expect(await shown('adviser', 'casework')).toEqual([true, true]);
    expect(await shown('disability-desk', 'verification')).toEqual([true, true]);
    expect(await shown('district-officer', 'discovery')).toEqual([true, true]);
    expect(await shown('education-desk', 'verification')).toEqual([false, false]);
  });

  it('is in no sum, and no evidence of an alert', async () => {
    await stand(DAY, family);
    const evidence =
      '{ alerts { edges { node { hits { rule { id } members { id } evidence { source status value } } } } } }';
    const statuses = async (purpose: string) => {
      const { data } = await read<{ alerts: { edges: { node: { hits: Hit[] } }[] } }>('adviser', evidence, purpose);
      const hits = data?.alerts.edges[0]?.node.hits.filter(({ rule }) => rule.id === 'R04') ?? [];
      return hits.flatMap((hit) => hit.evidence.map(({ status }) => status));
    };
    expect(new Set(await statuses('discovery'))).toEqual(new Set(['WITHHELD']));
    expect(await statuses('casework')).not.toContain('WITHHELD');
    const sum = async (purpose: string) =>
      (await read<{ household: { outOfPocket12Months: { status: string } } }>('adviser', SECTIONS, purpose)).data
        ?.household.outOfPocket12Months.status;
    expect([await sum('discovery'), await sum('casework')]).toEqual([
      'WITHHELD',
      expect.not.stringContaining('WITHHELD'),
    ]);
  });
});

interface Hit {
  readonly rule: { readonly id: string };
  readonly evidence: { readonly status: string }[];
}
