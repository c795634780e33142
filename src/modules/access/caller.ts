/** Who sends a request: a person or system in an organisation, its roles, and the divisions it reaches. */
import type { Day } from '../../kernel/day.ts';
import type { LastingIdentity } from './sign-in/identity.ts';

/** How much a caller may ask for; null: what the policy says. */
export interface Quotas {
  readonly requestsPerMinute: number | null;
  readonly lookupsPerHour: number | null;
  /** Lookups that lead nowhere. */
  readonly missesPerHour: number | null;
  readonly exportRowsPerDay: number | null;
}

export const NO_QUOTAS: Quotas = {
  requestsPerMinute: null,
  lookupsPerHour: null,
  missesPerHour: null,
  exportRowsPerDay: null,
};

/** What the administration narrows for one caller beyond its roles. */
export interface CallerLimits {
  /** The only purposes it may state; null: every purpose of its roles. */
  readonly purposes: readonly string[] | null;
  /** Data classes that are suspended for it, its organisation or one of its roles. */
  readonly closedClasses: readonly string[];
  readonly quotas: Quotas;
  /** Until when its organisation's contract runs; null: no contract with an end is on record. */
  readonly contractUntil: Day | null;
}

export interface Caller {
  readonly subject: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  /** Division code prefixes; none reach nothing. */
  readonly divisions: readonly string[];
  /** Absent: nothing is narrowed. */
  readonly limits?: CallerLimits;
  /** By which it can be admitted again without its token; absent: it cannot. */
  readonly identity?: LastingIdentity;
}
