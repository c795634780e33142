/** What the pack's policy says of one caller in one case, by the plain reading of it. */
import { PLAIN_PACK, plainVerb, type Verb } from '../../support/plain-policy.ts';

export type Verdict = Verb;

export interface Case {
  readonly role: string;
  readonly purpose: string | null;
  readonly openAlert: boolean;
  readonly emergency?: boolean;
  readonly child: boolean;
}

/** What the policy says of a class in one case. */
export function verdict(dataClass: string, { role, purpose, ...given }: Case): Verdict {
  return plainVerb(PLAIN_PACK, { roles: [role], purpose }, dataClass, given);
}

/** Every role with every purpose it holds, and with none. */
export const CALLERS: readonly { readonly role: string; readonly purpose: string | null }[] = Object.entries(
  PLAIN_PACK.roles,
).flatMap(([role, { purposes }]) => [null, ...purposes].map((purpose) => ({ role, purpose })));

export const PURPOSES_OF = (role: string): readonly string[] => PLAIN_PACK.roles[role]?.purposes ?? [];
