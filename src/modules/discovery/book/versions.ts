/** Which version of a rule judges a street on a day: the highest in force there, so that pilots run beside the others. */
import type { Day } from '../../../kernel/day.ts';
import { isInForce, type Rule } from '../rule.ts';
import type { Judgement, StreetReach } from '../sql/judgement.ts';

/** A version with the streets it judges. */
export interface JudgingVersion {
  readonly rule: Rule;
  readonly streets: StreetReach;
}

/** A rule on a day: one version, or a pilot's beside it. */
export interface JudgingRule {
  readonly id: string;
  /** The highest version first; every street is judged by one of them at most. */
  readonly versions: readonly JudgingVersion[];
}

function judgingVersions(held: readonly Rule[]): readonly JudgingVersion[] {
  const versions: JudgingVersion[] = [];
  const covered: string[] = [];
  for (const rule of [...held].sort((a, b) => b.version - a.version)) {
    versions.push({ rule, streets: { only: rule.streets, except: [...covered] } });
    if (rule.streets === null) break;
    covered.push(...rule.streets);
  }
  return versions;
}

/** Every rule in force on a day with the versions that judge, in the order of the ids. */
export function judgingOn(rules: readonly Rule[], day: Day): readonly JudgingRule[] {
  const held = rules.filter((rule) => isInForce(rule, day));
  const ids = [...new Set(held.map(({ id }) => id))];
  return ids.map((id) => ({ id, versions: judgingVersions(held.filter((rule) => rule.id === id)) }));
}

/** The version that judges households of a street; undefined where no such rule is in force there. */
export function versionIn(
  rules: readonly Rule[],
  asked: { readonly id: string; readonly street: string; readonly day: Day },
): Rule | undefined {
  const versions = judgingOn(rules, asked.day).find(({ id }) => id === asked.id)?.versions ?? [];
  return versions.find(({ rule }) => rule.streets === null || rule.streets.includes(asked.street))?.rule;
}

/** What a version is judged by: the values it was released with stand before the packs'. */
export function judgementOf<J extends Judgement>({ rule, streets }: JudgingVersion, judgement: J): J {
  const parameters = rule.own.size === 0 ? judgement.parameters : new Map([...judgement.parameters, ...rule.own]);
  return { ...judgement, streets, parameters };
}

/** The version that judges wherever no pilot does; null where no such rule is in force. */
export function versionEverywhere(rules: readonly Rule[], id: string, day: Day): Rule | null {
  const versions = judgingOn(rules, day).find((rule) => rule.id === id)?.versions ?? [];
  return versions.find(({ rule }) => rule.streets === null)?.rule ?? null;
}
