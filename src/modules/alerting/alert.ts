/** Alerts as callers see them. */
import type { Day } from '../../kernel/day.ts';
import type { Evidence, Severity } from '../discovery/index.ts';

export const ALERT_STATES = ['OPEN', 'ASSIGNED', 'VISITING', 'CLOSED'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const ALERT_OUTCOMES = [
  'GRANTED',
  'REFERRED',
  'ALREADY_SERVED',
  'NOT_NEEDED',
  'CANNOT_REACH',
  'FALSE_ALARM',
] as const;
/** How a person closed it; an alert that withdrew by itself has none. */
export type AlertOutcome = (typeof ALERT_OUTCOMES)[number];

/** One rule's hit within an alert. */
export interface AlertHit {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly severity: Severity;
  readonly firstSeenOn: Day;
  readonly endedOn: Day | null;
  readonly members: readonly number[];
  readonly evidence: readonly Evidence[];
}

/** One open item per household, with all that speaks for it. */
export interface Alert {
  readonly id: number;
  readonly householdId: number;
  readonly state: AlertState;
  readonly severity: Severity;
  readonly raisedAt: Date;
  readonly raisedOn: Day;
  readonly dueAt: Date | null;
  readonly streetCode: string;
  readonly committeeCode: string | null;
  readonly assignee: string | null;
  readonly outcome: AlertOutcome | null;
  readonly closedAt: Date | null;
  readonly version: number;
  /** Of an alert at work those that stand; of a closed one all it ever had. */
  readonly hits: readonly AlertHit[];
}

export interface AlertFilter {
  /** None given: all but CLOSED. */
  readonly states?: readonly AlertState[] | null;
  readonly severities?: readonly Severity[] | null;
  readonly streetCode?: string | null;
  readonly committeeCode?: string | null;
  /** Alerts of which a hit of one of these rules stands. */
  readonly ruleIds?: readonly string[] | null;
  readonly assignee?: string | null;
  /** Past its clock, or not. */
  readonly overdue?: boolean | null;
}

export interface AlertQuery {
  readonly filter: AlertFilter;
  /** Division codes whose households the caller may see; a code covers all that begins with it. */
  readonly scope: readonly string[];
  readonly first: number;
  /** Id of the alert the page before ended with. */
  readonly after?: number | null;
}

export interface AlertPage {
  readonly alerts: readonly Alert[];
  readonly hasNextPage: boolean;
  /** Within the scope and the filter. */
  readonly totalCount: number;
}
