/** What one set of roles may see for one purpose: a decision per data class, made once. */
import type { AgencyId } from '../../kernel/agency.ts';
import type { LookupLimits } from './lookup-quota.ts';
import type { MaskName } from './policy-file.ts';

/** Why something is masked or withheld. */
export type Reason =
  /** No grant of the caller's roles opens it for this purpose. */
  | 'NOT_GRANTED'
  /** The request states no purpose; with one it might be open. */
  | 'PURPOSE_NOT_STATED'
  /** The person is under 14, or may be, and the grant does not cover children. */
  | 'CHILD_UNDER_14'
  /** Open only for households with an open alert. */
  | 'NO_OPEN_ALERT'
  /** The administration has suspended the data class for the caller. */
  | 'SUSPENDED';

export type Decision =
  | { readonly kind: 'allow' }
  | { readonly kind: 'mask'; readonly mask: MaskName; readonly reason: Reason }
  | { readonly kind: 'withhold'; readonly reason: Reason };

/** What besides role and purpose a decision may depend on. */
export interface Circumstances {
  readonly openAlert: boolean;
  /** The caller has opened an emergency access to the household. */
  readonly emergency: boolean;
  /** Under the age of protection, or of unknown age. */
  readonly child: boolean;
}

/** All combinations of {@link Circumstances}. */
export const CIRCUMSTANCES: readonly Circumstances[] = [
  { openAlert: false, emergency: false, child: false },
  { openAlert: false, emergency: false, child: true },
  { openAlert: false, emergency: true, child: false },
  { openAlert: false, emergency: true, child: true },
  { openAlert: true, emergency: false, child: false },
  { openAlert: true, emergency: false, child: true },
  { openAlert: true, emergency: true, child: false },
  { openAlert: true, emergency: true, child: true },
];

export type FeedRows = 'all' | 'none' | readonly AgencyId[];

/** The rows a caller reaches, apart from the divisions of its token. */
export interface ClearedRows {
  readonly households: boolean;
  readonly alerts: boolean;
  /** Only alerts these rules hit; null: of every rule. */
  readonly alertRules: readonly string[] | null;
  readonly feeds: FeedRows;
}

/** Decisions for one set of roles and one purpose. Compiled once; looked up by every request. */
export interface Clearance {
  /** Names roles and purpose; equal keys decide equally under one policy version. */
  readonly key: string;
  readonly rows: ClearedRows;
  /** How many citizen numbers the caller may look up. */
  readonly lookups: LookupLimits;
  /** Persons below this age are children. */
  readonly childrenUnder: number;
  decide(dataClass: string, circumstances: Circumstances): Decision;
  /** The one decision of a class, or null where circumstances matter. */
  settled(dataClass: string): Decision | null;
  /** The class of an agency's section. */
  sectionOf(agency: AgencyId): string | null;
  /** Whether a class speaks of persons or households: everything above L1. */
  isPersonal(dataClass: string): boolean;
  /** Whether some decision depends on the household's open alerts. */
  readonly asksForAlerts: boolean;
  /** Whether some decision depends on an emergency access. */
  readonly asksForEmergency: boolean;
  /** How long an emergency access may last. */
  readonly emergencyMinutes: number;
}
