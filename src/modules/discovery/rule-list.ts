/** Rules as callers see them on a day: what they say, on what basis, with which parameters. */
import type { Day } from '../../kernel/day.ts';
import type { Release } from './book/released-version.ts';
import type { Pack } from './pack/pack.ts';
import { parameterValuesOn } from './pack/parameters.ts';
import { figuresOf, type ListedParameter } from './reading/figure.ts';
import { type ReadingWords, readingOf } from './reading/reading.ts';
import { type AlertCheck, type BasisClause, isInForce, type Rule, SEVERITIES, type Severity } from './rule.ts';

/** When a hit has which severity; the first that holds decides. */
export interface ListedSeverity {
  readonly severity: Severity;
  /** Null: in every other case. */
  readonly expression: string | null;
  readonly reading: string | null;
}

export interface ListedRule {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The most urgent severity a hit of the rule can have; null: a check, whose alerts have their own. */
  readonly severity: Severity | null;
  readonly expression: string;
  /** The condition in the field's words, with the values of the day; put together where somebody asks. */
  reading(): string;
  /** None: a check. */
  severities(): readonly ListedSeverity[];
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

/** How conditions of no one rule are read on a day. */
export function readingWords(pack: Pack, day: Day): ReadingWords {
  return wordsOf({ id: '', version: 0, release: null, own: new Map() }, pack, day);
}

/** How a version is read on a day. */
function wordsOf(rule: Pick<Rule, 'id' | 'version' | 'release' | 'own'>, pack: Pack, day: Day): ReadingWords {
  const parameters = new Map([...parameterValuesOn(pack.parameters, day), ...rule.own]);
  return { language: pack.language, figures: figuresOf(pack, rule, { day, parameters }) };
}

function parametersOf(ids: readonly string[], { figures }: ReadingWords): readonly ListedParameter[] {
  return ids.flatMap((id) => {
    const figure = figures(id);
    return figure === undefined || figure.value === null ? [] : [{ ...figure, value: figure.value }];
  });
}

/** Cases stand in the order in which they decide, which need not be that of their urgency. */
function gravestOf({ severities }: Rule): Severity {
  return SEVERITIES.find((level) => severities.some(({ severity }) => severity === level)) ?? 'BLUE';
}

/** A version as callers see it on a day; its basis is looked at on that day. */
export function cardOf(rule: Rule, pack: Pack, day: Day): ListedRule {
  const words = wordsOf(rule, pack, day);
  return {
    id: rule.id,
    version: rule.version,
    name: rule.name.zh,
    severity: gravestOf(rule),
    expression: rule.expression.source.trim(),
    reading: () => readingOf(rule.expression.ast, words),
    severities: () =>
      rule.severities.map(({ severity, when }) => ({
        severity,
        expression: when?.source.trim() ?? null,
        reading: when === null ? null : readingOf(when.ast, words),
      })),
    policyBasis: policyBasisOf(rule, day),
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo,
    basisStatus: rule.basis.some((cited) => isExpired(cited, day)) ? 'EXPIRED' : 'IN_FORCE',
    targetPolicies: rule.targetPolicies,
    agencies: rule.agencies,
    parameters: parametersOf(rule.parameters, words),
    streets: rule.streets,
    restricted: rule.restricted,
    release: rule.release,
  };
}

function cardOfCheck(check: AlertCheck, pack: Pack, day: Day): ListedRule {
  const { id, version, name, effectiveFrom, effectiveTo } = check;
  const words = wordsOf({ id, version, release: null, own: new Map() }, pack, day);
  return {
    ...{ id, version, name: name.zh, effectiveFrom, effectiveTo },
    severity: null,
    expression: check.expression.source.trim(),
    reading: () => readingOf(check.expression.ast, words),
    severities: () => [],
    policyBasis: policyBasisOf(check, day),
    basisStatus: check.basis.some((cited) => isExpired(cited, day)) ? 'EXPIRED' : 'IN_FORCE',
    ...{ targetPolicies: [], agencies: [], streets: null, restricted: false, release: null },
    parameters: parametersOf(check.parameters, words),
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
