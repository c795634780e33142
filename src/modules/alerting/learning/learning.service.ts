import { AGENCY_OF } from '../../../kernel/agency.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Database } from '../../../platform/database/database.ts';
import { numberOn, type Pack } from '../../discovery/index.ts';
import { countCoverage, countLearning, type LearningPeriod, type RuleSources } from './learning.store.ts';
import {
  type CoverageRow,
  isToRetire,
  type LearningKey,
  type LearningRow,
  shownCoverage,
  shownRow,
} from './learning.ts';

/** What the outcomes of visits say of rules, streets and sources. Small cells are suppressed. */
export interface Learning {
  rows(by: LearningKey, period: LearningPeriod): Promise<readonly LearningRow[]>;
  /** Rules that were wrong so often that keeping them needs a reason. */
  toRetire(period: LearningPeriod): Promise<readonly LearningRow[]>;
  coverage(divisions: readonly string[], day: Day): Promise<readonly CoverageRow[]>;
}

/** The agencies each rule rests on, over all its versions. */
function sourcesOf({ rules }: Pick<Pack, 'rules'>): RuleSources {
  const pairs = rules.flatMap(({ id, feeds }) => feeds.map((type) => `${id} ${AGENCY_OF[type]}`));
  const distinct = [...new Set(pairs)].map((pair) => pair.split(' '));
  return { rules: distinct.map(([rule = '']) => rule), agencies: distinct.map(([, agency = '']) => agency) };
}

export function createLearning({
  db,
  pack,
}: {
  readonly db: Database;
  readonly pack: Pick<Pack, 'rules' | 'parameters'>;
}): Learning {
  const sources = sourcesOf(pack);
  return {
    rows: async (by, period) => (await countLearning(db, by, period, sources)).map(shownRow),
    async toRetire(period) {
      const limits = {
        decided: numberOn(pack.parameters, 'RETIRE_DECIDED', period.to),
        precision: numberOn(pack.parameters, 'RETIRE_PRECISION', period.to),
      };
      const rows = await countLearning(db, 'RULE', period, sources);
      return rows.filter((counts) => isToRetire(counts, limits)).map(shownRow);
    },
    coverage: async (divisions, day) => (await countCoverage(db, divisions, day)).map(shownCoverage),
  };
}
