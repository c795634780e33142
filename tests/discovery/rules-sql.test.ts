import { beforeAll, describe, expect, it } from '@jest/globals';
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

const circumstancesOf = ({ day, stale }: RuleCase): string => `on ${day}, stale: ${stale.join(' ') || 'none'}`;

/** Cases that one statement answers: the same day and feeds. */
const questions = new Map(RULE_CASES.map((entry) => [circumstancesOf(entry), entry]));

/** The rules that have cases in the same circumstances. */
function rulesAsked(first: RuleCase): readonly Rule[] {
  const asked = RULE_CASES.filter((entry) => circumstancesOf(entry) === circumstancesOf(first));
  return pack.rules.filter(({ id }) => asked.some(({ rule }) => rule === id));
}

/** What a rule says in process of every household. */
function inProcess(rule: Rule, { day, stale }: RuleCase): readonly object[] {
  const values = parameterValuesOn(pack.parameters, day);
  const feeds = feedsOn(day, stale);
  return documents.map((document, index) =>
    evaluateRule(rule, { document, day, feeds, clues: cluesOf[index] ?? [] }, values),
  );
}

describe('rules in SQL', () => {
  it.each([...questions])('agree with themselves in process, looked up or in one pass: %s', async (_name, first) => {
    const rules = rulesAsked(first);
    const households = documents.length;
    const [all, marked] = [
      await foundInSql(db, rules, { judgement: judgementOf(first, 'all'), households }),
      await foundInSql(db, rules, { judgement: judgementOf(first, 'marked'), households }),
    ];
    for (const [place, rule] of rules.entries()) {
      const words = inProcess(rule, first);
      expect({ rule: rule.id, words: all[place] }).toEqual({ rule: rule.id, words });
      expect({ rule: rule.id, words: marked[place] }).toEqual({ rule: rule.id, words });
    }
  });
});
