/** Casework: reviews of families who receive assistance, spot checks, and clues from people. */
export { type Cadence, loadReviewRules, type ReviewRules } from './cadence.ts';
export { type ClueDesk, type ClueDeskParts, type ClueOrder, createClueDesk } from './clue.service.ts';
export { CLUE_CONFLICTS, type ClueConflict, type ClueConflictCode, conflictsOf } from './clue-conflict.ts';
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
