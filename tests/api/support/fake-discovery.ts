/** Rules, trials of drafts, releases and nightly passes, as far as the face shows them. */
import type { GraphDependencies, RuleCard, RuleCards } from '../../../schema/index.ts';
import { asDay } from '../../../src/kernel/day.ts';
import { succeed } from '../../../src/kernel/result.ts';
import {
  type Explanation,
  loadPack,
  type Releases,
  type SubmittedDraft,
  type TraceStep,
  type Trials,
} from '../../../src/modules/discovery/index.ts';
import { createFakeReader } from './fake-households.ts';
import { clock, TODAY } from './sample-city.ts';

const rule = (id: string): RuleCard => ({
  id,
  version: 1,
  name: '大额医疗自付未纳入救助',
  severity: 'ORANGE',
  expression: 'true',
  reading: () => '是',
  severities: () => [{ severity: 'ORANGE', expression: 'true', reading: '是' }],
  policyBasis: '社会救助法 第22条',
  effectiveFrom: asDay('2026-07-01'),
  effectiveTo: null,
  basisStatus: 'IN_FORCE',
  parameters: [
    { name: 'PCDI', title: '人均可支配收入', value: '84834.00', unit: '元/年', source: null, example: true },
  ],
  targetPolicies: ['医疗救助'],
  streets: ['310105001'],
  restricted: true,
  release: { restores: 1, reason: '回退', releasedBy: 'rule-releaser', releasedOn: TODAY },
});

const rules: RuleCards = {
  rulesOn: async () => ['R01', 'R04'].map(rule),
  versionsOf: async (id) => [rule(id)],
  find: async (id) => rule(id),
};

const STEP: TraceStep = {
  text: 'household.annualIncome < yuan(1)',
  reading: '家庭年收入 低于 1 元',
  figures: [],
  result: 'FALSE',
  personId: null,
  sources: ['HR01'],
  facts: [{ kind: 'household', name: 'annualIncome', feeds: ['HR01'] }],
  compared: { left: '20604.00', operator: '<', right: '1.00' },
  ...{ moot: false, askedBy: [], parts: [], unknown: [] },
};

const EXPLANATION: Explanation = {
  word: { result: 'NONE', severity: null, members: [], evidence: [] },
  trace: STEP,
  nearest: (open) => (open(STEP) ? STEP : null),
  missing: (open) =>
    open(STEP)
      ? [{ text: 'household.annualIncome', reading: '家庭年收入', personId: null, sources: ['HR01'], because: 'VALUE' }]
      : [],
};

const pack = await loadPack('packs', 'shanghai/changning');

const [RULE] = pack.rules;

const TRIALS: Trials = {
  tryRule: async (_draft, day, scope) => {
    const [profile] = [...(await createFakeReader().findMany([1], day, scope)).values()];
    return {
      ...{ matched: 1, added: 1, removed: 0, unknown: 2, day: day ?? TODAY, facts: STEP.facts },
      byStreet: [{ streetCode: '310105001', matched: 1, added: 1, removed: 0 }],
      sample: async () =>
        profile === undefined ? [] : [{ profile, change: 'ADDED' as const, explanation: EXPLANATION }],
    };
  },
  explain: async () => (RULE === undefined ? null : { rule: RULE, explanation: EXPLANATION }),
};

const DRAFT: SubmittedDraft = {
  id: 1,
  ruleId: 'R01',
  expression: null,
  parameters: [{ name: 'R01_FLOOR', value: '25000' }],
  streets: ['310105001'],
  effectiveFrom: TODAY,
  reason: '试点',
  baseVersion: 1,
  trial: { matched: 10, added: 1, removed: 2, unknown: 0 },
  submittedBy: 'district-officer',
  submittedOn: TODAY,
  decision: 'RELEASED',
  decidedBy: 'rule-releaser',
  decidedOn: TODAY,
  decisionReason: '同意',
};

const CHANGED = async () => succeed({ draftId: 1, ruleId: 'R01', version: 2 });

const RELEASES: Releases = {
  submit: CHANGED,
  release: CHANGED,
  decline: CHANGED,
  rollBack: CHANGED,
  listDrafts: async () => [DRAFT],
  findDraft: async () => DRAFT,
};

const DRIFT = { ruleId: 'R01', missing: 1, extra: 0, changed: 0 };

export const discovery = {
  rules,
  trials: TRIALS,
  releases: RELEASES,
  restrictedRules: ['R16'],
  listPasses: async () => [{ id: 1, day: TODAY, at: clock.now(), rules: 31, results: 5, drifted: 1, drift: [DRIFT] }],
  terms: pack.aliases,
} satisfies Partial<GraphDependencies>;
