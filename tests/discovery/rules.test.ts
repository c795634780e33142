import { describe, expect, it } from '@jest/globals';
import { evaluateRule, loadPack, parameterValuesOn } from '../../src/modules/discovery/index.ts';
import { feedsOn } from '../support/feeds.ts';
import { RULE_CASES } from './cases/index.ts';
import type { RuleCase } from './rule-case.ts';

const pack = await loadPack('packs', 'shanghai/changning');

function judge({ rule: id, document, day, stale, clues }: RuleCase) {
  const rule = pack.rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return evaluateRule(
    rule,
    { document, day, feeds: feedsOn(day, stale), clues },
    parameterValuesOn(pack.parameters, day),
  );
}

describe.each([...new Set(RULE_CASES.map((entry) => entry.rule))])('%s', (id) => {
  it.each(RULE_CASES.filter((entry) => entry.rule === id).map((entry) => [entry.says, entry.about, entry] as const))(
    'says %s: %s',
    (says, _about, entry) => {
      const word = judge(entry);
      const said = word.result === 'HIT' ? word.severity?.toLowerCase() : word.result.toLowerCase();
      expect(said).toBe(says);
      const ids = entry.members?.map((place) => entry.document.members[place]?.person.id);
      if (ids !== undefined) expect(word.members).toEqual(ids);
    },
  );
});
