import { beforeAll, describe, expect, it } from '@jest/globals';
import { RECORD_TYPES } from '../../src/kernel/agency.ts';
import { addDays, asDay } from '../../src/kernel/day.ts';
import { createTrials, loadPack, type RuleDraft } from '../../src/modules/discovery/index.ts';
import { createHouseholdReader } from '../../src/modules/household/index.ts';
import { openTestDatabase } from '../support/database.ts';
import { bill, DAY, household, member, pension } from '../support/documents.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { feedsOn } from '../support/feeds.ts';
import { testSealer } from '../support/sealer.ts';

const pack = await loadPack('packs', 'shanghai/changning');
const db = await openTestDatabase();
const trials = createTrials({
  db,
  pack,
  households: createHouseholdReader({ db, sealer: testSealer }),
  feedsOn: async (day) => feedsOn(day),
});
const CITY = { prefixes: ['31'] };
const patient = (yuan: number, place = {}) =>
  household([member({ settlements: [bill(yuan)], pensions: [pension(3_000)] })], place);
const NEIGHBOURS = { streetCode: '310105002', committeeCode: '310105002001' };

beforeAll(async () => {
  await db.execute('INSERT INTO hub_day (id, day, first_day) VALUES (1, $1, $2)', [DAY, asDay('2026-10-01')]);
  await db.execute(
    `INSERT INTO feed (record_type, agency, data_as_of) SELECT t, 'a', $2 FROM unnest($1::text[]) AS t`,
    [RECORD_TYPES, DAY],
  );
  await writeHouseholds(
    db,
    [patient(19_999), patient(20_000), patient(25_000), patient(25_000, NEIGHBOURS), household([member()])],
    asDay('2026-10-01'),
  );
});

const counts = async (draft: RuleDraft, ...rest: [day?: typeof DAY, scope?: typeof CITY]) => {
  const { matched, added, removed, unknown } = await trials.tryRule(draft, rest[0] ?? null, rest[1] ?? CITY);
  return [matched, added, removed, unknown];
};
const refusal = async (draft: RuleDraft) => trials.tryRule(draft, null, CITY).catch((error) => error);

describe('a draft tried before release', () => {
  it('as in force changes nothing', async () => {
    expect(await counts({ id: 'R01' })).toEqual([3, 0, 0, 0]);
  });

  it('SYS-05.06 with another parameter says who is added and who is removed', async () => {
    expect(await counts({ id: 'R01', parameters: [{ name: 'R01_FLOOR', value: '19999' }] })).toEqual([4, 1, 0, 0]);
    expect(await counts({ id: 'R01', parameters: [{ name: 'R01_FLOOR', value: '20000.01' }] })).toEqual([2, 0, 1, 0]);
    expect(await counts({ id: 'R01', parameters: [{ name: 'RIGID_RATIO', value: '0.7' }] })).toEqual([0, 0, 3, 0]);
  });

  it('with another wording, by street', async () => {
    const trial = await trials.tryRule(
      { id: 'R01', expression: 'household.members.exists(m, m.outOfPocket12Months > yuan(0))' },
      null,
      CITY,
    );
    expect(trial.byStreet).toEqual([
      { streetCode: '310105001', matched: 3, added: 1, removed: 0 },
      { streetCode: '310105002', matched: 1, added: 0, removed: 0 },
    ]);
  });

  it('in pilot streets leaves the others as they are', async () => {
    const parameters = [{ name: 'R01_FLOOR', value: '90000' }];
    expect(await counts({ id: 'R01', parameters, streets: ['310105002'] })).toEqual([2, 0, 1, 0]);
    expect(await counts({ id: 'R01', parameters, streets: [] })).toEqual([0, 0, 3, 0]);
  });

  it('of a rule there is not yet, finds everybody anew', async () => {
    const expression = 'household.members.exists(m, m.hasPension)';
    expect(await counts({ id: 'R99', expression })).toEqual([4, 4, 0, 0]);
  });

  it('counts what is not known', async () => {
    expect(await counts({ id: 'R99', expression: 'household.annualIncome < yuan(1)' })).toEqual([0, 0, 0, 1]);
  });

  it('stays within the scope of the caller', async () => {
    expect(await counts({ id: 'R01' }, DAY, { prefixes: ['310105002'] })).toEqual([1, 0, 0, 0]);
    expect(await counts({ id: 'R01' }, DAY, { prefixes: [] })).toEqual([0, 0, 0, 0]);
  });

  it('is judged on any day the hub knows, and on no other', async () => {
    expect(await counts({ id: 'R01' }, asDay('2026-10-15'))).toEqual([3, 0, 0, 0]);
    await expect(counts({ id: 'R01' }, addDays(DAY, 1))).rejects.toMatchObject({ code: 'DAY_AHEAD' });
    await expect(counts({ id: 'R01' }, asDay('2026-09-30'))).rejects.toMatchObject({ code: 'NO_DATA_BEFORE' });
  });

  it('shows some households with the reason, those that change first', async () => {
    const trial = await trials.tryRule({ id: 'R01', parameters: [{ name: 'R01_FLOOR', value: '19999' }] }, null, CITY);
    const [first, ...others] = await trial.sample(10);
    expect(first).toMatchObject({ profile: { id: 1 }, change: 'ADDED', explanation: { word: { result: 'HIT' } } });
    expect(others.map(({ change }) => change)).toEqual(['MATCHED', 'MATCHED', 'MATCHED']);
    expect(await trial.sample(2)).toHaveLength(2);
  });
});

