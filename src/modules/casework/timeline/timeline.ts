/** 一户一档: all that happened to a household and was done for it, in one order. */
import type { Day } from '../../../kernel/day.ts';

export const TIMELINE_KINDS = ['ALERT', 'VISIT', 'CLUE', 'CASE', 'SPOT_CHECK', 'CLASS', 'MEMBER'] as const;
/** Whose doing an entry is: alerts, visits, clues, cases with their referrals, draws, and what the profile says. */
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export interface TimelineEntry {
  readonly kind: TimelineKind;
  readonly at: Date;
  /** The hub's day; of a visit the day of the visit. */
  readonly on: Day;
  /** What happened, in the words of its kind: RAISED, ELIGIBILITY, HARDSHIP, REFERRED, JOINED … */
  readonly what: string;
  /** Number of the alert, visit, clue, case or person it is about; of a draw or a class the entry's own. */
  readonly entityId: number;
  readonly actor: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Tells entries of one kind and moment apart. */
  readonly place: string;
}

/** Where a page ends: entries stand from the newest to the oldest. */
export type TimelinePlace = readonly [at: string, kind: string, place: string];

export interface TimelineQuery {
  readonly householdId: number;
  /** What the caller may see; entries of other kinds are neither shown nor counted. */
  readonly kinds: readonly TimelineKind[];
  /** The day the household is read for; nothing later is shown. */
  readonly day: Day;
  readonly first: number;
  readonly after: TimelinePlace | null;
}

export interface TimelinePage {
  readonly entries: readonly TimelineEntry[];
  readonly hasNextPage: boolean;
}
