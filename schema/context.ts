/** What a request brings to the resolvers, and what the resolvers need from the hub. */
import type DataLoader from 'dataloader';
import type { PrismaClient } from '../prisma/generated/client/client.ts';
import type { AgencyId, RecordType } from '../src/kernel/agency.ts';
import type { ChangeType } from '../src/kernel/change.ts';
import type { Day } from '../src/kernel/day.ts';
import type { ErrorCode, ErrorParams } from '../src/kernel/errors.ts';
import type { Result } from '../src/kernel/result.ts';
import type {
  AccessPolicy,
  Caller,
  Clearance,
  Emergencies,
  LookupLedger,
  Masks,
  Opened,
  Openings,
} from '../src/modules/access/index.ts';
import type { Administration } from '../src/modules/administration/index.ts';
import type { AlertDesk, AlertReach, Learning, Roster, Staffing } from '../src/modules/alerting/index.ts';
import type { DisclosurePage, DisclosurePlace } from '../src/modules/audit/index.ts';
import type { Cases, ClueDesk, Referrals, Reviews } from '../src/modules/casework/index.ts';
import type { Consents, HouseholdConsents } from '../src/modules/consent/index.ts';
import type { Change, ChangeFeed, ChangeFollower, FollowQuery } from '../src/modules/delivery/index.ts';
import type { FullPass, Releases, Severity, TermAlias, Trials, WorkingDays } from '../src/modules/discovery/index.ts';
import type { Documents } from '../src/modules/documents/index.ts';
import type { Exports } from '../src/modules/exports/index.ts';
import type { HouseholdReader, ProfileOnDay, RowScope } from '../src/modules/household/index.ts';
import type { AgencyRecord } from '../src/modules/identity/index.ts';
import type { Messages } from '../src/modules/messages/index.ts';
import type { Webhooks } from '../src/modules/webhooks/index.ts';
import type { Transaction } from '../src/platform/database/database.ts';
import type { Hop } from './federation/hop.ts';
import type { HouseholdView } from './household/view.ts';
import type { LinkedRecord } from './identity/linked-records.ts';
import type { Disclosures } from './permissions/disclosures.ts';
import type { OperationReport } from './permissions/operation.ts';
import type { Subjects } from './permissions/subjects.ts';
import type { RecordSight } from './records/record.ts';
import type { OperationLimits } from './server/limits.ts';

/** Why a mutation was not done, as data. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly params?: ErrorParams;
}

/** Such a reason as an answer. */
export interface RefusedView extends Refusal {
  readonly __typename: 'Refused';
  readonly params: ErrorParams;
}

/** A rule as callers see it. */
export interface RuleCard {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** null: a check, whose alerts have their own. */
  readonly severity: string | null;
  readonly expression: string;
  /** In the field's words, with the values of the day. */
  reading(): string;
  severities(): readonly RuleSeverityCard[];
  readonly policyBasis: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly basisStatus: 'IN_FORCE' | 'EXPIRED';
  readonly targetPolicies: readonly string[];
  readonly parameters: readonly RuleParameter[];
  readonly streets: readonly string[] | null;
  /** Only the case team is shown its hits. */
  readonly restricted: boolean;
  /** How it was released; null: it came with the packs. */
  readonly release: RuleReleased | null;
}

/** When a hit has which severity; no expression: in every other case. */
export interface RuleSeverityCard {
  readonly severity: string;
  readonly expression: string | null;
  readonly reading: string | null;
}

export interface RuleReleased {
  readonly restores: number | null;
  readonly reason: string;
  readonly releasedBy: string;
  readonly releasedOn: Day;
}

