import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RECORD_TYPES } from '../../src/kernel/agency.ts';
import { asDay } from '../../src/kernel/day.ts';
import {
  evaluateRule,
  feedCheck,
  feedsAsOf,
  type Judgement,
  loadPack,
  parameterValuesOn,
  type Rule,
} from '../../src/modules/discovery/index.ts';
import type { FeedStates } from '../../src/modules/household/index.ts';
import { writeClues } from '../support/clues.ts';
import { openTestDatabase } from '../support/database.ts';
import { DAY } from '../support/documents.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { feedsOn } from '../support/feeds.ts';
import { foundInSql } from '../support/found.ts';
import { randomClues, randomHousehold } from '../support/random-documents.ts';
import { condition } from '../support/random-expressions.ts';
import { SEED } from '../support/seed.ts';

const LONG = process.env.WANJIA_TEST_LONG === '1';
const HOUSEHOLDS = LONG ? 200 : 130;
const EXPRESSIONS = LONG ? 300 : 80;

const pack = await loadPack('packs', 'shanghai/changning');
const db = await openTestDatabase();
const documents = fc.sample(randomHousehold, { numRuns: HOUSEHOLDS, seed: SEED });
const days = fc.constantFrom(
  DAY,
  DAY,
  asDay('2026-10-30'),
  asDay('2026-11-30'),
  asDay('2027-02-28'),
  asDay('2028-02-29'),
);
const stale = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...RECORD_TYPES], { maxLength: 4 }));

const told = fc.sample(randomClues(documents), { numRuns: 1, seed: SEED })[0] ?? [];
/** What is told of each household, its persons and any area. */
const cluesOf = documents.map((_, index) =>
  told.filter(({ householdId }) => householdId === null || householdId === index + 1),
);

beforeAll(async () => {
  await writeHouseholds(db, documents, asDay('2020-01-01'));
  await writeClues(db, told);
});

function judgementOf(day: typeof DAY, feeds: FeedStates, reach: Judgement['reach']): Judgement {
  return {
    ...{ day, reach },
    isCurrent: feedCheck(feeds),
    asOf: (types) => feedsAsOf(feeds, types),
    language: pack.language,
    parameters: parameterValuesOn(pack.parameters, day),
    division: pack.division,
  };
}

/** What SQL says of every household, in their order, rule by rule. */
function inSql(rules: readonly Rule[], judgement: Judgement): Promise<readonly (readonly object[])[]> {
  return foundInSql(db, rules, { judgement, households: documents.length });
}

function inProcess(rule: Rule, day: typeof DAY, feeds: FeedStates): readonly object[] {
  const parameters = parameterValuesOn(pack.parameters, day);
  return documents.map((document, index) =>
    evaluateRule(rule, { document, day, feeds, clues: cluesOf[index] ?? [] }, parameters),
  );
}

const [template] = pack.rules;

/** A rule that asks nothing but this condition. */
function asking(source: string, ofMember: string): Rule {
  if (template === undefined) throw new Error('the pack has no rules');
  const expression = pack.language.parse(source, 'household');
  const members = { list: 'members', variable: 'v0', condition: pack.language.parseWith('v0', ofMember), stated: true };
  return { ...template, expression, members };
}

describe(`SQL and in-process evaluation, ${HOUSEHOLDS} random households (seed ${SEED})`, () => {
  it('agree on every rule of the packs, judged together', async () => {
    await fc.assert(
      fc.asyncProperty(days, stale, fc.constantFrom<Judgement['reach']>('all', 'marked'), async (day, old, reach) => {
        const feeds = feedsOn(day, old);
        const found = await inSql(pack.rules, judgementOf(day, feeds, reach));
        for (const [index, rule] of pack.rules.entries())
          expect([rule.id, found[index]]).toEqual([rule.id, inProcess(rule, day, feeds)]);
      }),
      { numRuns: LONG ? 40 : 8, seed: SEED },
    );
  }, 600_000);

  it(`agree on ${EXPRESSIONS} random conditions, ${EXPRESSIONS * HOUSEHOLDS} cases`, async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[condition(3), condition(1, ['v0']), days, stale, fc.constantFrom<Judgement['reach']>('all', 'marked')],
        async (
          source: string,
          ofMember: string,
          day: typeof DAY,
          old: readonly (typeof RECORD_TYPES)[number][],
          reach: Judgement['reach'],
        ) => {
          const rule = asking(source, ofMember);
          const feeds = feedsOn(day, old);
          expect(await inSql([rule], judgementOf(day, feeds, reach))).toEqual([inProcess(rule, day, feeds)]);
        },
      ),
      { numRuns: EXPRESSIONS, seed: SEED },
    );
  }, 600_000);
});
