/** The discovery rules: texts, parameters, and whether their basis is in force. */
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import type { RuleCard, RuleParameter, RuleReleased, RuleSeverityCard } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';

export type SeverityName = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE';

export interface RuleRefs {
  readonly Rule: GraphObject<RuleCard>;
  readonly Severity: GraphEnum<SeverityName>;
  readonly Parameter: GraphObject<RuleParameter>;
}

const access = 'rule';

function defineParameter(builder: GraphBuilder): GraphObject<RuleParameter> {
  return builder.objectRef<RuleParameter>('RuleParameter').implement({
    description: '规则参数 a parameter as in force on the day',
    fields: (t) => ({
      name: t.exposeString('name', { access, description: '参数名 name, as the expression uses it' }),
      title: t.exposeString('title', { access, description: '含义 what it is' }),
      value: t.exposeString('value', { access, description: '参数值 value; money in yuan; null: none was found' }),
      unit: t.exposeString('unit', { access, description: '单位 unit of the value' }),
      source: t.exposeString('source', { access, description: '出处 where the value comes from' }),
      example: t.exposeBoolean('example', {
        access,
        description: '示例值 true: no source was found that may be shown as fact',
      }),
    }),
  });
}

function defineReleased(builder: GraphBuilder): GraphObject<RuleReleased> {
  const access = 'rule-list';
  return builder.objectRef<RuleReleased>('RuleReleased').implement({
    description: '规则发布 how a version came into force beside the packs’',
    fields: (t) => ({
      releasedBy: t.exposeString('releasedBy', { access, description: '发布人 who released it' }),
      releasedOn: t.expose('releasedOn', { type: 'Date', access, description: '发布日期 the hub’s day' }),
      reason: t.exposeString('reason', { access, description: '理由 why' }),
      restores: t.exposeInt('restores', {
        nullable: true,
        access,
        description: '恢复版本 the version whose content a rollback restored; null: it was a draft',
      }),
    }),
  });
}

function defineSeverityCase(builder: GraphBuilder, Severity: GraphEnum<SeverityName>): GraphObject<RuleSeverityCard> {
  return builder.objectRef<RuleSeverityCard>('RuleSeverity').implement({
    description: '规则等级 when a hit has which severity; the first that holds decides',
    fields: (t) => ({
      severity: t.field({
        type: Severity,
        access,
        description: '预警等级 the severity',
        resolve: ({ severity }) => severity as SeverityName,
      }),
      expression: t.exposeString('expression', {
        nullable: true,
        access,
        description: '等级条件 condition, in CEL; null: in every other case',
      }),
      reading: t.exposeString('reading', {
        nullable: true,
        access,
        description: '等级条件释义 the condition in the field’s words; null: in every other case',
      }),
    }),
  });
}

export function defineRules(builder: GraphBuilder): RuleRefs {
  const Parameter = defineParameter(builder);
  const Released = defineReleased(builder);
  const Severity = builder.enumType('Severity', {
    description: '预警等级 how soon a person should look',
    values: {
      RED: { description: '红色 the most urgent; by when someone is there: severity-clocks.yaml of the packs' },
      ORANGE: { description: '橙色 urgent' },
      YELLOW: { description: '黄色 to be looked at' },
      BLUE: { description: '蓝色 to be told' },
    },
  });
  const BasisStatus = builder.enumType('BasisStatus', {
    description: '依据效力 whether the rule’s policy basis is in force',
    values: { IN_FORCE: { description: '现行有效 in force' }, EXPIRED: { description: '已失效 no longer in force' } },
  });
  const SeverityCase = defineSeverityCase(builder, Severity);
  const Rule = builder.objectRef<RuleCard>('Rule').implement({
    description: '预警规则 a discovery rule in one version',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: true, access, description: '规则编号 such as R01' }),
      version: t.exposeInt('version', { access, description: '版本 grows with every change of the text' }),
      name: t.exposeString('name', { access, description: '规则名称 name' }),
      severity: t.field({
        type: Severity,
        access,
        nullable: true,
        description: '预警等级 the most severe a hit can be; null: a check on how alerts are worked',
        resolve: (rule) => rule.severity as SeverityName | null,
      }),
      expression: t.exposeString('expression', { access, description: '规则表达式 condition, in CEL' }),
      reading: t.string({
        access,
        description: '规则释义 the condition in the field’s words, with the values of its parameters on the day',
        resolve: (rule) => rule.reading(),
      }),
      severities: t.field({
        type: [SeverityCase],
        access,
        description: '规则等级 when a hit has which severity; the first that holds decides; none: a check',
        resolve: (rule) => [...rule.severities()],
      }),
      policyBasis: t.exposeString('policyBasis', { access, description: '政策依据 the text the rule rests on' }),
      effectiveFrom: t.expose('effectiveFrom', { type: 'Date', access, description: '生效日期 first day' }),
      effectiveTo: t.expose('effectiveTo', {
        type: 'Date',
        access,
        description: '失效日期 first day no longer in force; null: open',
      }),
      targetPolicies: t.stringList({
        access,
        description: '指向政策 what a confirmed need leads to',
        resolve: ({ targetPolicies }) => [...targetPolicies],
      }),
      basisStatus: t.expose('basisStatus', {
        type: BasisStatus,
        access,
        description: '依据效力 IN_FORCE or EXPIRED on the day',
      }),
      parameters: t.expose('parameters', {
        type: [Parameter],
        access,
        description: '规则参数 parameters in force on the day',
      }),
      streets: t.stringList({
        nullable: true,
        access,
        description: '试点街镇 the streets in which alone this version judges; null: everywhere',
        resolve: ({ streets }) => (streets === null ? null : [...streets]),
      }),
      restricted: t.exposeBoolean('restricted', {
        access: 'restricted-alert',
        description: '限制知悉 true: only the case team is shown its hits',
      }),
      release: t.expose('release', {
        type: Released,
        nullable: true,
        access: 'rule-list',
        description: '规则发布 by whom and why; null: it came with the packs',
      }),
    }),
  });
  return { Rule, Severity, Parameter };
}

export function defineRuleQueries(builder: GraphBuilder, { Rule }: RuleRefs): void {
  builder.queryField('rules', (t) =>
    t.field({
      type: [Rule],
      access: 'rule-list',
      description: '规则目录 the rules in force on a day',
      args: {
        asOf: t.arg({ type: 'Date', access: STRUCTURE, description: '查询日期 absent: the hub’s day' }),
        about: t.arg.string({
          access: STRUCTURE,
          description: '检索词 those that speak of it, under its present, older or local name; absent: all',
        }),
      },
      resolve: async (_root, { asOf, about }, context) => {
        const day = asOf ?? (await context.hubDay());
        return day === null ? [] : [...(await context.graph.rules.rulesOn(day, about?.trim() || null))];
      },
    }),
  );
  builder.queryField('ruleVersions', (t) =>
    t.field({
      type: [Rule],
      access: 'rule-list',
      description: '规则版本 every version of a rule, the oldest first; a version never in force has an empty period',
      args: { id: t.arg.id({ required: true, access: STRUCTURE, description: '规则编号 such as R01' }) },
      resolve: async (_root, { id }, context) => {
        const day = await context.hubDay();
        return day === null ? [] : [...(await context.graph.rules.versionsOf(id, day))];
      },
    }),
  );
}
