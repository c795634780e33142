/** Every word a policy uses must be defined in it: a mistyped class would otherwise open or close nothing, silently. */
import { CONDITIONS, OWN_SECTION, type PolicyFile } from './policy-file.ts';

/** A word that is used and not defined, with the words it could have been. */
export interface UnknownWord {
  readonly path: readonly (string | number)[];
  readonly kind: string;
  readonly word: string;
  readonly known: readonly string[];
}

type Path = readonly (string | number)[];

function unknownIn(words: readonly string[], kind: string, known: readonly string[], path: Path): UnknownWord[] {
  return words.flatMap((word, index) => (known.includes(word) ? [] : [{ path: [...path, index], kind, word, known }]));
}

function inGrants(policy: PolicyFile, name: string, classWords: readonly string[]): UnknownWord[] {
  const role = policy.roles[name];
  if (role === undefined) return [];
  const purposes = Object.keys(policy.purposes);
  return role.grants.flatMap((grant, index) => {
    const path: Path = ['roles', name, 'grants', index];
    const named = grant.purposes === 'any' ? [] : unknownIn(grant.purposes, 'purpose', purposes, [...path, 'purposes']);
    const classes = (['allow', 'mask', 'withhold'] as const).flatMap((decision) =>
      unknownIn(grant[decision] ?? [], 'data class', classWords, [...path, decision]),
    );
    const conditions = grant.when.flatMap((one) =>
      typeof one === 'string'
        ? unknownIn([one], 'condition', CONDITIONS, path)
        : unknownIn([one.consent], 'consent kind', Object.keys(policy.consents), path),
    );
    return [...named, ...conditions.map((unknown) => ({ ...unknown, path: [...path, 'when'] })), ...classes];
  });
}

function inPersonas(policy: PolicyFile): UnknownWord[] {
  const organisations = Object.keys(policy.organisations);
  return Object.entries(policy.personas).flatMap(([name, persona]) => [
    ...unknownIn(persona.roles, 'role', Object.keys(policy.roles), ['personas', name, 'roles']),
    ...unknownIn([persona.organisation], 'organisation', organisations, ['personas', name, 'organisation']).map(
      (unknown) => ({ ...unknown, path: unknown.path.slice(0, -1) }),
    ),
  ]);
}

/** All words that are used and not defined. */
export function unknownWords(policy: PolicyFile): UnknownWord[] {
  const classes = Object.keys(policy.classes);
  const classWords = [...classes, ...Object.keys(policy.groups), OWN_SECTION];
  return [
    ...Object.entries(policy.groups).flatMap(([name, words]) =>
      unknownIn(words, 'data class', classWords, ['groups', name]),
    ),
    ...unknownIn(policy.children.classes, 'data class', classWords, ['children', 'classes']),
    ...unknownIn(policy.obligors.classes, 'data class', classWords, ['obligors', 'classes']),
    ...unknownIn([policy.obligors.consent], 'consent kind', Object.keys(policy.consents), ['obligors', 'consent']).map(
      (unknown) => ({ ...unknown, path: ['obligors', 'consent'] }),
    ),
    ...unknownIn(policy.rowBound, 'data class', classWords, ['rowBound']),
    ...unknownIn(Object.keys(policy.contracts), 'organisation', Object.keys(policy.organisations), ['contracts']).map(
      (unknown) => ({ ...unknown, path: ['contracts', unknown.word] }),
    ),
    ...policy.neverTogether.flatMap(({ clear, masked }, index) =>
      unknownIn([clear, masked], 'data class', classes, ['neverTogether', index]).map((unknown) => ({
        ...unknown,
        path: unknown.path.slice(0, -1),
      })),
    ),
    ...Object.entries(policy.roles).flatMap(([name, role]) => [
      ...unknownIn(role.purposes, 'purpose', Object.keys(policy.purposes), ['roles', name, 'purposes']),
      ...unknownIn(role.administers ?? [], 'role', Object.keys(policy.roles), ['roles', name, 'administers']),
      ...inGrants(policy, name, classWords),
    ]),
    ...inPersonas(policy),
  ];
}

/** Classes that no coordinate of a schema has, and those of the schema that the policy does not name. */
export function unknownClasses({ classes }: PolicyFile, used: ReadonlySet<string>): UnknownWord[] {
  const defined = Object.keys(classes);
  const unused = unknownIn(defined, 'coordinate with the data class', [...used], ['classes']);
  const missing = unknownIn([...used], 'definition of the data class', defined, ['classes']);
  return [
    ...unused.map((unknown) => ({ ...unknown, path: ['classes', unknown.word] })),
    ...missing.map((unknown) => ({ ...unknown, path: ['classes'] })),
  ];
}