describe('a draft that is wrong', () => {
  it('is refused with line, column and what was meant', async () => {
    const error = await refusal({ id: 'R01', expression: 'true &&\n  household.members.exists(m, m.agee > 3)' });
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', params: { input: 'rule.expression, line 2, column 33' } });
    expect(error.params.expected).toContain("did you mean 'age'?");
  });

  it.each([
    ['a syntax error', { id: 'R01', expression: 'household.members.exists(m, ' }, /line 1/],
    ['no condition', { id: 'R01', expression: 'household.members.size()' }, /rule.expression/],
    ['what SQL cannot say', { id: 'R01', expression: 'household.members.size() / 2 > 1' }, /line 1, column/],
    ['an unknown rule', { id: 'R98' }, /rule.id/],
    ['an unknown parameter', { id: 'R01', parameters: [{ name: 'R01_FLOR', value: '1' }] }, /rule.parameters.name/],
    ['a value of another type', { id: 'R01', parameters: [{ name: 'R01_FLOOR', value: 'many' }] }, /R01_FLOOR/],
  ])('%s', async (_what, draft, input) => {
    const error = await refusal(draft);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(error.params.input).toMatch(input);
  });
});

describe('an explanation', () => {
  const explained = async (id: number, rule: string) => {
    const profile = await createHouseholdReader({ db, sealer: testSealer }).findById(id, null, CITY);
    return profile === null ? null : trials.explain(profile, rule);
  };

  it('says which threshold was missed by least', async () => {
    const { explanation } = (await explained(1, 'R01')) ?? {};
    expect(explanation?.word.result).toBe('NONE');
    const nearest = explanation?.nearest(() => true);
    expect(nearest?.compared).toEqual({ left: '19999.00', operator: '>=', right: '20000.00' });
    expect(nearest?.sources).toContain('HI02');
    expect(nearest?.reading).toMatch(/医疗费用之和 不低于 20000 元\(大额医疗自付起点,示例\)$/);
    expect(nearest?.figures).toMatchObject([{ name: 'R01_FLOOR', value: '20000.00', unit: 'yuan', example: true }]);
  });

  it('follows a hit down to the values of each member', async () => {
    const { explanation } = (await explained(2, 'R01')) ?? {};
    expect(explanation?.word.result).toBe('HIT');
    expect(explanation?.trace.parts.map(({ result }) => result)).toEqual(['TRUE', 'TRUE', 'TRUE']);
  });

  it('names what is missing, and whether a feed or a value', async () => {
    const { explanation } = (await explained(5, 'R17')) ?? {};
    expect(explanation?.word.result).toBe('NONE');
    const unknown = household([member({ birthDate: null })]);
    await writeHouseholds(db, [unknown], DAY);
    const missing = (await explained(1, 'R12'))?.explanation.missing(() => true);
    expect(missing?.[0]).toMatchObject({ because: 'VALUE', personId: unknown.members[0]?.person.id });
  });

  it('is none of a rule that is not in force', async () => {
    expect(await explained(2, 'R98')).toBeNull();
  });
});
