/** What is kept of one answer: who read what of whom, why and when. */
import { sm3 } from '../../platform/crypto/sm3.ts';

/** The gravest thing that happened to what was asked for. */
export const DISCLOSURE_DECISIONS = ['ALLOWED', 'MASKED', 'WITHHELD', 'REFUSED'] as const;
export type DisclosureDecision = (typeof DISCLOSURE_DECISIONS)[number];

/** Operation and schema coordinates; shared by all answers that disclose the same. */
export interface DisclosureScope {
  /** SM3 of the rest. */
  readonly key: string;
  readonly operation: string | null;
  /** SM3 of the operation's text. */
  readonly document: string;
  /** Coordinates that came out, clear or masked. */
  readonly fields: readonly string[];
  /** Those that were masked, for some subject at least. */
  readonly masked: readonly string[];
  /** Those that were withheld or refused, for some subject at least. */
  readonly withheld: readonly string[];
}

/** One answer, or one refused attempt. Ids and coordinates only, never a value that was read. */
export interface Disclosure {
  readonly subject: string;
  readonly organisation: string;
  readonly purpose: string | null;
  readonly caseId: string | null;
  readonly scope: DisclosureScope;
  readonly decision: DisclosureDecision;
  readonly persons: readonly number[];
  readonly households: readonly number[];
}

/** The key of a scope: what it must be if nobody has changed it. */
export function scopeKey({ operation, document, fields, masked, withheld }: Omit<DisclosureScope, 'key'>): string {
  return sm3(JSON.stringify([operation, document, fields, masked, withheld]));
}

export function disclosureScope(content: Omit<DisclosureScope, 'key'>): DisclosureScope {
  return { ...content, key: scopeKey(content) };
}
