/**
 * The profile document: what the hub knows of one household, without a day in it. Everything that depends on a
 * day (ages, sums, classes, who is alive) is derived from it by `facts.ts`, so one stored document answers for
 * every day of its validity.
 */
import type { Day } from '../../kernel/day.ts';
import type { LocalTime } from '../../kernel/local-time.ts';
import type { Fen } from '../../kernel/money.ts';
import type { Month } from '../../kernel/month.ts';

/** Where a record comes from: its key at the agency, the agency's own time of change, and the hub's batch. */
export interface Source {
  readonly key: string;
  readonly at: LocalTime;
  readonly batch: number;
  /** A newer version of this record could not be read and waits in quarantine. */
  readonly newerUnread?: true;
}

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

/** CA03 */
export interface Payment {
  readonly programme: string;
  readonly month: Month;
  readonly amount: Fen;
  readonly paidOn: Day | null;
  readonly source: Source;
}

/** CA04 */
export interface Death {
  readonly diedOn: Day;
  readonly source: Source;
}

/** HI01 */
export interface InsuranceEnrolment {
  readonly insuranceType: string;
  readonly year: number;
  readonly status: string;
  readonly source: Source;
}

/** HI02, one per settlement id: the newest version. */
export interface Settlement {
  readonly settlementId: string;
  readonly type: string;
  readonly settledAt: LocalTime;
  readonly total: Fen;
  readonly fundPaid: Fen;
  readonly selfPaid: Fen;
  readonly refund: boolean;
  /** Of a refund: the bill it nets. */
  readonly refundOf: string | null;
  readonly source: Source;
}

/** HI03 */
export interface ChronicRegistration {
  readonly diseaseCode: string;
  readonly diseaseName: string | null;
  readonly beganOn: Day;
  readonly endedOn: Day | null;
  readonly source: Source;
}

/** ED01 */
export interface SchoolEnrolment {
  readonly studentNo: string;
  readonly school: string;
  readonly stage: string;
  readonly grade: string | null;
  readonly status: string;
  readonly statusDate: Day | null;
  readonly homeTaught: boolean | null;
  readonly source: Source;
}

/** ED02 */
export interface Hardship {
  readonly schoolYear: string;
  readonly level: string;
  readonly source: Source;
}

/** ED03 */
export interface StudentAid {
  readonly term: string;
  readonly item: string;
  readonly amount: Fen;
  readonly paidOn: Day | null;
  readonly source: Source;
}

/** HR01 */
export interface Contribution {
  readonly month: Month;
  readonly insuranceType: string;
  readonly employer: string | null;
  readonly base: Fen | null;
  readonly status: string;
  readonly source: Source;
}

/** HR02 */
export interface Unemployment {
  readonly registeredOn: Day;
  readonly unemployedOn: Day | null;
  readonly benefitFrom: Day | null;
  readonly benefitTo: Day | null;
  readonly benefitMonthly: Fen | null;
  readonly hardToEmploy: boolean | null;
  readonly status: string;
  readonly source: Source;
}

/** HR03 */
export interface Pension {
  readonly kind: string;
  readonly monthlyAmount: Fen;
  readonly fromMonth: Month | null;
  readonly status: string;
  readonly source: Source;
}

/** DF01 */
export interface Certificate {
  readonly category: string;
  readonly level: string;
  readonly issuedOn: Day;
  readonly expiresOn: Day | null;
  readonly status: string;
  readonly source: Source;
}

/** DF02 */
export interface DisabilityService {
  readonly item: string;
  readonly servedOn: Day;
  readonly amount: Fen | null;
  readonly source: Source;
}

/** One person's records of all agencies. */
export interface PersonRecords {
  readonly payments: readonly Payment[];
  readonly deaths: readonly Death[];
  readonly insurance: readonly InsuranceEnrolment[];
  readonly settlements: readonly Settlement[];
  readonly chronic: readonly ChronicRegistration[];
  readonly schooling: readonly SchoolEnrolment[];
  readonly hardship: readonly Hardship[];
  readonly aid: readonly StudentAid[];
  readonly contributions: readonly Contribution[];
  readonly unemployment: readonly Unemployment[];
  readonly pensions: readonly Pension[];
  readonly certificates: readonly Certificate[];
  readonly services: readonly DisabilityService[];
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
