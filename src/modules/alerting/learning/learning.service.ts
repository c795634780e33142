import { AGENCY_OF } from '../../../kernel/agency.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Database } from '../../../platform/database/database.ts';
import { clueKindsOf, numberOn, type Pack, type Rule } from '../../discovery/index.ts';
import { countCoverage, countLearning, type LearningPeriod, type RuleWords } from './learning.store.ts';
import {
  type CoverageRow,
  isToRetire,
  type LearningCounts,
  type LearningKey,
  type LearningRow,
  shownCoverage,
  shownRow,
} from './learning.ts';
import { addUp, quartersOf } from './quarters.ts';

/** What the outcomes of visits say of rules, streets and sources. Small cells are suppressed. */
export interface Learning {
  rows(by: LearningKey, period: LearningPeriod): Promise<readonly LearningRow[]>;
  /** Rules that were wrong so often that keeping them needs a reason. */
  toRetire(period: LearningPeriod): Promise<readonly LearningRow[]>;
  coverage(divisions: readonly string[], day: Day): Promise<readonly CoverageRow[]>;
}

type Rules = Pick<Pack, 'rules' | 'language'>;

/** Words of each rule over all its versions, each pair once. */
function wordsOf({ rules }: Rules, of: (rule: Rule) => readonly string[]): RuleWords {
  const pairs = rules.flatMap((rule) => of(rule).map((word) => `${rule.id} ${word}`));
  const distinct = [...new Set(pairs)].map((pair) => pair.split(' '));
  return { rules: distinct.map(([rule = '']) => rule), words: distinct.map(([, word = '']) => word) };
}

export interface LearningParts {
  readonly db: Database;
  readonly pack: Rules & Pick<Pack, 'parameters'>;
  /** What clues came to, by channel; casework keeps them. */
  readonly countClues: (period: LearningPeriod) => Promise<readonly LearningCounts[]>;
}

export function createLearning({ db, pack, countClues }: LearningParts): Learning {
  const agencies = wordsOf(pack, ({ feeds }) => feeds.map((type) => AGENCY_OF[type]));
  const kinds = wordsOf(pack, ({ expression }) => clueKindsOf(expression, pack.language));
  const count: Readonly<Record<LearningKey, (period: LearningPeriod) => Promise<readonly LearningCounts[]>>> = {
    RULE: (period) => countLearning(db, 'RULE', period),
    STREET: (period) => countLearning(db, 'STREET', period),
    SOURCE: (period) => countLearning(db, 'SOURCE', period, agencies),
    CHANNEL: async (period) => [...(await countLearning(db, 'CHANNEL', period, kinds)), ...(await countClues(period))],
  };
  /** Quarter by quarter; a group is told as far as each of them may be. */
  const shown = async (by: LearningKey, period: LearningPeriod): Promise<readonly LearningRow[]> =>
    addUp(
      await Promise.all(
        quartersOf(period).map(async (quarter) => (await count[by]({ ...period, ...quarter })).map(shownRow)),
      ),
    );
  return {
    rows: shown,
    async toRetire(period) {
      const limits = {
        decided: numberOn(pack.parameters, 'RETIRE_DECIDED', period.to),
        precision: numberOn(pack.parameters, 'RETIRE_PRECISION', period.to),
      };
      const [first, last] = [quartersOf(period)[0], quartersOf(period).at(-1)];
      if (first === undefined || last === undefined) return [];
      const whole = await count.RULE({ ...period, from: first.from, to: last.to });
      const wrong = new Set(whole.filter((counts) => isToRetire(counts, limits)).map(({ key }) => key));
      return (await shown('RULE', period)).filter(({ key }) => wrong.has(key));
    },
    coverage: async (divisions, day) => (await countCoverage(db, divisions, day)).map(shownCoverage),
  };
}
