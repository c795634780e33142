/** What a policy says whose words are all known, and must not say. */
import { compileClearance } from './compile.ts';
import { telling } from './never-together.ts';
import { type PolicyFile, UNSTATED } from './policy-file.ts';

export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A clear value must not stand beside the mask it undoes, for any role, purpose and circumstance. */
function tellingPairs(policy: PolicyFile): Contradiction[] {
  return Object.keys(policy.roles).flatMap((role) =>
    [...Object.keys(policy.purposes), UNSTATED].flatMap((purpose) => {
      const clearance = compileClearance(policy, [role], purpose, { contract: true });
      return policy.neverTogether
        .filter((pair) => telling(clearance, pair))
        .map(({ clear, masked }) => ({
          path: ['roles', role, 'grants'],
          message: `${role} for ${purpose} would see ${clear} beside masked ${masked}`,
        }));
    }),
  );
}

/** A persona of the demo holds what a caller of its organisation could hold. */
function strayPersonas(policy: PolicyFile): Contradiction[] {
  return Object.entries(policy.personas).flatMap(([name, { organisation, roles }]) =>
    roles.flatMap((role, index) => {
      const heldBy = policy.roles[role]?.heldBy;
      const kind = policy.organisations[organisation]?.kind;
      if (kind === undefined || heldBy === undefined || heldBy.includes(kind)) return [];
      return { path: ['personas', name, 'roles', index], message: `${name} may not hold ${role}` };
    }),
  );
}

/** All contradictions of a policy. */
export function contradictions(policy: PolicyFile): readonly Contradiction[] {
  return [...tellingPairs(policy), ...strayPersonas(policy)];
}
