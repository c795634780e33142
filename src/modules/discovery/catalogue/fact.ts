/**
 * What a fact of the catalogue is. One definition gives its meaning, its CEL type, the feeds it rests on, its SQL
 * over the stored facts and its value over a household document; a test holds the two to each other.
 */
import type { RecordType } from '../../../kernel/agency.ts';
import type { Day } from '../../../kernel/day.ts';
import type { HouseholdDocument, Member } from '../../household/index.ts';
import type { Clue } from '../clue/clue.ts';
import type { Money } from '../expression/money.ts';

/** Types of single values in expressions. */
export type ValueType = 'bool' | 'int' | 'double' | 'string' | 'Money';

/** A value in process; undefined is UNKNOWN. */
export type Value = boolean | bigint | number | string | Money | undefined;

/** A constant argument of a fact that takes some, as in `hasPayment('CJH', 1, 0)`. */
export type Constant = string | number | readonly string[];

export interface Argument {
  readonly name: string;
  readonly type: 'int' | 'string' | 'list<string>';
  readonly en: string;
  readonly zh: string;
}

/** Whether all these feeds are FRESH or LATE, so that no record means none. */
export type FeedCheck = (feeds: readonly RecordType[]) => boolean;

/** When a household is looked at, and what is known beside its document. */
export interface Circumstances {
  readonly day: Day;
  readonly isCurrent: FeedCheck;
  /** About the household, its area or its persons. */
  readonly clues: readonly Clue[];
}

/** What a fact's SQL may use. */
export interface SqlScope {
  /** Day as a `date`. */
  readonly day: string;
  /** The day that expressions are compiled for; dates derived from it are passed as parameters. */
  readonly on: Day;
  readonly isCurrent: FeedCheck;
  /** Placeholder of a value, with its SQL type. */
  parameter(value: unknown, type: string): string;
}

/** What a household fact's SQL may use besides. */
export interface HouseholdScope extends SqlScope {
  /** Sum of a person's value over the living members; NULL where it is known of none. */
  sumOverMembers(term: (row: string) => string): string;
}

interface Described {
  readonly name: string;
  readonly type: ValueType;
  readonly zh: string;
  readonly en: string;
  /** Not known while one of these feeds is STALE or NEVER. */
  readonly feeds: readonly RecordType[];
  /** May be UNKNOWN though every feed is current. */
  readonly mayBeUnknown?: true;
  readonly arguments?: readonly Argument[];
  /** Of days counted from a stored date: the dates from which, on a day, they are `bound` or one more. */
  readonly countedFrom?: (on: Day, bound: number, args: readonly Constant[]) => readonly Day[];
}

/** A fact of one listed person. `sql` reads a row of member_fact under the alias it is given. */
export interface MemberFact extends Described {
  readonly sql: (row: string, scope: SqlScope, args: readonly Constant[]) => string;
  readonly value: (member: Member, day: Day, args: readonly Constant[], clues: readonly Clue[]) => Value;
}

/** A fact of the household. `sql` reads a row of household_fact under the alias it is given. */
export interface HouseholdFact extends Described {
  readonly sql: (row: string, scope: HouseholdScope, args: readonly Constant[]) => string;
  readonly value: (household: HouseholdDocument, at: Circumstances, args: readonly Constant[]) => Value;
}

/** A fact of the day itself. */
export interface CalendarFact extends Described {
  readonly value: (day: Day) => bigint | string;
}

/** A list of persons that expressions range over. */
export interface PersonList {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly feeds: readonly RecordType[];
  readonly sql: (row: string, scope: SqlScope) => string;
  readonly value: (household: HouseholdDocument, day: Day) => readonly Member[];
}
