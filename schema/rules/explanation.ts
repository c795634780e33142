/** Why this family, why not that one: a rule's word on one household with its trace, as far as the caller may see. */
import { encodeId } from '../../src/kernel/ids.ts';
import type { Explanation, MissingFact, TraceStep } from '../../src/modules/discovery/index.ts';
import { rulesAsked } from '../alerts/alert-filter.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { seeHousehold } from '../household/load.ts';
import { readId } from '../shared/public-id.ts';
import { isOpen, type Reader } from './fact-classes.ts';
import type { RuleRefs } from './rules.ts';

const access = 'evidence';

interface StepView extends TraceStep {
  readonly reader: Reader;
}

interface ExplanationView {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly explanation: Explanation;
  readonly reader: Reader;
}

const personOf = (id: number | null): string | null => (id === null ? null : encodeId('person', BigInt(id)));

/** A step that rests on something closed shows its words, and neither its result nor its values. */
function defineStep(builder: GraphBuilder, { Parameter }: RuleRefs): GraphObject<StepView> {
  const Truth = builder.enumType('TraceResult', {
    description: '判断结果 what a condition comes to',
    values: {
      TRUE: { description: '成立 it holds' },
      FALSE: { description: '不成立 it does not hold' },
      UNKNOWN: { description: '未知 an input is missing or out of date' },
    },
  });
  const Step = builder.objectRef<StepView>('TraceStep');
  Step.implement({
    description: '判断步骤 one condition of a rule',
    fields: (t) => ({
      text: t.exposeString('text', { access, description: '条件 as the rule writes it' }),
      reading: t.exposeString('reading', {
        access,
        description: '条件释义 the same in the field’s words, with the values of its parameters on the day',
      }),
      parameters: t.field({
        type: [Parameter],
        access,
        description: '条件参数 the parameters it names, as of the day: value, unit, source',
        resolve: ({ figures }) => [...figures],
      }),
      result: t.field({
        type: Truth,
        access,
        description: '判断结果 null where the caller may not read what it rests on',
        resolve: (step) => (isOpen(step, step.reader) ? step.result : null),
      }),
      personId: t.id({
        nullable: true,
        access: 'subject-key',
        description: '人员编号 of whom it is asked; null: of the household',
        resolve: ({ personId }) => personOf(personId),
      }),
      left: t.string({
        access,
        description: '左值 what is compared; null where there is nothing, or the caller may not read it',
        resolve: (step) => (isOpen(step, step.reader) ? (step.compared?.left ?? null) : null),
      }),
      operator: t.string({
        access,
        description: '比较符 how it is compared',
        resolve: ({ compared }) => compared?.operator ?? null,
      }),
      right: t.string({
        access,
        description: '右值 what it is compared with; null where there is nothing, or the caller may not read it',
        resolve: (step) => (isOpen(step, step.reader) ? (step.compared?.right ?? null) : null),
      }),
      sources: t.stringList({
        access,
        description: '来源 record types it rests on',
        resolve: ({ sources }) => [...sources],
      }),
      parts: t.field({
        type: [Step],
        access,
        description: '下级步骤 the conditions it is made of',
        resolve: ({ parts, reader }) => parts.map((part) => ({ ...part, reader })),
      }),
    }),
  });
  return Step;
}

function defineMissing(builder: GraphBuilder): GraphObject<MissingFact> {
  const Because = builder.enumType('MissingBecause', {
    description: '缺失原因 why something is not known',
    values: {
      FEED: { description: '数据过期 a feed is out of date or was never delivered' },
      VALUE: { description: '缺值 a value is not stated' },
    },
  });
  return builder.objectRef<MissingFact>('MissingFact').implement({
    description: '缺失事实 a condition that could not be decided',
    fields: (t) => ({
      text: t.exposeString('text', { access, description: '条件 as the rule writes it' }),
      reading: t.exposeString('reading', { access, description: '条件释义 the same in the field’s words' }),
      personId: t.id({
        nullable: true,
        access: 'subject-key',
        description: '人员编号 of whom it is asked; null: of the household',
        resolve: ({ personId }) => personOf(personId),
      }),
      sources: t.stringList({
        access,
        description: '来源 record types it rests on',
        resolve: ({ sources }) => [...sources],
      }),
      because: t.expose('because', { type: Because, access, description: '缺失原因 a late feed, or a missing value' }),
    }),
  });
}

export function defineExplanation(builder: GraphBuilder, refs: RuleRefs): void {
  const { Rule } = refs;
  const Step = defineStep(builder, refs);
  const Missing = defineMissing(builder);
  const Word = builder.enumType('RuleWord', {
    description: '规则结论 what a rule says of a household',
    values: {
      HIT: { description: '命中 the rule finds the household' },
      NONE: { description: '未命中 the rule does not find it' },
      UNKNOWN: { description: '未知 it is not known' },
    },
  });
  const openTrace = ({ explanation, reader }: ExplanationView): boolean => isOpen(explanation.trace, reader);
  const Result = builder.objectRef<ExplanationView>('RuleExplanation').implement({
    description: '规则解释 why a rule says what it says of a household',
    fields: (t) => ({
      rule: t.field({
        type: Rule,
        access: 'rule',
        description: '预警规则 the rule as in force on the day',
        resolve: ({ ruleId, ruleVersion }, _args, context) => context.graph.rules.find(ruleId, ruleVersion),
      }),
      result: t.field({
        type: Word,
        access,
        description: '规则结论 null where the caller may not read everything the rule rests on',
        resolve: (view) => (openTrace(view) ? view.explanation.word.result : null),
      }),
      trace: t.field({
        type: Step,
        access,
        description: '判断过程 every condition with its result and values',
        resolve: ({ explanation, reader }) => ({ ...explanation.trace, reader }),
      }),
      nearest: t.field({
        type: Step,
        access,
        description:
          '最接近的门槛 of the numbers that miss their threshold, and the caller may read, the one that lacks least',
        resolve: ({ explanation, reader }) => {
          const nearest = explanation.nearest((step) => isOpen(step, reader));
          return nearest === null ? null : { ...nearest, reader };
        },
      }),
      missing: t.field({
        type: [Missing],
        access,
        description: '缺失事实 what could not be decided, of what the caller may read',
        resolve: ({ explanation, reader }) => explanation.missing((step) => isOpen(step, reader)),
      }),
    }),
  });
  builder.queryField('explainRule', (t) =>
    t.field({
      type: Result,
      access: 'alert',
      description:
        '规则解释 why this family, why not that one; null: no such household in scope, or no such rule in force. Errors: NO_DATA_BEFORE, DAY_AHEAD',
      args: {
        householdId: t.arg.id({ required: true, access: STRUCTURE, description: '家庭编号(平台) id of the household' }),
        ruleId: t.arg.id({ required: true, access: STRUCTURE, description: '规则编号 such as R01' }),
        asOf: t.arg({ type: 'Date', access: STRUCTURE, description: '查询日期 absent: the hub’s day' }),
      },
      resolve: async (_root, { householdId, ruleId, asOf }, context) => {
        const { clearance, graph } = context;
        if (rulesAsked([ruleId], context).length === 0) return null;
        const id = Number(readId('household', householdId, 'householdId'));
        const profile = await graph.households.findById(id, asOf ?? null, await context.householdScope());
        const found = profile === null ? null : await graph.trials.explain(profile, ruleId);
        if (profile === null || found === null) return null;
        const household = await seeHousehold(profile, context);
        const reader = { clearance, household, dated: profile.day !== profile.today };
        return { ruleId, ruleVersion: found.rule.version, explanation: found.explanation, reader };
      },
    }),
  );
}
