import { closest } from 'fastest-levenshtein';
import { WanjiaError } from '../../kernel/errors.ts';
import type { AccessPolicy } from './policy.ts';
import type { LocalIssuer } from './sign-in/local-issuer.ts';

/** A token for one of the demo's callers. */
export async function issueDemoToken(policy: AccessPolicy, issuer: LocalIssuer, persona: string): Promise<string> {
  const caller = policy.personas.get(persona);
  if (caller !== undefined) return issuer.issue(caller);
  const known = [...policy.personas.keys()];
  throw new WanjiaError('PERSONA_UNKNOWN', { nearest: closest(persona, known), known: known.join(', ') });
}
