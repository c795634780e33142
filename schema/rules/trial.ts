/** Rules tried before release: who would be found, who no longer, by street, with reasons for some. */
import type { InputRef } from '@pothos/core';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { RuleDraft, SampledHousehold, StreetTrial, Trial } from '../../src/modules/discovery/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import type { HouseholdRefs } from '../household/household.ts';
import { seeHousehold } from '../household/load.ts';
import { mayCount } from './fact-classes.ts';
import { reasonOf } from './reason.ts';

const access = 'rule-list';
const DEFAULT_SAMPLE = 10;

function defineDraft(builder: GraphBuilder) {
  const Parameter = builder.inputType('ParameterDraft', {
    description: '参数草案 another value of a parameter',
    fields: (t) => ({
      name: t.string({ required: true, access: STRUCTURE, description: '参数名 name, as rules use it' }),
      value: t.string({ required: true, access: STRUCTURE, description: '参数值 value; money in yuan' }),
    }),
  });
  return builder.inputType('RuleDraft', {
    description: '规则草案 what is tried; what is absent is as in force',
    fields: (t) => ({
      id: t.id({ required: true, access: STRUCTURE, description: '规则编号 a rule in force, or a new one' }),
      expression: t.string({ access: STRUCTURE, description: '规则表达式 condition, in CEL' }),
      parameters: t.field({ type: [Parameter], access: STRUCTURE, description: '参数草案 other values of parameters' }),
      streets: t.stringList({ access: STRUCTURE, description: '试点街镇 pilot streets; absent or empty: everywhere' }),
    }),
  });
}

function defineStreet(builder: GraphBuilder): GraphObject<StreetTrial> {
  return builder.objectRef<StreetTrial>('RuleTrialStreet').implement({
    description: '分街镇试算结果 what the draft changes in one street',
    fields: (t) => ({
      streetCode: t.exposeString('streetCode', { access, description: '街镇代码 street' }),
      matched: t.exposeInt('matched', { access, description: '命中户数 households the draft finds' }),
      added: t.exposeInt('added', { access, description: '新增户数 households only the draft finds' }),
      removed: t.exposeInt('removed', { access, description: '减少户数 households only the rule in force finds' }),
    }),
  });
}

function defineSampled(builder: GraphBuilder, { Household }: HouseholdRefs): GraphObject<SampledHousehold> {
  const Change = builder.enumType('RuleTrialChange', {
    description: '变化 what the draft changes for a household',
    values: {
      ADDED: { description: '新增 only the draft finds it' },
      REMOVED: { description: '减少 only the rule in force finds it' },
      MATCHED: { description: '不变 both find it' },
    },
  });
  return builder.objectRef<SampledHousehold>('RuleTrialHousehold').implement({
    description: '试算样本 one household the draft concerns',
    fields: (t) => ({
      household: t.field({
        type: Household,
        access: 'household-list',
        description: '家庭 the household as of the day of the trial',
        resolve: ({ profile }, _args, context) => seeHousehold(profile, context),
      }),
      change: t.expose('change', {
        type: Change,
        access,
        description: '变化 added, removed or matched before and after',
      }),
      reason: t.string({
        access: 'evidence',
        description: '理由 the conditions that decide, with values as far as the caller may read their sources',
        resolve: async ({ profile, explanation }, _args, context) =>
          reasonOf(explanation, {
            clearance: context.clearance,
            household: await seeHousehold(profile, context),
            dated: profile.day !== profile.today,
          }),
      }),
    }),
  });
}

export type RuleDraftRef = ReturnType<typeof defineDraft>;
type RuleDraftInput = RuleDraftRef extends InputRef<infer Shape> ? Shape : never;

/** A draft as the module takes it. */
export function draftOf({ id, expression, parameters, streets }: RuleDraftInput): RuleDraft {
  return { id, expression: expression ?? null, parameters: parameters ?? null, streets: streets ?? null };
}

export function defineRuleTrial(builder: GraphBuilder, refs: HouseholdRefs): RuleDraftRef {
  const Draft = defineDraft(builder);
  const Street = defineStreet(builder);
  const Sampled = defineSampled(builder, refs);
  const Result = builder.objectRef<Trial>('RuleTrial').implement({
    description: '规则试算 what would change if the draft were in force; within the caller’s scope',
    fields: (t) => ({
      matched: t.exposeInt('matched', { access, description: '命中户数 households the draft finds' }),
      added: t.exposeInt('added', { access, description: '新增户数 households only the draft finds' }),
      removed: t.exposeInt('removed', { access, description: '减少户数 households only the rule in force finds' }),
      unknown: t.exposeInt('unknown', { access, description: '未知户数 households of which the draft does not know' }),
      byStreet: t.expose('byStreet', {
        type: [Street],
        access,
        description: '分街镇 streets where it finds or changes',
      }),
      sample: t.field({
        type: [Sampled],
        access: 'household-list',
        description: '样本 households that change first, then others; the same for the same draft and day',
        args: { first: t.arg.int({ access: STRUCTURE, description: '户数 at most so many, 50 at the most' }) },
        resolve: async (trial, { first }, { subjects }) => {
          const sampled = await trial.sample(first ?? DEFAULT_SAMPLE);
          for (const { profile } of sampled) subjects.sawHousehold(profile.id);
          return [...sampled];
        },
      }),
    }),
  });
  builder.queryField('tryRule', (t) =>
    t.field({
      type: Result,
      access,
      description:
        '规则试算 tries a draft on the households of a day, writing nothing. Errors: BAD_USER_INPUT with line and column, NO_DATA_BEFORE, DAY_AHEAD, FORBIDDEN where the caller may not read what the draft rests on',
      args: {
        rule: t.arg({ type: Draft, required: true, access: STRUCTURE, description: '规则草案 the draft' }),
        asOf: t.arg({ type: 'Date', access: STRUCTURE, description: '试算日期 absent: the hub’s day' }),
      },
      resolve: async (_root, { rule, asOf }, context) => {
        const trial = await context.graph.trials.tryRule(draftOf(rule), asOf ?? null, await context.householdScope());
        // An expression could ask of any household what the caller may not read of it.
        const dated = trial.day !== (await context.hubDay());
        const closed = trial.facts.find((fact) => !mayCount([fact], context.clearance, dated));
        if (closed !== undefined || context.clearance.rows.alertRules !== null)
          throw new WanjiaError('FORBIDDEN', { what: closed?.name ?? 'tryRule' });
        return trial;
      },
    }),
  );
  return Draft;
}
