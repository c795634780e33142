/** Random policies: the words of the pack, other roles with other grants. */
import fc from 'fast-check';
import { stringify } from 'yaml';
import { type AccessPolicy, parsePolicy } from '../../../src/modules/access/index.ts';
import { PLAIN_PACK, type PlainPolicy } from '../../support/plain-policy.ts';

export interface RandomPolicy {
  readonly compiled: AccessPolicy;
  readonly plain: PlainPolicy;
}

const { classes, groups, consents } = PLAIN_PACK;
const PURPOSES = ['casework', 'verification', 'discovery'];
const AGENCIES = Object.values(classes).flatMap(({ agency }) => agency ?? []);

/** Groups weigh as much as all classes, so that much is open. */
const word = fc.oneof(fc.constantFrom(...Object.keys(groups), 'own-section'), fc.constantFrom(...Object.keys(classes)));
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 8 });
const condition = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('open-alert', 'open-case', 'emergency', 'contract') },
  { weight: 1, arbitrary: fc.constant('second-person') },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(consents)).map((consent) => ({ consent })) },
);
const when = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: condition.map((one) => [one]) },
  { weight: 1, arbitrary: fc.tuple(condition, condition) },
);
const verb = fc.oneof(
  { weight: 6, arbitrary: fc.constant('allow') },
  { weight: 3, arbitrary: fc.constant('mask') },
  { weight: 1, arbitrary: fc.constant('withhold') },
);
const grant = fc
  .record({
    purposes: fc.oneof(fc.constant('any' as const), fc.subarray(PURPOSES, { minLength: 1 })),
    when,
    children: fc.boolean(),
    verb,
    words,
  })
  .map(({ verb: how, words: what, when: conditions, ...rest }) => ({
    ...rest,
    ...(conditions.length === 0 ? {} : { when: conditions }),
    [how]:
      how === 'withhold' ? what.slice(0, 2).filter((one) => classes[one] !== undefined || one === 'identity') : what,
  }))
  .filter((made) => !('withhold' in made) || (made.withhold as string[]).length > 0);

/** What no answer can do without, and ways to households, so that there is something to decide. */
const STRUCTURE = { purposes: 'any' as const, allow: ['structure'] };
const WAYS = { purposes: 'any' as const, allow: ['household-lookup', 'household-list', 'membership', 'subject-key'] };

const role = fc
  .record({
    agency: fc.constantFrom(...AGENCIES),
    purposes: fc.subarray(PURPOSES, { minLength: 1 }),
    households: fc.constantFrom('divisions', 'divisions', 'divisions', 'referrals', 'none'),
    alerts: fc.constantFrom('divisions', 'none'),
    alertRules: fc.option(fc.subarray(['R01', 'R04', 'R08'], { minLength: 1 })),
    feeds: fc.constantFrom('all', 'own', 'none'),
    grants: fc.array(grant, { minLength: 2, maxLength: 7, size: 'max' }),
    reached: fc.boolean(),
  })
  .map(({ agency, purposes, households, alerts, alertRules, feeds, grants, reached }) => ({
    title: '任意',
    agency,
    purposes,
    rows: { households, alerts, feeds, ...(alertRules === null ? {} : { alertRules }) },
    grants: [STRUCTURE, ...(reached ? [WAYS] : []), ...grants],
  }));

const someClasses = fc.uniqueArray(
  word.filter((one) => one !== 'own-section'),
  { maxLength: 5 },
);

export const RANDOM_ROLES = ['one', 'other'];

const policyOf = (of: typeof role): fc.Arbitrary<RandomPolicy> =>
  fc
    .record({ one: of, other: of, ofChildren: someClasses, ofObligors: someClasses, rowBound: someClasses })
    .map(({ one, other, ofChildren, ofObligors, rowBound }) => {
      const made = {
        ...PLAIN_PACK,
        rowBound,
        children: { ...PLAIN_PACK.children, classes: ofChildren },
        obligors: { ...PLAIN_PACK.obligors, classes: ofObligors },
        neverTogether: [],
        roles: { one, other },
        personas: {},
      };
      return { compiled: parsePolicy(stringify(made), 'random'), plain: made as unknown as PlainPolicy };
    });

export const randomPolicy = policyOf(role);

/** One whose roles follow households, as far as nothing else keeps them from it. */
export const followedPolicy = policyOf(
  role.map(({ rows, grants, ...rest }) => ({
    ...rest,
    rows: { ...rows, households: 'divisions' as const },
    grants: [{ purposes: 'any' as const, allow: [...WAYS.allow, 'change-feed'] }, ...grants],
  })),
);
