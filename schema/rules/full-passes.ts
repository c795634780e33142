/** Nightly passes over everything 全量核对: whether the increments missed anything. */
import type { FullPass, RuleDrift } from '../../src/modules/discovery/index.ts';
import type { GraphBuilder } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';

const access = 'rule-drift';
const MOST_PASSES = 100;
const DEFAULT_PASSES = 10;

export function defineFullPasses(builder: GraphBuilder): void {
  const Drift = builder.objectRef<RuleDrift>('RuleDrift').implement({
    description: '结果偏差 results of one rule that a full pass found wrong, and put right',
    fields: (t) => ({
      ruleId: t.exposeID('ruleId', { nullable: true, access, description: '规则编号 such as R01' }),
      missing: t.exposeInt('missing', { access, description: '遗漏数 results that were not there' }),
      extra: t.exposeInt('extra', { access, description: '多余数 results that were not to be there' }),
      changed: t.exposeInt('changed', { access, description: '不符数 results with another word or severity' }),
    }),
  });
  const Pass = builder.objectRef<FullPass>('FullPass').implement({
    description: '全量核对 one judgement of everything beside what the increments wrote; drift is a defect',
    fields: (t) => ({
      day: t.expose('day', { type: 'Date', access, description: '核对日期 the hub’s day that was judged' }),
      at: t.expose('at', { type: 'DateTime', access, description: '核对时间 when' }),
      rules: t.exposeInt('rules', { access, description: '规则数 rules in force' }),
      results: t.exposeInt('results', { access, description: '结果数 hits and unknowns after the pass' }),
      drifted: t.exposeInt('drifted', { access, description: '偏差数 results that differed; 0 is well' }),
      drift: t.field({
        type: [Drift],
        access,
        description: '分规则偏差 rules whose results differed',
        resolve: ({ drift }) => [...drift],
      }),
    }),
  });
  builder.queryField('fullPasses', (t) =>
    t.field({
      type: [Pass],
      access,
      description: '全量核对 nightly passes over everything, the newest first',
      args: { first: t.arg.int({ access: STRUCTURE, description: '条数 at most so many, 100 at the most' }) },
      resolve: async (_root, { first }, { graph }) => [
        ...(await graph.listPasses(Math.max(0, Math.min(first ?? DEFAULT_PASSES, MOST_PASSES)))),
      ],
    }),
  );
}
