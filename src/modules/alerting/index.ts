/** Alerting: one open alert per household, with the hits that speak for it. */
export type { AlertOutcome, AlertState } from './alert.ts';
export { ALERT_OUTCOMES, ALERT_STATES } from './alert.ts';
export { type Alerting, type AlertingParts, createAlerting } from './alerting.service.ts';
export type { AlertCounts } from './apply.store.ts';
export type { CaseBook, HouseholdDeed } from './case-book.ts';
export { dueTimes } from './due.ts';
export { ALERT_EVENTS, type AlertEventKind } from './event.store.ts';
export { createLearning, type Learning } from './learning/learning.service.ts';
export type { LearningPeriod } from './learning/learning.store.ts';
export {
  type CoverageRow,
  LEARNING_KEYS,
  type LearningCounts,
  type LearningKey,
  type LearningRow,
} from './learning/learning.ts';
export { type AlertReach, householdsWithOpenAlert } from './open-households.store.ts';
export { createRoster, type Duty, POST_ROLES, type Post, type PostRole, type Roster } from './roster/roster.ts';
export { loadRoster, rosterFile } from './roster/roster-file.ts';
export { createStaffing, type Staffing } from './roster/staffing.service.ts';
export { STAFFED_LEVELS, type StaffedLevel, type StaffedPlace } from './roster/staffing.ts';
export { ALERT_LEVELS, type AlertLevel } from './route.store.ts';
export { SEALED_COLUMNS } from './sealed-columns.ts';
export { restrictedRules } from './shown-rank.store.ts';
export { type AlertDesk, createAlertDesk, type HouseholdOrder } from './work.service.ts';
export { reachesHousehold } from './work.store.ts';
export {
  type AlertStanding,
  VISIT_POINTS,
  VISIT_PURPOSES,
  type VisitChange,
  type VisitPoint,
  type VisitPurpose,
  type VisitReport,
  type Worker,
  type WorkOrder,
  type WorkRefusal,
} from './work.ts';
