/** Reviews that are due: periodic ones, and spot checks that were drawn. */
import type { Day } from '../../kernel/day.ts';

export const REVIEW_STATES = ['OVERDUE', 'DUE', 'PLANNED'] as const;
/** DUE: within the days it is announced ahead; PLANNED: later. */
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_KINDS = ['PERIODIC', 'SPOT_CHECK'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export interface Review {
  readonly householdId: number;
  readonly kind: ReviewKind;
  readonly streetCode: string;
  /** Id of the cadence; null for a spot check. */
  readonly cadence: string | null;
  /** Months from one review to the next; null for a spot check. */
  readonly everyMonths: number | null;
  readonly lastReviewedOn: Day | null;
  readonly dueOn: Day;
  readonly state: ReviewState;
  /** The household's open alert: one visit does for both. */
  readonly alertId: number | null;
}

export interface ReviewFilter {
  readonly states?: readonly ReviewState[] | null | undefined;
  readonly kind?: ReviewKind | null | undefined;
  readonly streetCode?: string | null | undefined;
}

/** Where a page ends: reviews stand in the order of their days. */
export interface ReviewPlace {
  readonly dueOn: Day;
  readonly householdId: number;
  readonly kind: string;
}

export interface ReviewQuery {
  readonly filter: ReviewFilter;
  /** Division codes whose households the caller may see. */
  readonly divisions: readonly string[];
  readonly day: Day;
  readonly first: number;
  readonly after: ReviewPlace | null;
}

export interface ReviewPage {
  readonly reviews: readonly Review[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

/** S2 三(二)4: the street is responsible. */
export interface StreetReviews {
  readonly streetCode: string;
  readonly overdue: number;
  readonly due: number;
  readonly planned: number;
}
