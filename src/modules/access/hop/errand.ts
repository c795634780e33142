/**
 * What travels from the hub to an agency's own process, and in which form: the errand says who asks and why, a pass says
 * how one person stands. The hub signs the errand, which names the passes it was made out with; it lasts seconds, and an
 * agency has no key to make one.
 */
import { createHash } from 'node:crypto';
import type { AgencyId } from '../../../kernel/agency.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Caller } from '../caller.ts';
import type { Circumstances } from '../circumstances.ts';

/** Who asks, and why. */
export interface Errand {
  readonly caller: Pick<Caller, 'subject' | 'organisation' | 'roles' | 'divisions' | 'limits'>;
  readonly purpose: string | null;
  readonly caseId: string | null;
}

/** One person of one household that the caller reached, as it stands for one agency's section. */
export interface PersonPass {
  readonly person: number;
  readonly household: number;
  readonly day: Day;
  readonly given: Circumstances;
}

/** What a gateway carries from the hub to the agencies beside the passes themselves. */
export interface SignedErrand {
  readonly token: string;
  /** By agency, the digests of the passes that were made out to it: the token holds a digest of each list. */
  readonly passes: Readonly<Record<string, readonly string[]>>;
}

export const HUB = 'wanjia-hub';
export const ALGORITHM = 'EdDSA';
/** Long enough for the slowest answer that is still waited for. */
export const ERRAND_SECONDS = 30;
export const SKEW_SECONDS = 5;

/** Errands are made out to all agencies, a pass to one. */
export const ALL_AGENCIES = 'wanjia-agencies';
export const audienceOf = (agency: AgencyId): string => `wanjia-agency:${agency}`;

/** What stands for a pass in the list of its errand, and for the list in the token. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
export const digestOfAll = (digests: readonly string[]): string => digestOf(digests.join(' '));
