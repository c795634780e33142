import { describe, expect, it } from '@jest/globals';
import { addDays, asDay, type Day } from '../../src/kernel/day.ts';
import { Money } from '../../src/modules/discovery/expression/money.ts';
import { createDiscovery, evaluateRule, loadPack, parameterValuesOn } from '../../src/modules/discovery/index.ts';
import { writeClues } from '../support/clues.ts';
import { openTestDatabase } from '../support/database.ts';
import { bill, DAY, fen, household, member, recognition, unemployment } from '../support/documents.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { feedsOn } from '../support/feeds.ts';
import { RULE_CASES } from './cases/index.ts';

const pack = await loadPack('packs', 'shanghai/changning');
const db = await openTestDatabase();
const HITS = ['red', 'orange', 'yellow', 'blue'];

/** Of every rule one household that it finds and one that it does not, on the same day with all feeds current. */
const pairs = pack.rules.map(({ id }) => {
  const cases = RULE_CASES.filter(({ rule, day, stale }) => rule === id && day === DAY && stale.length === 0);
  const hit = cases.find(({ says }) => HITS.includes(says));
  const none = cases.find(({ says }) => says === 'none');
  if (hit === undefined || none === undefined) throw new Error(`${id} lacks a hit or a near miss`);
  return { id, hit, none };
});

async function hitsOf(): Promise<readonly string[]> {
  const rows = await db.query<{ rule_id: string; household_id: number }>(
    `SELECT rule_id, household_id FROM rule_result WHERE result = 'HIT'`,
  );
  return rows.flatMap(({ rule_id, household_id }) => (pairs[household_id - 1]?.id === rule_id ? [rule_id] : []));
}

describe('a backdated correction', () => {
  it('withdraws the hit of every rule, by increments as by a full pass', async () => {
    const discovery = createDiscovery({ db, pack, feedsOn: async (day) => feedsOn(day) });
    const clues = pairs.flatMap(({ hit }, index) =>
      hit.clues.map((told) => (told.householdId === null ? told : { ...told, householdId: index + 1 })),
    );
    await writeClues(db, clues);
    await writeHouseholds(
      db,
      pairs.map(({ hit }) => hit.document),
      asDay('2026-10-01'),
    );
    await discovery.evaluate({ day: DAY, scope: 'marked', write: true });
    expect(await hitsOf()).toEqual(expect.arrayContaining(pairs.map(({ id }) => id)));
    await db.execute('UPDATE clue SET withdrawn_on = $1', [DAY]);
    await writeHouseholds(
      db,
      pairs.map(({ none }) => none.document),
      DAY,
    );
    expect((await discovery.evaluate({ day: DAY, scope: 'marked', write: true })).scope).toBe('marked');
    expect(await hitsOf()).toEqual([]);
  });
});

describe('a figure from a day on', () => {
  /** The standard rises on the day; everything else stays. */
  const risingOn = (effectiveFrom: Day) => {
    const standard = pack.parameters.get('DIBAO');
    const [open] = standard?.periods.filter(({ effectiveTo }) => effectiveTo === null) ?? [];
    if (standard === undefined || open === undefined) throw new Error('no standard is in force');
    const periods = [
      { ...open, effectiveTo: effectiveFrom },
      { ...open, effectiveFrom, value: Money.ofFen(170_000) },
    ];
    return { ...pack, parameters: new Map([...pack.parameters, ['DIBAO', { ...standard, periods }]]) };
  };
  /** Twelve months of the standard before, not of the new one: 19,140 and 20,400 yuan. */
  const patient = (spent: number, on: string) => household([member({ settlements: [bill(spent, on)] })]);

  it.each([
    ['2027-07-01', 'with the month'],
    ['2027-06-18', 'in the middle of one'],
  ])('from %s, %s, turns what everybody is judged by, without any change of the data', async (from) => {
    await db.execute(
      'TRUNCATE household_fact, member_fact, profile_version, rule_result, judgement_mark, discovery_state, clue CASCADE',
    );
    const [first, before] = [asDay(from), addDays(asDay(from), -1)];
    const discovery = createDiscovery({ db, pack: risingOn(first), feedsOn: async (day) => feedsOn(day) });
    const on = addDays(first, -3);
    await writeHouseholds(db, [patient(20_000, on), patient(20_400, on)], asDay('2027-06-01'));
    const found = async (day: Day) => {
      const { scope } = await discovery.evaluate({ day, scope: 'marked', write: true });
      const rows = await db.query<{ id: number }>(
        `SELECT household_id AS id FROM rule_result WHERE rule_id = 'R02' AND result = 'HIT' ORDER BY 1`,
      );
      return { scope, hits: rows.map(({ id }) => id) };
    };
    expect((await found(before)).hits).toEqual([1, 2]);
    expect(await found(first)).toEqual({ scope: 'all', hits: [2] });
    expect(await discovery.findDrift(first)).toEqual([]);
  });
});

describe('another jurisdiction', () => {
  const said = async (name: string, rule: string, document: ReturnType<typeof household>) => {
    const other = await loadPack('packs', name);
    const asked = other.rules.find(({ id }) => id === rule);
    if (asked === undefined) throw new Error(`no rule ${rule}`);
    const judged = { document, day: DAY, feeds: feedsOn(DAY), clues: [] };
    return evaluateRule(asked, judged, parameterValuesOn(other.parameters, DAY)).result;
  };
  const long = { unemployment: [unemployment()] };

  it('without a standard of its own does not know what rests on it', async () => {
    const document = household([member(long)], { recognition: recognition('QT', { annualIncome: fen(1) }) });
    expect(await said('shanghai/changning', 'R10', document)).toBe('HIT');
    expect(await said('weihai', 'R10', document)).toBe('UNKNOWN');
  });

  it('reviews marginal households by its own text: quarterly in Changning, yearly elsewhere', async () => {
    const document = household([member({}, { relationshipToHead: '01' })], {
      recognition: recognition('BY', { lastReviewedOn: asDay('2026-06-01') }),
    });
    expect(await said('shanghai/changning', 'R24', document)).toBe('HIT');
    expect(await said('shanghai/qingpu', 'R24', document)).toBe('NONE');
    expect(await said('weihai', 'R24', document)).toBe('NONE');
  });
});
