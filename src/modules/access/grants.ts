/** The grants that bear on one request, with their words resolved, in groups of equal household reach. */
import { consentWord, type Factor } from './circumstances.ts';
import { CONDITIONS, type Condition, type Grant, OWN_SECTION, type PolicyFile, UNSTATED } from './policy-file.ts';

export type Verb = 'allow' | 'mask' | 'withhold';

/** What a grant asks for. `contract` is asked of the caller once, all else of the household or person. */
export type Asked = Factor | 'contract';

/** A grant whose words are resolved to classes. */
export interface PlainGrant {
  readonly verb: Verb;
  readonly classes: ReadonlySet<string>;
  readonly when: readonly Asked[];
  readonly children: boolean;
  /** The household rows of the role it belongs to. */
  readonly reach: string;
}

function verbOf(grant: Grant): Verb {
  if (grant.withhold !== undefined) return 'withhold';
  return grant.allow === undefined ? 'mask' : 'allow';
}

function asked(one: Condition): Asked {
  if (typeof one !== 'string') return consentWord(one.consent);
  const known = CONDITIONS.find((word) => word === one);
  if (known === undefined) throw new Error('conditions are checked when a policy is loaded');
  return known;
}

/** Replaces groups by the classes they hold. */
export function expandWords(policy: PolicyFile, words: readonly string[], agency?: string): string[] {
  return words.flatMap((word) => {
    if (word === OWN_SECTION)
      return Object.entries(policy.classes).flatMap(([name, entry]) =>
        agency !== undefined && entry.agency === agency ? [name] : [],
      );
    const group = policy.groups[word];
    return group === undefined ? [word] : expandWords(policy, group, agency);
  });
}

/** Roles that act in a request: those that hold its purpose; all, where none is stated. */
export function actingRoles(policy: PolicyFile, roles: readonly string[], purpose: string): string[] {
  return roles.filter((name) => purpose === UNSTATED || policy.roles[name]?.purposes.includes(purpose));
}

/** What the roles grant for a purpose. */
export function grantsFor(policy: PolicyFile, roles: readonly string[], purpose: string): PlainGrant[] {
  return roles.flatMap((name) => {
    const role = policy.roles[name];
    return (role?.grants ?? [])
      .filter((grant) => grant.purposes === 'any' || grant.purposes.includes(purpose))
      .map((grant) => ({
        verb: verbOf(grant),
        classes: new Set(expandWords(policy, grant[verbOf(grant)] ?? [], role?.agency)),
        when: grant.when.map(asked),
        children: grant.children,
        reach: role?.rows.households ?? 'none',
      }));
  });
}
