/** A compiled access policy. */
import { WanjiaError } from '../../kernel/errors.ts';
import type { Caller } from './caller.ts';
import { CIRCUMSTANCES, type Clearance } from './clearance.ts';
import { compileClearance } from './compile.ts';
import { type PolicyFile, UNSTATED } from './policy-file.ts';

export interface AccessPolicy {
  readonly version: string;
  readonly classes: ReadonlySet<string>;
  readonly purposes: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** Its words with their titles, for those who explain it. */
  readonly words: Pick<PolicyFile, 'classes' | 'roles' | 'purposes'>;
  /** The Chinese name of a word of the policy; null: it does not know the word. */
  titleOf(kind: 'organisation' | 'purpose', word: string): string | null;
  /** The demo's callers by name. */
  readonly personas: ReadonlyMap<string, Caller>;
  /** Purposes the roles hold. */
  purposesOf(roles: readonly string[]): ReadonlySet<string>;
  /** Decisions for these roles; `null` is a request without a purpose. Throws FORBIDDEN for a purpose not held. */
  clear(roles: readonly string[], purpose: string | null): Clearance;
}

function personasOf(policy: PolicyFile): ReadonlyMap<string, Caller> {
  return new Map(
    Object.entries(policy.personas).map(([subject, { organisation, roles, divisions }]) => [
      subject,
      { subject, organisation, roles, divisions },
    ]),
  );
}

/** A clear value must not stand beside the mask it undoes, for any role, purpose and circumstance. */
function refuseTellingPairs(policy: PolicyFile, file: string): void {
  for (const role of Object.keys(policy.roles))
    for (const purpose of [...Object.keys(policy.purposes), UNSTATED])
      for (const { clear, masked } of policy.neverTogether) {
        const clearance = compileClearance(policy, [role], purpose);
        const telling = CIRCUMSTANCES.some(
          (given) => clearance.decide(clear, given).kind === 'allow' && clearance.decide(masked, given).kind === 'mask',
        );
        if (!telling) continue;
        const detail = `${role} for ${purpose} would see ${clear} beside masked ${masked}`;
        throw new WanjiaError('POLICY_UNREADABLE', { file, line: 1, detail });
      }
}

/** Compiles a parsed policy; decisions are made once per set of roles and purpose, and kept. */
export function compilePolicy(policy: PolicyFile, file: string): AccessPolicy {
  refuseTellingPairs(policy, file);
  const kept = new Map<string, Clearance>();
  const purposesOf = (roles: readonly string[]): ReadonlySet<string> =>
    new Set(roles.flatMap((name) => policy.roles[name]?.purposes ?? []));
  return {
    version: policy.version,
    classes: new Set(Object.keys(policy.classes)),
    purposes: new Set(Object.keys(policy.purposes)),
    roles: new Set(Object.keys(policy.roles)),
    words: policy,
    titleOf: (kind, word) => (kind === 'organisation' ? policy.organisations : policy.purposes)[word] ?? null,
    personas: personasOf(policy),
    purposesOf,
    clear: (roles, purpose) => {
      if (purpose !== null && !purposesOf(roles).has(purpose)) {
        const known = Object.hasOwn(policy.purposes, purpose);
        throw new WanjiaError('FORBIDDEN', { what: known ? `purpose ${purpose}` : 'this purpose' });
      }
      const known = roles.filter((name) => Object.hasOwn(policy.roles, name)).sort();
      const key = `${known.join('+')} ${purpose ?? UNSTATED}`;
      const clearance = kept.get(key) ?? compileClearance(policy, known, purpose ?? UNSTATED);
      kept.set(key, clearance);
      return clearance;
    },
  };
}
