/** Rules as callers see them on a day: what they say, on what basis, with which parameters. */
import type { Day } from '../../kernel/day.ts';
import { Money } from './expression/money.ts';
import type { Pack } from './pack/pack.ts';
import { periodOn } from './pack/parameters.ts';
import { type BasisClause, isInForce, type Rule, type Severity } from './rule.ts';

export interface ListedParameter {
  readonly name: string;
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
  /** The most urgent severity a hit of the rule can have. */
  readonly severity: Severity;
  readonly expression: string;
  readonly policyBasis: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  /** EXPIRED: a document the rule cites is no longer in force on the day. */
  readonly basisStatus: 'IN_FORCE' | 'EXPIRED';
  readonly targetPolicies: readonly string[];
  readonly agencies: Rule['agencies'];
  readonly parameters: readonly ListedParameter[];
}

function isExpired({ document }: BasisClause, day: Day): boolean {
  return document.effectiveTo !== null && document.effectiveTo <= day;
}

/** `《社会救助法》第22条；…`, with the day from which a cited document is no longer in force. */
export function policyBasisOf(rule: Rule, day: Day): string {
  return rule.basis
    .map((cited) => {
      const ended = isExpired(cited, day) ? `（${cited.document.effectiveTo} 起失效）` : '';
      return `《${cited.document.title}》${cited.clause}${ended}`;
    })
    .join('；');
}

function parametersOf(rule: Rule, pack: Pack, day: Day): readonly ListedParameter[] {
  return rule.parameters.flatMap((id) => {
    const parameter = pack.parameters.get(id);
    const period = parameter === undefined ? undefined : periodOn(parameter, day);
    if (parameter === undefined || period === undefined) return [];
    const value = period.value instanceof Money ? period.value.toYuan() : String(period.value);
    const source = period.example ? `示例值：${period.source}` : period.source;
    return [{ name: id, value, unit: parameter.unit, source, example: period.example }];
  });
}

/** The rules in force on a day. */
export function listRules(pack: Pack, day: Day): readonly ListedRule[] {
  return pack.rules
    .filter((rule) => isInForce(rule, day))
    .map((rule) => ({
      id: rule.id,
      version: rule.version,
      name: rule.name.zh,
      severity: rule.severities[0]?.severity ?? 'BLUE',
      expression: rule.expression.source.trim(),
      policyBasis: policyBasisOf(rule, day),
      effectiveFrom: rule.effectiveFrom,
      effectiveTo: rule.effectiveTo,
      basisStatus: rule.basis.some((cited) => isExpired(cited, day)) ? 'EXPIRED' : 'IN_FORCE',
      targetPolicies: rule.targetPolicies,
      agencies: rule.agencies,
      parameters: parametersOf(rule, pack, day),
    }));
}
