/** What education's records say of a person: places on school rolls, recognised hardship, aid. */
import type { Day } from '../../src/kernel/day.ts';
import type { Fen } from '../../src/kernel/money.ts';
import { isNewer, personList, type RecordsOf, type Sourced } from '../sdk/person-list.ts';
import { ED01 } from './contracts/ed01.ts';
import { ED02 } from './contracts/ed02.ts';
import { ED03 } from './contracts/ed03.ts';

/** ED01 */
export interface SchoolEnrolment extends Sourced {
  readonly studentNo: string;
  readonly school: string;
  readonly stage: string;
  readonly grade: string | null;
  readonly status: string;
  readonly statusDate: Day | null;
  readonly homeTaught: boolean | null;
}

/** ED02 */
export interface Hardship extends Sourced {
  readonly schoolYear: string;
  readonly level: string;
}

/** ED03 */
export interface StudentAid extends Sourced {
  readonly term: string;
  readonly item: string;
  readonly amount: Fen;
  readonly paidOn: Day | null;
}

export const EDUCATION_LISTS = {
  schooling: personList(ED01, {
    fields: ['studentNo', 'school', 'stage', 'grade', 'status', 'statusDate', 'homeTaught'],
    naming: { name: 'name', sex: 'sex', birthDate: 'birthDate' },
    read: ([studentNo, school, stage, grade, status, statusDate, homeTaught], source): SchoolEnrolment => ({
      studentNo,
      school,
      stage,
      grade,
      status,
      statusDate,
      homeTaught,
      source,
    }),
    // Which is the newest decides, so their order is part of what is said.
    arrange: (schooling) => [...schooling].sort((a, b) => (isNewer(a.source, b.source) ? -1 : 1)),
  }),
  hardship: personList(ED02, {
    fields: ['schoolYear', 'hardshipLevel'],
    naming: { name: 'name' },
    read: ([schoolYear, level], source): Hardship => ({ schoolYear, level, source }),
  }),
  aid: personList(ED03, {
    fields: ['term', 'aidItem', 'amount', 'paidOn'],
    naming: { name: 'name' },
    read: ([term, item, amount, paidOn], source): StudentAid => ({ term, item, amount, paidOn, source }),
  }),
};

export type EducationRecords = RecordsOf<typeof EDUCATION_LISTS>;

/** First calendar year of the school year a hardship was recognised for, as in `2026-2027`. */
export function schoolYearOf(entry: Hardship): number {
  return Number.parseInt(entry.schoolYear, 10) || 0;
}

const ENROLLED = '1';

/** A school enrolment with status 1. */
export function isEnrolled({ schooling }: Pick<EducationRecords, 'schooling'>): boolean {
  return schooling.some((entry) => entry.status === ENROLLED);
}
