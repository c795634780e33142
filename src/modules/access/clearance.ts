/** What one set of roles may see for one purpose: a decision per data class, made once. */
import type { AgencyId } from '../../kernel/agency.ts';
import type { Circumstances, Factor } from './circumstances.ts';
import type { LookupLimits } from './lookup-ledger.store.ts';
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
  | 'SUSPENDED'
  /** Open only with a consent that is not on record, has run out or was withdrawn. */
  | 'NO_CONSENT'
  /** The person lives apart and is obliged to support the household; open only with an authorisation of their own. */
  | 'NO_OWN_AUTHORISATION'
  /** Open only while the contract of the caller's organisation runs. */
  | 'NO_CONTRACT'
  /** Open only after a second person has confirmed it. */
  | 'NOT_CONFIRMED'
  /** Beside a value that is masked for the caller it would tell that value. */
  | 'UNDOES_A_MASK';

/** Why, and each way in which it would open: conditions, joined by ` + ` where several are needed together. */
interface HeldBack {
  readonly reason: Reason;
  readonly needed?: readonly string[];
}

export type Decision =
  | { readonly kind: 'allow' }
  | ({ readonly kind: 'mask'; readonly mask: MaskName } & HeldBack)
  | ({ readonly kind: 'withhold' } & HeldBack);

export type FeedRows = 'all' | 'none' | readonly AgencyId[];

/** The rows a caller reaches, apart from the divisions of its token. */
export interface ClearedRows {
  /** Those of its divisions. */
  readonly households: boolean;
  /** Those referred to its organisation, while a referral lasts. */
  readonly referrals: boolean;
  readonly alerts: boolean;
  /** Only alerts these rules hit; null: of every rule. */
  readonly alertRules: readonly string[] | null;
  readonly feeds: FeedRows;
}

/** What has to be found out of a household before its fields can be decided. */
export type Question = 'open-alert' | 'open-case' | 'emergency' | 'second-person' | 'consent' | 'obligor';

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
  /**
   * The one decision of a class, or null where circumstances matter. Obligors are left out, and children of agencies'
   * sections: their values are held back where a person is shown, whatever is settled for everybody else.
   */
  settled(dataClass: string): Decision | null;
  /** What turns the decision on a class; nothing where it is the same for every household and person. */
  factorsOf(dataClass: string): readonly Factor[];
  /** The class of an agency's section. */
  sectionOf(agency: AgencyId): string | null;
  /** Whether a class speaks of persons or households: everything above L1. */
  isPersonal(dataClass: string): boolean;
  /** What some decision depends on; nothing else need be asked. */
  readonly asks: ReadonlySet<Question>;
  /** How long an emergency access may last. */
  readonly emergencyMinutes: number;
}
