/** Reports of clues: who told one, who has it, by when it is answered, what became of it. */
import type { Day } from '../../../kernel/day.ts';
import type { ClueChannel, ClueKind } from '../../discovery/index.ts';

export const CLUE_ANSWERS = ['TAKEN_UP', 'UNFOUNDED', 'ALREADY_KNOWN', 'PASSED_ON'] as const;
/** UNFOUNDED: the clue counts no longer. */
export type ClueAnswer = (typeof CLUE_ANSWERS)[number];

export const CLUE_STATES = ['WAITING', 'ANSWERED', 'WITHDRAWN'] as const;
export type ClueState = (typeof CLUE_STATES)[number];

export interface ClueReport {
  /** Number of the clue. */
  readonly id: number;
  readonly kind: ClueKind;
  readonly channel: ClueChannel;
  readonly occurredOn: Day;
  readonly reportedAt: Date;
  readonly state: ClueState;
  readonly placeCode: string;
  readonly recipient: string;
  readonly answerBy: Day;
  readonly answer: ClueAnswer | null;
  readonly answeredAt: Date | null;
  /** Null where it is about a person, an area or a family that is not in the data. */
  readonly householdId: number | null;
  readonly personId: number | null;
  /** Sealed for `clue_report.family`; not null: the family is not in the data. */
  readonly family: string | null;
  /** Sealed for `clue_report.contact`. */
  readonly contact: string | null;
  /** The report of the same clue that came first. */
  readonly joinedTo: number | null;
  readonly caseId: number | null;
}

export interface ReportQuery {
  /** Those in the divisions, or the reporter's own. */
  readonly of: { readonly divisions: readonly string[] } | { readonly subject: string; readonly organisation: string };
  /** None given: all. */
  readonly states?: readonly ClueState[] | null | undefined;
  readonly overdueOn?: Day | null | undefined;
  readonly first: number;
  readonly after: number | null;
}

export interface ReportPage {
  readonly reports: readonly ClueReport[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

/** What whoever told a clue is given. */
export interface ClueReceipt {
  readonly id: number;
  readonly recipient: string;
  readonly answerBy: Day;
  /** Whether the same clue had been told before; it is kept beside the first. */
  readonly joined: boolean;
}
