/** Cases 个案: the work on one household, from when it begins until a person closes it with an outcome. */
import type { Day } from '../../../kernel/day.ts';
import { encodeId } from '../../../kernel/ids.ts';
import type { WorkRefusal } from '../../alerting/index.ts';

export const CASE_STATES = ['OPEN', 'CLOSED'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** How the work began: an alert was taken or visited, a clue was taken up, or somebody opened it by hand. */
export const CASE_ORIGINS = ['ALERT', 'CLUE', 'HAND'] as const;
export type CaseOrigin = (typeof CASE_ORIGINS)[number];

export const CASE_OUTCOMES = [
  'NEED_MET',
  'HANDED_OVER',
  'NOT_NEEDED',
  'DECLINED',
  'CANNOT_REACH',
  'MOVED_AWAY',
  'DECEASED',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export interface CaseFile {
  readonly id: number;
  readonly householdId: number;
  readonly streetCode: string;
  readonly committeeCode: string | null;
  readonly origin: CaseOrigin;
  /** The one who is responsible 一对一 (S3 三(四)4). */
  readonly adviser: string;
  /** Sealed for `case_file.goal`. */
  readonly goal: string | null;
  /** Null only when the case is closed (SYS-22.03). */
  readonly nextContactOn: Day | null;
  /** An alert was closed as referred and nothing was referred since. */
  readonly awaitsReferral: boolean;
  readonly openedAt: Date;
  readonly openedOn: Day;
  readonly openedBy: string;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly outcome: CaseOutcome | null;
  /** Sealed for `case_file.closing_note`. */
  readonly closingNote: string | null;
  readonly version: number;
}

/** Which cases: an absent or null condition is none. */
export interface CaseFilter {
  readonly ids?: readonly number[] | null | undefined;
  /** None given: OPEN. */
  readonly states?: readonly CaseState[] | null | undefined;
  readonly streetCode?: string | null | undefined;
  readonly committeeCode?: string | null | undefined;
  readonly adviser?: string | null | undefined;
  readonly householdIds?: readonly number[] | null | undefined;
  readonly contactOverdue?: boolean | null | undefined;
  readonly awaitsReferral?: boolean | null | undefined;
}

export interface CaseQuery {
  readonly filter: CaseFilter;
  /** Division codes whose cases the caller may see. */
  readonly divisions: readonly string[];
  readonly day: Day;
  readonly first: number;
  /** Id of the case the page before ended with. */
  readonly after: number | null;
}

export interface CasePage {
  readonly cases: readonly CaseFile[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

/** What may be planned of an open case; absent: stays as it is. */
export interface CasePlan {
  readonly adviser?: string | undefined;
  readonly goal?: string | null | undefined;
  readonly nextContactOn?: Day | undefined;
}

function conflict({ closedAt, version }: CaseFile): WorkRefusal {
  return { code: 'CONFLICT', params: { state: closedAt === null ? 'OPEN' : 'CLOSED', version } };
}

/** A closed case is not worked again, and nobody overwrites what they have not seen. */
export function refuseStaleCase(held: CaseFile, expectedVersion: number | null): WorkRefusal | null {
  if (held.closedAt !== null) return conflict(held);
  return expectedVersion !== null && expectedVersion !== held.version ? conflict(held) : null;
}

/** Taking a case over from its adviser needs the version that shows one knows of them. */
export function refusePlan(
  held: CaseFile,
  { adviser, nextContactOn }: CasePlan,
  { expectedVersion, today }: { readonly expectedVersion: number | null; readonly today: Day },
): WorkRefusal | null {
  if (adviser === '') return { code: 'TEXT_REQUIRED', params: { input: 'adviser' } };
  if (nextContactOn !== undefined && nextContactOn < today) return { code: 'CONTACT_DATE_INVALID', params: { today } };
  const takenOver = adviser !== undefined && adviser !== held.adviser && expectedVersion === null;
  return refuseStaleCase(held, expectedVersion) ?? (takenOver ? conflict(held) : null);
}

/** A household has one open case at a time. */
export function caseExists(id: number): WorkRefusal {
  return { code: 'CASE_EXISTS', params: { case: encodeId('case', BigInt(id)) } };
}
