/** The words of alerts. */
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
