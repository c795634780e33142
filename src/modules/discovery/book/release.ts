/** The rule book in force: the rules of the packs, and the versions that officers released beside them. */
import { TypeError as CelTypeError, ParseError } from '@marcbachmann/cel-js';
import { WanjiaError } from '../../../kernel/errors.ts';
import { celProblem } from '../pack/cel-problem.ts';
import { feedsOf, namesOf } from '../pack/dependencies.ts';
import { evidenceMembersOf } from '../pack/evidence-members.ts';
import type { Pack } from '../pack/pack.ts';
import { readValue } from '../pack/written-value.ts';
import type { Rule } from '../rule.ts';
import type { Release } from './released-version.ts';

function refuse({ ruleId, version }: Release, message: string): never {
  throw new WanjiaError('PACK_INVALID', { count: 1, detail: `release ${ruleId} version ${version}: ${message}` });
}

/** The rule as released; what rests on the expression is worked out anew. */
function releasedRule(release: Release, pack: Pack): Rule {
  const { language } = pack;
  const template = pack.rules.find(({ id, version }) => id === release.ruleId && version === release.template);
  if (template === undefined) refuse(release, `the packs lack version ${release.template}, which it is based on`);
  try {
    const expression = language.parse(release.expression, 'household');
    const conditions = template.severities.flatMap(({ when }) => when ?? []);
    const asked = [expression, ...conditions, ...template.items.map(({ value }) => value)];
    return {
      ...template,
      ...{ version: release.version, effectiveFrom: release.effectiveFrom, effectiveTo: release.effectiveTo },
      expression,
      members: template.members.stated
        ? template.members
        : (evidenceMembersOf(expression, language) ?? template.members),
      parameters: namesOf(asked, language),
      feeds: feedsOf(expression, language),
      streets: release.streets.length === 0 ? null : release.streets,
      own: new Map(release.parameters.map((written) => [written.name, readValue(written, language)])),
      release,
    };
  } catch (error) {
    if (!(error instanceof ParseError || error instanceof CelTypeError)) throw error;
    return refuse(release, celProblem(error, language).message);
  }
}

/** Whether a version ends another: higher, everywhere, and not over before the other begins. */
function replaces(later: Rule, earlier: Rule): boolean {
  const isOver = later.effectiveTo !== null && later.effectiveTo <= earlier.effectiveFrom;
  return later.id === earlier.id && later.version > earlier.version && later.streets === null && !isOver;
}

/** A version ends on the day a higher one begins everywhere. */
function cutShort(rule: Rule, rules: readonly Rule[]): Rule {
  const ends = rules.filter((later) => replaces(later, rule)).map(({ effectiveFrom }) => effectiveFrom);
  const [effectiveTo = null] = [...ends, ...(rule.effectiveTo === null ? [] : [rule.effectiveTo])].sort();
  return { ...rule, effectiveTo };
}

/** The pack with every released version; PACK_INVALID where the packs have changed so that one no longer fits. */
export function withReleases(pack: Pack, releases: readonly Release[]): Pack {
  const released = releases.map((release) => releasedRule(release, pack));
  for (const { release, id, version } of released)
    if (release !== null && pack.rules.some((rule) => rule.id === id && rule.version === version))
      refuse(release, 'the packs have a version of the same number: give theirs a higher one');
  const rules = [...pack.rules, ...released].sort((a, b) =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version,
  );
  return { ...pack, rules: rules.map((rule) => cutShort(rule, rules)) };
}
