/** What people do with alerts, and when it is refused. */
import type { Day } from '../../kernel/day.ts';
import type { ErrorCode, ErrorParams } from '../../kernel/errors.ts';
import type { AlertOutcome, AlertState } from './alert.ts';

/** Who works, and the rows that person reaches. */
export interface Worker {
  readonly subject: string;
  readonly organisation: string;
  /** Division codes; a code covers all that begins with it. */
  readonly divisions: readonly string[];
  /** Only alerts these rules hit; null: of every rule. */
  readonly rules: readonly string[] | null;
  /** Rules of whose hits it is shown nothing; absent: none. */
  readonly withheld?: readonly string[];
}

/** What every piece of work on an alert states. */
export interface WorkOrder {
  readonly alertId: number;
  readonly worker: Worker;
  /** Chosen by the caller: a repetition gets the first answer. */
  readonly key: string;
  /** The version the caller has seen; null: not said. */
  readonly expectedVersion: number | null;
}

export const VISIT_PURPOSES = ['FIRST_CONTACT', 'ELIGIBILITY', 'REVIEW', 'SPOT_CHECK', 'FOLLOW_UP'] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];

/** The fixed points a visit asks about. */
export const VISIT_POINTS = ['MEMBERS', 'INCOME', 'WORK', 'HEALTH', 'CARE', 'HOUSING', 'SCHOOLING', 'OTHER'] as const;
export type VisitPoint = (typeof VISIT_POINTS)[number];

export interface VisitChange {
  readonly point: VisitPoint;
  readonly changed: boolean;
}

/** A visit as its visitors report it. */
export interface VisitReport {
  readonly visitedOn: Day;
  readonly visitors: readonly string[];
  readonly purpose: VisitPurpose;
  /** Members who were met. */
  readonly present: readonly number[];
  readonly findings: string | null;
  readonly changes: readonly VisitChange[];
  readonly nextVisitOn: Day | null;
}

/** An alert as far as work on it depends on it. */
export interface AlertStanding {
  readonly id: number;
  readonly householdId: number;
  readonly state: AlertState;
  readonly assignee: string | null;
  readonly outcome: AlertOutcome | null;
  readonly version: number;
}

/** Why work was not done; nothing was changed. */
export interface WorkRefusal {
  readonly code: ErrorCode;
  readonly params?: ErrorParams;
}

function conflict({ state, version }: AlertStanding): WorkRefusal {
  return { code: 'CONFLICT', params: { state, version } };
}

/** A closed alert is not worked again, and nobody overwrites what they have not seen. */
export function refuseStale(standing: AlertStanding, expectedVersion: number | null): WorkRefusal | null {
  if (standing.state === 'CLOSED') return conflict(standing);
  return expectedVersion !== null && expectedVersion !== standing.version ? conflict(standing) : null;
}

/** Taking an alert over from someone needs the version that shows one knows of them. */
export function refuseAssignment(
  standing: AlertStanding,
  assignee: string,
  expectedVersion: number | null,
): WorkRefusal | null {
  if (assignee === '') return { code: 'TEXT_REQUIRED', params: { input: 'assignee' } };
  const taken = standing.assignee !== null && standing.assignee !== assignee && expectedVersion === null;
  return refuseStale(standing, expectedVersion) ?? (taken ? conflict(standing) : null);
}

/** What is wrong with a report by itself, on a day; visitors who look into eligibility are so many at least. */
export function refuseReport(
  report: VisitReport,
  { today, eligibilityVisitors }: { readonly today: Day; readonly eligibilityVisitors: number },
): WorkRefusal | null {
  const { visitedOn, nextVisitOn, visitors, purpose } = report;
  if (visitors.length === 0) return { code: 'TEXT_REQUIRED', params: { input: 'visitors' } };
  if (purpose === 'ELIGIBILITY' && visitors.length < eligibilityVisitors)
    return { code: 'TWO_VISITORS_REQUIRED', params: { given: visitors.length } };
  if (visitedOn > today || (nextVisitOn !== null && nextVisitOn <= visitedOn))
    return { code: 'VISIT_DATE_INVALID', params: { today } };
  return null;
}

/** Names as given, each once, without blanks. */
export function namedOnce(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}
