/** Casework: cases and referrals, reviews of families who receive assistance, spot checks, and clues from people. */

export { type Cadence, cadenceFile, loadReviewRules, type ReviewRules } from './cadence.ts';
export { type CaseOpening, type CaseOrder, type Cases, createCases } from './case/case.service.ts';
export {
  CASE_ORIGINS,
  CASE_OUTCOMES,
  CASE_STATES,
  type CaseFile,
  type CaseFilter,
  type CaseOrigin,
  type CaseOutcome,
  type CasePlan,
  type CaseState,
} from './case/case.ts';
export { createCaseBook } from './case/case-book.ts';
export { CASE_EVENTS, type CaseEvent, type CaseEventKind } from './case/event.store.ts';
export { householdsWithOpenCase } from './case/open-households.store.ts';
export { countClues } from './clue/channel.store.ts';
export {
  type ClueDesk,
  type ClueDeskParts,
  type ClueOrder,
  type ClueWork,
  createClueDesk,
  type ToldReport,
} from './clue/clue.service.ts';
export { CLUE_CONFLICTS, type ClueConflict, type ClueConflictCode, conflictsOf } from './clue/clue-conflict.ts';
export {
  CLUE_ANSWERS,
  CLUE_STATES,
  type ClueAnswer,
  type ClueReceipt,
  type ClueReport,
  type ClueState,
  type ReportPage,
} from './clue/report.ts';
export { householdsReferredTo } from './referral/reach.store.ts';
export { createReferrals, type Referrals, type ReferralWork } from './referral/referral.service.ts';
export {
  NEEDS,
  type Need,
  REFERRAL_ANSWERS,
  REFERRAL_ENDS,
  REFERRAL_STATES,
  type Referral,
  type ReferralAnswer,
  type ReferralEnd,
  type ReferralFilter,
  type ReferralOrder,
  type ReferralReach,
  type ReferralState,
} from './referral/referral.ts';
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
export { SEALED_COLUMNS } from './sealed-columns.ts';
export type { DrawnCheck } from './spot-check.store.ts';
export { TIMELINE_KINDS, type TimelineEntry, type TimelineKind, type TimelinePlace } from './timeline/timeline.ts';
