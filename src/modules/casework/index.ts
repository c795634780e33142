/** Casework: reviews of families who receive assistance, and spot checks. */
export { type Cadence, loadReviewRules, type ReviewRules } from './cadence.ts';
export { createReviews, type DrawOrder, type ReviewParts, type Reviews } from './review.service.ts';
export {
  REVIEW_KINDS,
  REVIEW_STATES,
  type Review,
  type ReviewFilter,
  type ReviewKind,
  type ReviewPage,
  type ReviewPlace,
  type ReviewQuery,
  type ReviewState,
  type StreetReviews,
} from './review.ts';
export type { DrawnCheck } from './spot-check.store.ts';
