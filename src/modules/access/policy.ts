/** A compiled access policy. */
import { AGENCIES } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { OrganisationKind } from '../../kernel/organisation-kind.ts';
import { RecentMap } from '../../kernel/recent-map.ts';
import type { Caller, CallerLimits } from './caller.ts';
import type { Clearance } from './clearance.ts';
import { closeClasses } from './closed-classes.ts';
import { type CallerStanding, compileClearance } from './compile.ts';
import { expandWords } from './grants.ts';
import { keepApart } from './never-together.ts';
import { type PolicyFile, UNSTATED } from './policy-file.ts';

/** An organisation of the pack. */
export interface PolicyOrganisation {
  readonly title: string;
  readonly kind: OrganisationKind;
  /** Division code prefixes its people and systems may reach at most. */
  readonly divisions: readonly string[];
}

/** What is known of the caller beside its roles. */
export type Standing = CallerStanding & Partial<Pick<CallerLimits, 'purposes' | 'closedClasses'>>;

export interface AccessPolicy {
  readonly version: string;
  /** Division code the policy is for. */
  readonly jurisdiction: string;
  readonly classes: ReadonlySet<string>;
  readonly purposes: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** Its words with their titles, for those who explain it. */
  readonly words: Pick<PolicyFile, 'classes' | 'roles' | 'purposes' | 'consents'>;
  /** The Chinese name of a word of the policy; null: it does not know the word. */
  titleOf(kind: 'organisation' | 'purpose', word: string): string | null;
  /** The organisations of the pack; the administration adds others. */
  readonly organisations: ReadonlyMap<string, PolicyOrganisation>;
  /** Roles an organisation of this kind may hold. */
  rolesFor(kind: OrganisationKind): ReadonlySet<string>;
  /** Roles that a caller with these roles may give to others. */
  rolesGivenBy(roles: readonly string[]): ReadonlySet<string>;
  /** The demo's callers by name. */
  readonly personas: ReadonlyMap<string, Caller>;
  /** Purposes the roles hold. */
  purposesOf(roles: readonly string[]): ReadonlySet<string>;
  /**
   * Decisions for these roles, how their caller stands and what the administration narrows for it; `null` is a request
   * without a purpose. Throws FORBIDDEN for a purpose not held.
   */
  clear(roles: readonly string[], purpose: string | null, standing?: Standing): Clearance;
  /** How a caller stands on a day: what the administration narrows for it, and whether a contract runs. */
  standingOf(caller: Caller, day: Day): Standing;
  /** The classes that words stand for; null: some word is neither a class nor a group nor an agency. */
  classesOf(words: readonly string[]): readonly string[] | null;
  /** How requests to a second person run: minutes to answer, minutes it is open, households at most. */
  readonly secondPerson: PolicyFile['secondPerson'];
  /** How much a caller may export, when a second person must agree, how long files and links last. */
  readonly exports: PolicyFile['exports'];
  /** The kind of consent someone obliged to support a household gives for themselves. */
  readonly ownAuthorisation: string;
  /** Below this age a guardian speaks for the child. */
  readonly childrenUnder: number;
}

const KEPT_CLEARANCES = 500;

function personasOf(policy: PolicyFile): ReadonlyMap<string, Caller> {
  return new Map(
    Object.entries(policy.personas).map(([subject, { organisation, roles, divisions }]) => [
      subject,
      { subject, organisation, roles, divisions },
    ]),
  );
}

function organisationsOf({ organisations, jurisdiction }: PolicyFile): ReadonlyMap<string, PolicyOrganisation> {
  return new Map(
    Object.entries(organisations).map(([id, { title, kind, divisions = [jurisdiction] }]) => [
      id,
      { title, kind, divisions },
    ]),
  );
}

/** Clearances by key, the least used leaving first: each brings a schema of its own. */
function createKeeper(): (key: string, make: () => Clearance) => Clearance {
  const kept = new RecentMap<string, Clearance>(KEPT_CLEARANCES);
  return (key, make) => {
    const clearance = kept.get(key) ?? make();
    kept.set(key, clearance);
    return clearance;
  };
}

/** Compiles a parsed policy; decisions are made once per set of roles and purpose, and kept. */
export function compilePolicy(policy: PolicyFile): AccessPolicy {
  const keep = createKeeper();
  const organisations = organisationsOf(policy);
  const purposesOf = (roles: readonly string[]): ReadonlySet<string> =>
    new Set(roles.flatMap((name) => policy.roles[name]?.purposes ?? []));
  const rolesWhere = (holds: (role: PolicyFile['roles'][string]) => boolean): ReadonlySet<string> =>
    new Set(Object.entries(policy.roles).flatMap(([name, role]) => (holds(role) ? [name] : [])));
  return {
    version: policy.version,
    jurisdiction: policy.jurisdiction,
    classes: new Set(Object.keys(policy.classes)),
    purposes: new Set(Object.keys(policy.purposes)),
    roles: new Set(Object.keys(policy.roles)),
    words: policy,
    titleOf: (kind, word) => (kind === 'organisation' ? organisations.get(word)?.title : policy.purposes[word]) ?? null,
    organisations,
    rolesFor: (kind) => rolesWhere(({ heldBy }) => heldBy === undefined || heldBy.includes(kind)),
    rolesGivenBy: (roles) => new Set(roles.flatMap((name) => policy.roles[name]?.administers ?? [])),
    personas: personasOf(policy),
    purposesOf,
    secondPerson: policy.secondPerson,
    exports: policy.exports,
    ownAuthorisation: policy.obligors.consent,
    childrenUnder: policy.children.under,
    standingOf: ({ organisation, limits }, day) => {
      const { from, until } = policy.contracts[organisation] ?? { from: day, until: limits?.contractUntil ?? '' };
      return { ...limits, contract: from <= day && day <= until };
    },
    classesOf: (words) => {
      const classes = words.flatMap((word) =>
        AGENCIES.some((agency) => agency === word)
          ? Object.keys(policy.classes).filter((name) => policy.classes[name]?.agency === word)
          : expandWords(policy, [word]),
      );
      return classes.every((name) => Object.hasOwn(policy.classes, name)) ? [...new Set(classes)] : null;
    },
    clear: (roles, purpose, { purposes, closedClasses = [], contract = false } = {}) => {
      const held = purpose === null || (purposesOf(roles).has(purpose) && purposes?.includes(purpose) !== false);
      if (!held) {
        const known = Object.hasOwn(policy.purposes, purpose);
        throw new WanjiaError('FORBIDDEN', { what: known ? `purpose ${purpose}` : 'this purpose' });
      }
      const known = roles.filter((name) => Object.hasOwn(policy.roles, name)).sort();
      const key = [known.join('+'), purpose ?? UNSTATED, contract, ...[...closedClasses].sort()].join(' ');
      return keep(key, () => {
        const compiled = compileClearance(policy, known, purpose ?? UNSTATED, { contract });
        return closeClasses(keepApart(compiled, policy.neverTogether), closedClasses);
      });
    },
  };
}
