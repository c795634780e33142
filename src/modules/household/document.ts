/**
 * The profile document: what the hub knows of one household, without a day in it. Everything that depends on a
 * day (ages, sums, classes, who is alive) is derived from it by `facts.ts`, so one stored document answers for
 * every day of its validity.
 */
import type { PersonRecords } from '../../../connectors/index.ts';
import type { Source } from '../../../connectors/sdk/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Fen } from '../../kernel/money.ts';

export type { PersonRecords, Source };

/** CA01: one recognition of the household. */
export interface Recognition {
  readonly assistanceClass: string;
  readonly recognisedOn: Day;
  readonly validUntil: Day | null;
  readonly annualIncome: Fen | null;
  readonly monthlyIncomePerCapita: Fen | null;
  readonly assets: Fen | null;
  readonly tenure: string | null;
  readonly floorArea: number | null;
  readonly incomeStability: string | null;
  readonly lastReviewedOn: Day | null;
  readonly status: string;
  readonly statusDate: Day | null;
  readonly source: Source;
}

/** A recognition that ended with the person in its household: CA01 with status 3, by CA02. */
export interface Exit {
  readonly assistanceClass: string;
  readonly endedOn: Day;
  readonly source: Source;
}

/** One person: who they are, and their records. */
export interface PersonDocument extends PersonRecords {
  readonly id: number;
  readonly name: string;
  readonly residentId: string | null;
  readonly sex: string | null;
  readonly birthDate: Day | null;
  readonly phone: string | null;
  /** Of a stored document, whose name, number and telephone are masked: another one where they are others. */
  readonly identityMark?: string;
  readonly exits: readonly Exit[];
}

/** Why a listed person does not count as a member. */
export type NotCounted =
  /** CA02 共同生活 is not 是. */
  | 'NOT_CO_LIVING'
  /** A member of an assistance household is not also one of the roll household. */
  | 'IN_ASSISTANCE_HOUSEHOLD'
  /** Listed by two assistance households: the newest listing counts. */
  | 'LISTED_ELSEWHERE';

/** A person's place in the household, by CA02 or CA05. */
export interface Member {
  readonly relationshipToHead: string;
  readonly workCapacity: string | null;
  readonly selfCare: string | null;
  /** null: counts as a member while alive; otherwise why not. Kept as evidence of competing memberships. */
  readonly notCounted: NotCounted | null;
  /** This household answers for the person after death. */
  readonly home: boolean;
  readonly source: Source;
  readonly person: PersonDocument;
}

/** ASSISTANCE: formed by CA01 and CA02; ROLL: by CA05. */
export type HouseholdKind = 'ASSISTANCE' | 'ROLL';

export interface HouseholdDocument {
  readonly kind: HouseholdKind;
  readonly number: string;
  readonly streetCode: string;
  readonly committeeCode: string | null;
  readonly address: string | null;
  /** The CA01 record with status 1 that forms the household; null for a roll household. */
  readonly recognition: Recognition | null;
  /** The household's other CA01 records. */
  readonly earlierRecognitions: readonly Recognition[];
  readonly members: readonly Member[];
}
