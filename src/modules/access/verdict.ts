/**
 * How overlapping grants combine:
 *
 * 1. A grant bears on a class only while all its conditions hold. Of those that bear on it, an explicit `withhold` wins
 *    over everything, then `allow`, then `mask`; a class nothing bears on is withheld.
 * 2. An `allow` that does not cover children only masks a child's protected class; one that meets an obligor without an
 *    authorisation of their own only masks theirs. What has no mask is withheld.
 * 3. On classes that stand in a household's row, grants of roles that reach other rows are weighed apart, and the weakest
 *    decides: together two roles never show of a row more than each of them would.
 */
import type { Factor } from './circumstances.ts';
import type { Asked, PlainGrant, Verb } from './grants.ts';

/** What is weighed for one class. */
export interface Weighed {
  readonly name: string;
  readonly grants: readonly PlainGrant[];
  readonly hasMask: boolean;
  /** A child's value is protected. */
  readonly ofChildren: boolean;
  /** Stands in a household's row: the household reaches of the acting roles, to be weighed apart; else none. */
  readonly reaches: readonly string[];
}

export const RANK: Readonly<Record<Verb, number>> = { withhold: 0, mask: 1, allow: 2 };

function strongest(bearing: readonly PlainGrant[], weighed: Weighed, held: ReadonlySet<Asked>): Verb {
  const child = held.has('child') && weighed.ofChildren;
  const verbs = bearing.map(({ verb, children }): Verb => {
    const cut = (child && !children) || held.has('obligor');
    return verb === 'allow' && cut ? 'mask' : verb;
  });
  if (verbs.length === 0 || verbs.includes('withhold')) return 'withhold';
  if (verbs.includes('allow')) return 'allow';
  return weighed.hasMask ? 'mask' : 'withhold';
}

/** What grants come to while exactly these factors hold. */
export function verdictOf(weighed: Weighed, held: ReadonlySet<Asked>): Verb {
  const bearing = weighed.grants.filter(({ when }) => when.every((one) => held.has(one)));
  if (bearing.some(({ verb }) => verb === 'withhold')) return 'withhold';
  if (weighed.reaches.length === 0) return strongest(bearing, weighed, held);
  const each = weighed.reaches.map((reach) =>
    strongest(
      bearing.filter((grant) => grant.reach === reach),
      weighed,
      held,
    ),
  );
  return each.reduce((weakest, verb) => (RANK[verb] < RANK[weakest] ? verb : weakest));
}

/** What a class can turn on: the conditions of its grants, and whose value it is. */
export function factorsIn(weighed: Weighed, ofObligors: boolean): Factor[] {
  const conditions = weighed.grants.flatMap(({ when }) => when).filter((one): one is Factor => one !== 'contract');
  const allows = weighed.grants.some(({ verb }) => verb === 'allow');
  const persons: Factor[] = [
    ...(weighed.ofChildren && allows ? (['child'] as const) : []),
    ...(ofObligors && allows ? (['obligor'] as const) : []),
  ];
  return [...new Set([...conditions, ...persons])];
}
