/** What the administration knows of callers; it is asked at every request and keeps what it knows for a few seconds. */
import type { Day } from '../../kernel/day.ts';
import type { OrganisationKind } from '../../kernel/organisation-kind.ts';
import type { Quotas } from './caller.ts';
import type { Identity } from './sign-in/identity.ts';

export interface OrganisationRecord {
  readonly id: string;
  readonly title: string;
  readonly kind: OrganisationKind;
  /** Division code prefixes its people and systems may reach at most. */
  readonly divisions: readonly string[];
  /** The days its contract runs from and through; null: not bounded on that side. */
  readonly contractFrom: Day | null;
  readonly contractUntil: Day | null;
  readonly suspended: boolean;
}

/** One of an organisation's people, or one of its systems. */
export interface AccountRecord {
  readonly id: number;
  /** 工号 or the system's name: who it is in the hub's records. */
  readonly handle: string;
  /** The client a system's tokens must be issued to; null: a person. */
  readonly clientId: string | null;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly divisions: readonly string[];
  /** The only purposes it may state; null: every purpose of its roles. */
  readonly purposes: readonly string[] | null;
  readonly quotas: Quotas;
  /** The last day it may call; null: no end. */
  readonly expiresOn: Day | null;
  readonly suspended: boolean;
}

/** A data class that nobody of the target sees for a time. */
export interface ClosedClass {
  readonly target: 'ORGANISATION' | 'ROLE' | 'ACCOUNT';
  /** Id of the organisation or account, or name of the role. */
  readonly of: string;
  readonly dataClass: string;
  readonly from: Date;
  readonly until: Date | null;
}

/** What is on record of an identity. */
export interface Standing {
  /** Whether the token, its session, or every token of its subject up to now was revoked. */
  readonly revoked: boolean;
  readonly account: AccountRecord | null;
  /** The account's organisation, or the one the token states; null: only the pack may know it. */
  readonly organisation: OrganisationRecord | null;
  readonly closed: readonly ClosedClass[];
}

export interface Directory {
  standingOf(identity: Identity): Promise<Standing>;
}