export interface RuleParameter {
  readonly name: string;
  readonly title: string;
  /** Null: none was found. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly source: string | null;
  readonly example: boolean;
}

/** The rules in force, as they stand whoever released them. */
export interface RuleCards {
  /** `about`: those that speak of it, by whatever name; null: all. */
  rulesOn(day: Day, about: string | null): Promise<readonly RuleCard[]>;
  /** Every version of a rule, the oldest first. */
  versionsOf(id: string, day: Day): Promise<readonly RuleCard[]>;
  /** A rule as it stood in a version, for what it found. */
  find(id: string, version: number): Promise<RuleCard | null>;
}

export interface ReviewDecision {
  readonly reviewId: bigint;
  /** The candidate that is the same person; null: none of them. */
  readonly personId: bigint | null;
  readonly reason: string;
  readonly decidedBy: string;
}

/** A record that is not of the person it was linked to. */
export interface LinkUndoing {
  readonly recordType: RecordType;
  readonly sourceKey: string;
  readonly reason: string;
  readonly decidedBy: string;
}

/** What people decide about identities. */
export interface IdentityDesk {
  decideReview(decision: ReviewDecision, tx: Transaction): Promise<Result<null, Refusal>>;
  undoLink(undoing: LinkUndoing, tx: Transaction): Promise<Result<null, Refusal>>;
}

/** Re-submits a quarantined row with mended cells, by the agency's own headers. */
export interface QuarantineDesk {
  resubmit(row: {
    readonly rowId: bigint;
    readonly cells: Readonly<Record<string, string | null>>;
    readonly submittedBy: string;
  }): Promise<Result<null, Refusal>>;
}

/** Reads who read of a person, newest first. */
export interface DisclosureReader {
  find(asked: {
    readonly personId: number;
    readonly householdIds: readonly number[];
    readonly first: number;
    readonly after: DisclosurePlace | null;
  }): Promise<DisclosurePage>;
}

/** A mutation under a key; `asked` is all that makes it this one and no other. */
export interface OnceAsked {
  readonly operation: string;
  readonly key: string;
  readonly asked: unknown;
}

/** What the composition root passes in. */
export interface GraphDependencies {
  readonly households: HouseholdReader;
  readonly prisma: PrismaClient;
  readonly rules: RuleCards;
  readonly releases: Releases;
  /** Rules whose hits only the case team is shown. */
  readonly restrictedRules: readonly string[];
  /** The newest passes over everything first. */
  listPasses(first: number): Promise<readonly FullPass[]>;
  readonly trials: Trials;
  readonly identity: IdentityDesk;
  readonly quarantine: QuarantineDesk;
  /** The current records of these agencies that are linked to these persons. */
  agencyRecords(persons: readonly number[], agencies: readonly AgencyId[]): Promise<readonly AgencyRecord[]>;
  readonly alertDesk: AlertDesk;
  readonly disclosureLog: DisclosureReader;
  readonly policy: AccessPolicy;
  readonly emergencies: Emergencies;
  readonly openings: Openings;
  readonly lookupLedger: LookupLedger;
  readonly consents: Consents;
  readonly administration: Administration;
  readonly roster: Roster;
  readonly staffing: Staffing;
  /** The calendar that clocks in working days run by. */
  readonly workingDays: WorkingDays;
  /** Older and local terms. */
  readonly terms: readonly TermAlias[];
  readonly learning: Learning;
  /** When someone is to be there, for an alert of a severity that is raised at a moment. */
  dueAfter(severity: Severity, at: Date): Date | null;
  readonly reviews: Reviews;
  readonly clues: ClueDesk;
  readonly cases: Cases;
  readonly referrals: Referrals;
  /** Opens a sealed value of a use, `<table>.<column>`. */
  open<T extends string | null>(use: string, sealed: T): T;
  readonly webhooks: Webhooks;
  readonly documents: Documents;
  /** How much one operation may ask for. */
  readonly limits: OperationLimits;
  readonly exports: Exports;
  /** About how many entities of these types a caller reaches, that changed after a position; null: ever. */
  countEntities(asked: {
    readonly types: readonly ChangeType[];
    readonly after: number | null;
    readonly patterns: readonly string[];
  }): Promise<number>;
  /** How clients reach the hub; null: as whoever asks has reached it. */
  readonly publicUrl: string | null;
  readonly messages: Messages;
  readonly changes: ChangeFeed;
  householdsWithOpenCase(ids: readonly number[]): Promise<ReadonlySet<number>>;
  /** Households referred to an organisation, while it lasts. */
  householdsReferredTo(asked: { readonly organisation: string; readonly day: Day }): Promise<ReadonlySet<number>>;
  /** Follows changes of a type from a position on. */
  follow(query: FollowQuery): Promise<ChangeFollower>;
  /** Which of these households have an alert within the reach that is not closed. */
  householdsWithOpenAlert(ids: readonly number[], reach: AlertReach): Promise<ReadonlySet<number>>;
  /** Runs `work` once per caller and key, in the transaction that keeps the key. */
  once<T>(
    request: OnceAsked & { readonly worker: Pick<Caller, 'subject' | 'organisation'> },
    work: (tx: Transaction) => Promise<Result<T, never>>,
  ): Promise<Result<T, Refusal>>;
  /** Syncs that failed every attempt, by agency. */
  failedSyncs(): Promise<ReadonlyMap<string, number>>;
  /** Tells the world behind a change of identity or rows that profiles are to be built anew. */
  changed(): void;
}

/** A change on its way to a subscriber. */
export interface FollowedEvent {
  readonly change: Change;
  readonly cursor: string;
}

/** One request: who asks, why, and what was found out for it so far. */
export interface RequestContext {
  readonly caller: Caller;
  readonly purpose: string | null;
  /** One object, however often the context is copied: it stands for the request. */
  readonly own: object;
  /** The case the caller works on, as stated; null: none. */
  readonly caseId: string | null;
  /** The household of the case that was stated: it is open, and within the caller's reach. */
  readonly caseHousehold: number | null;
  readonly clearance: Clearance;
  /** Host and port by which the caller reached the hub; absent: unknown. */
  readonly host?: string | undefined;
  readonly masks: Masks;
  readonly graph: GraphDependencies;
  readonly disclosures: Disclosures;
  /** Whom the answer is about. */
  readonly subjects: Subjects;
  /** The change that a subscription is told of; null in any other request. */
  readonly event: FollowedEvent | null;
  readonly records: RecordSight;
  /** What the answer carries as records, for its log and its report. */
  readonly carried: Set<OperationReport>;
  /** The operation of a gateway that this request is part of; null: the request is the whole operation. */
  readonly hop: Hop | null;
  /** The hub's day; null before the first delivery. */
  hubDay(): Promise<Day | null>;
  /** The rows of households the caller reaches; found out once. */
  householdScope(): Promise<RowScope>;
  /** Syncs that failed every attempt, by agency. */
  failedSyncs(): Promise<ReadonlyMap<string, number>>;
  now(): Date;
  /** Profiles on the hub's day, by household, in one read per tick. */
  readonly householdsById: DataLoader<number, ProfileOnDay | null>;
  readonly openAlerts: DataLoader<number, boolean>;
  /** Whether a household has an open case within the caller's rows; where the request states a case, that one. */
  readonly openCases: DataLoader<number, boolean>;
  /** Whether the caller has been opened a household, by itself or by a second person. */
  readonly openings: DataLoader<number, Readonly<Record<keyof Opened, boolean>>>;
  /** What a household's people have allowed the caller's organisation for the stated purpose. */
  readonly consents: DataLoader<number, HouseholdConsents>;
  readonly recordsBySubject: DataLoader<bigint, readonly LinkedRecord[]>;
  /** What this request has seen of a profile, made once. */
  readonly views: Map<ProfileOnDay, Promise<HouseholdView>>;
  /** Looks a person up by number within the caller's quota; throws LOOKUPS_EXHAUSTED. */
  lookUp<T>(number: string, find: () => Promise<T | null>): Promise<T | null>;
  /**
   * Runs a mutation once per caller and key; a repetition gets the first answer, whichever process it comes to. The
   * answer is plain JSON. Refused: KEY_REUSED.
   */
  once<T>(mutation: OnceAsked, run: (tx: Transaction) => Promise<T | RefusedView>): Promise<T | RefusedView>;
}
