/** Alerting: one open alert per household, with the hits that speak for it. */
export type { Alert, AlertFilter, AlertHit, AlertOutcome, AlertPage, AlertQuery, AlertState } from './alert.ts';
export { ALERT_STATES } from './alert.ts';
export { type Alerting, type AlertingParts, createAlerting } from './alerting.service.ts';
export type { AlertCounts } from './apply.store.ts';
export { householdsWithOpenAlert } from './open-households.store.ts';
