/** Referrals 转介: of a case to an organisation, for a need, for a time. */
import type { Day } from '../../../kernel/day.ts';
import type { WorkRefusal } from '../../alerting/index.ts';

/** SYS-21.01: each step is timed by the case's history. CLOSED: ended by who sent it. */
export const REFERRAL_STATES = ['SENT', 'RECEIVED', 'ACCEPTED', 'DECLINED', 'IN_SERVICE', 'DONE', 'CLOSED'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** What the receiver may answer with, and after which state. */
const ANSWERS = {
  RECEIVED: ['SENT'],
  ACCEPTED: ['SENT', 'RECEIVED'],
  DECLINED: ['SENT', 'RECEIVED'],
  IN_SERVICE: ['ACCEPTED'],
  DONE: ['ACCEPTED', 'IN_SERVICE'],
} as const satisfies Partial<Record<ReferralState, readonly ReferralState[]>>;
export type ReferralAnswer = keyof typeof ANSWERS;
export const REFERRAL_ANSWERS = Object.keys(ANSWERS) as readonly ReferralAnswer[];

/** Nine services (S1 三(二)) and material help (S1 三(一)); OTHER: what the note says. */
export const NEEDS = [
  'CARE',
  'HOUSEWORK',
  'COMFORT',
  'COUNSELLING',
  'SOCIAL_INCLUSION',
  'RESOURCES',
  'SKILLS',
  'EMPLOYMENT',
  'LEGAL_AID',
  'MATERIAL',
  'OTHER',
] as const;
export type Need = (typeof NEEDS)[number];

export const REFERRAL_ENDS = ['COMPLETED', 'NOT_WANTED', 'NOT_PROVIDED', 'NO_LONGER_NEEDED'] as const;
/** Why who sent a referral ended it. */
export type ReferralEnd = (typeof REFERRAL_ENDS)[number];

export interface Referral {
  readonly id: number;
  readonly caseId: number;
  readonly householdId: number;
  /** Code of the receiving organisation. */
  readonly organisation: string;
  readonly need: Need;
  /** Sealed for `referral.note`. */
  readonly note: string | null;
  /** The visit that assessed the need (SYS-21.02); null: nobody had visited. */
  readonly visitId: number | null;
  /** Its day. */
  readonly assessedOn: Day | null;
  readonly state: ReferralState;
  /** By when the receiver says whether it takes it on (SYS-21.05). */
  readonly answerBy: Day;
  /** The day it went up to the district unanswered; null: it did not. */
  readonly passedUpOn: Day | null;
  readonly startsOn: Day;
  /** The last day; null: open. */
  readonly lastsUntil: Day | null;
  readonly sentAt: Date;
  readonly sentBy: string;
  readonly endedAt: Date | null;
  /** Null where it has not ended, or the receiver declined. */
  readonly endReason: ReferralEnd | null;
  readonly version: number;
}

/** A referral as it is asked for. */
export interface ReferralOrder {
  readonly organisation: string;
  readonly need: Need;
  readonly note: string | null;
  /** The visit it rests on; null: the household's newest. */
  readonly visitId: number | null;
  readonly startsOn: Day;
  readonly lastsUntil: Day | null;
}

/** Whose referrals: of cases in the divisions, and those made to the organisation, while they last. */
export interface ReferralReach {
  readonly divisions: readonly string[];
  readonly organisation: string;
  readonly day: Day;
}

export interface ReferralFilter {
  readonly ids?: readonly number[] | null | undefined;
  /** None given: those that last. */
  readonly states?: readonly ReferralState[] | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly need?: Need | null | undefined;
  /** Unanswered past the day; then those whose last day is over are among them. */
  readonly overdue?: boolean | null | undefined;
}

export interface ReferralQuery {
  readonly filter: ReferralFilter;
  readonly reach: ReferralReach;
  readonly first: number;
  readonly after: number | null;
}

export interface ReferralPage {
  readonly referrals: readonly Referral[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

/** What is wrong with an order by itself, on a day. */
export function refuseOrder({ startsOn, lastsUntil }: ReferralOrder, today: Day): WorkRefusal | null {
  const wrong = lastsUntil !== null && (lastsUntil < startsOn || lastsUntil < today);
  return wrong ? { code: 'REFERRAL_DATES_INVALID', params: { today } } : null;
}

function staleReferral({ state, version }: Referral): WorkRefusal {
  return { code: 'CONFLICT', params: { state, version } };
}

/** A referral that has ended is not worked again, and nobody overwrites what they have not seen. */
export function refuseStaleReferral(held: Referral, expectedVersion: number | null): WorkRefusal | null {
  if (held.endedAt !== null) return staleReferral(held);
  return expectedVersion !== null && expectedVersion !== held.version ? staleReferral(held) : null;
}

/** The receiver's answers follow each other. */
export function refuseAnswer(held: Referral, to: ReferralAnswer, expectedVersion: number | null): WorkRefusal | null {
  const after: readonly ReferralState[] = ANSWERS[to];
  const step: WorkRefusal = { code: 'REFERRAL_STEP_INVALID', params: { state: held.state, to } };
  return refuseStaleReferral(held, expectedVersion) ?? (after.includes(held.state) ? null : step);
}
