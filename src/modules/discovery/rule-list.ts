/** Rules as callers see them on a day: what they say, on what basis, with which parameters. */
import type { Day } from '../../kernel/day.ts';
import type { Release } from './book/released-version.ts';
import { Money } from './expression/money.ts';
import type { Pack } from './pack/pack.ts';
import { periodOn } from './pack/parameters.ts';
import {
  type AlertCheck,
  type BasisClause,
  isInForce,
  type Parameter,
  type ParameterPeriod,
  type Rule,
  SEVERITIES,
  type Severity,
} from './rule.ts';

export interface ListedParameter {
  readonly name: string;
  /** What it is, in the field's words. */
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  /** Where the value is from; says so where it is an example only. */
  readonly source: string;
  readonly example: boolean;
}

export interface ListedRule {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The most urgent severity a hit of the rule can have; null: a check, whose alerts have their own. */
  readonly severity: Severity | null;
  readonly expression: string;
  readonly policyBasis: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  /** EXPIRED: a document the rule cites is no longer in force on the day. */
  readonly basisStatus: 'IN_FORCE' | 'EXPIRED';
  readonly targetPolicies: readonly string[];
  readonly agencies: Rule['agencies'];
  readonly parameters: readonly ListedParameter[];
  /** Pilot streets, in which alone this version judges; null: everywhere. */
  readonly streets: readonly string[] | null;
  /** Only the case team is shown its hits. */
  readonly restricted: boolean;
  /** How it was released; null: it came with the packs. */
  readonly release: Release | null;
}

function isExpired({ document }: BasisClause, day: Day): boolean {
  return document.effectiveTo !== null && document.effectiveTo <= day;
}

/** `《社会救助法》第22条；…`, with the day from which a cited document is no longer in force. */
export function policyBasisOf(rule: Pick<Rule, 'basis'>, day: Day): string {
  return rule.basis
    .map((cited) => {
      const ended = isExpired(cited, day) ? `（${cited.document.effectiveTo} 起失效）` : '';
      return `《${cited.document.title}》${cited.clause}${ended}`;
    })
    .join('；');
}

function textOf(value: ParameterPeriod['value']): string {
  return value instanceof Money ? value.toYuan() : String(value);
}

/** A parameter as in force on a day, saying so where it is an example only; undefined where it has no value. */
export function shownParameter(parameter: Parameter, day: Day): ListedParameter | undefined {
  const period = periodOn(parameter, day);
  if (period === undefined) return undefined;
  const source = !period.example || period.source.startsWith('示例') ? period.source : `示例值：${period.source}`;
  return {
    name: parameter.id,
    title: parameter.name.zh,
    value: textOf(period.value),
    unit: parameter.unit,
    source,
    example: period.example,
  };
}

function parametersOf(
  rule: Pick<Rule, 'id' | 'version' | 'parameters' | 'own'>,
  pack: Pack,
  day: Day,
): readonly ListedParameter[] {
  return rule.parameters.flatMap((id) => {
    const parameter = pack.parameters.get(id);
    if (parameter === undefined) return [];
    const { unit } = parameter;
    const own = rule.own.get(id);
    if (own !== undefined)
      return [
        {
          name: id,
          title: parameter.name.zh,
          value: textOf(own),
          unit,
          source: `规则发布 ${rule.id} v${rule.version}`,
          example: false,
        },
      ];
    return shownParameter(parameter, day) ?? [];
  });
}

/** Cases stand in the order in which they decide, which need not be that of their urgency. */
function gravestOf({ severities }: Rule): Severity {
  return SEVERITIES.find((level) => severities.some(({ severity }) => severity === level)) ?? 'BLUE';
}

/** A version as callers see it on a day; its basis is looked at on that day. */
export function cardOf(rule: Rule, pack: Pack, day: Day): ListedRule {
  return {
    id: rule.id,
    version: rule.version,
    name: rule.name.zh,
    severity: gravestOf(rule),
    expression: rule.expression.source.trim(),
    policyBasis: policyBasisOf(rule, day),
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo,
    basisStatus: rule.basis.some((cited) => isExpired(cited, day)) ? 'EXPIRED' : 'IN_FORCE',
    targetPolicies: rule.targetPolicies,
    agencies: rule.agencies,
    parameters: parametersOf(rule, pack, day),
    streets: rule.streets,
    restricted: rule.restricted,
    release: rule.release,
  };
}

function cardOfCheck(check: AlertCheck, pack: Pack, day: Day): ListedRule {
  const { id, version, name, effectiveFrom, effectiveTo } = check;
  return {
    ...{ id, version, name: name.zh, effectiveFrom, effectiveTo },
    severity: null,
    expression: check.expression.source.trim(),
    policyBasis: policyBasisOf(check, day),
    basisStatus: check.basis.some((cited) => isExpired(cited, day)) ? 'EXPIRED' : 'IN_FORCE',
    ...{ targetPolicies: [], agencies: [], streets: null, restricted: false, release: null },
    parameters: parametersOf({ ...check, own: new Map() }, pack, day),
  };
}

/** The rules in force on a day, of a rule with a pilot both versions, and the checks on how alerts are worked. */
export function listRules(pack: Pack, day: Day): readonly ListedRule[] {
  return [
    ...pack.rules.filter((rule) => isInForce(rule, day)).map((rule) => cardOf(rule, pack, day)),
    ...pack.alertChecks.filter((check) => isInForce(check, day)).map((check) => cardOfCheck(check, pack, day)),
  ].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version));
}

/** Every version of a rule there was or will be, the oldest first. */
export function listVersions(pack: Pack, id: string, day: Day): readonly ListedRule[] {
  return pack.rules.filter((rule) => rule.id === id).map((rule) => cardOf(rule, pack, day));
}

/** Whether a rule speaks of something, by whatever name: in its name, the policies it leads to, its basis. */
export function speaksOf({ id, name, targetPolicies, policyBasis }: ListedRule, names: readonly string[]): boolean {
  const texts = [id, name, policyBasis, ...targetPolicies];
  return names.some((word) => texts.some((text) => text.includes(word)));
}
