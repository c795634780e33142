/** What others follow, and what can become of it. */
export const CHANGE_TYPES = ['HOUSEHOLD', 'PERSON', 'ALERT', 'CASE', 'SERVICE', 'RULE', 'CONSENT'] as const;
/** CASE 个案 is a case file, SERVICE 转介 a referral. */
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** What the change itself did. Whether a reader may still see the entity is decided when it reads. */
export const CHANGE_OPERATIONS = ['UPSERT', 'DELETE'] as const;
export type ChangeOperation = (typeof CHANGE_OPERATIONS)[number];

/** What happened, where that says more than the operation does. */
export const CHANGE_KINDS = {
  HOUSEHOLD: [],
  PERSON: ['JOINED', 'LEFT'],
  ALERT: ['RAISED', 'ESCALATED', 'CHANGED', 'CLOSED'],
  CASE: ['OPENED', 'CHANGED', 'CLOSED'],
  SERVICE: ['BEGUN', 'CHANGED', 'ENDED'],
  RULE: ['RELEASED', 'ROLLED_BACK'],
  CONSENT: ['GIVEN', 'WITHDRAWN'],
} as const satisfies Readonly<Record<ChangeType, readonly string[]>>;
export type ChangeKind<T extends ChangeType = ChangeType> = (typeof CHANGE_KINDS)[T][number];

/**
 * A key under which rows are reached: a division code (`310105001`), reached by every prefix of it, or
 * `org:<organisation>`, reached by that organisation.
 */
export type ScopeKey = string;
