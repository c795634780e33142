import { beforeAll, describe, expect, it } from '@jest/globals';
import { asDay } from '../../src/kernel/day.ts';
import {
  evaluateRule,
  feedCheck,
  feedsAsOf,
  type Judgement,
  loadPack,
  parameterValuesOn,
} from '../../src/modules/discovery/index.ts';
import { writeClues } from '../support/clues.ts';
import { openTestDatabase } from '../support/database.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { feedsOn } from '../support/feeds.ts';
import { foundInSql } from '../support/found.ts';
import { RULE_CASES } from './cases/index.ts';
import type { RuleCase } from './rule-case.ts';

const pack = await loadPack('packs', 'shanghai/changning');
const db = await openTestDatabase();
const documents = RULE_CASES.map((entry) => entry.document);

const told = RULE_CASES.flatMap(({ clues }, index) =>
  clues.map((clue) => (clue.householdId === null ? clue : { ...clue, householdId: index + 1 })),
);
/** Whatever is told in any case of a household, its persons and areas. */
const cluesOf = documents.map((_, index) =>
  told.filter(({ householdId }) => householdId === null || householdId === index + 1),
);

beforeAll(async () => {
  await writeHouseholds(db, documents, asDay('2020-01-01'));
  await writeClues(db, told);
});

function judgementOf({ day, stale }: RuleCase, reach: Judgement['reach']): Judgement {
  const feeds = feedsOn(day, stale);
  return {
    day,
    isCurrent: feedCheck(feeds),
    asOf: (types) => feedsAsOf(feeds, types),
    language: pack.language,
    parameters: parameterValuesOn(pack.parameters, day),
    division: pack.division,
    reach,
  };
}

/** Cases that one statement answers: the same rule, day and feeds. */
const questions = new Map(
  RULE_CASES.map((entry) => [`${entry.rule} on ${entry.day}, stale: ${entry.stale.join(' ') || 'none'}`, entry]),
);

describe.each(['all', 'marked'] as const)('rules in SQL, judging %s', (reach) => {
  it.each([...questions])('agree with themselves in process: %s', async (_name, first) => {
    const rule = pack.rules.find(({ id }) => id === first.rule);
    if (rule === undefined) throw new Error('no such rule');
    const judgement = judgementOf(first, reach);
    const [found = []] = await foundInSql(db, [rule], { judgement, households: documents.length });
    for (const [index, document] of documents.entries()) {
      const word = evaluateRule(
        rule,
        {
          ...{ document, day: first.day, feeds: feedsOn(first.day, first.stale) },
          clues: cluesOf[index] ?? [],
        },
        parameterValuesOn(pack.parameters, first.day),
      );
      expect({ household: index + 1, ...found[index] }).toEqual({ household: index + 1, ...word });
    }
  });
});
