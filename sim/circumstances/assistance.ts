import type { DayNumber } from '../calendar/day-number.ts';
import type { Member } from './member.ts';

/** A recognised household of the civil-affairs bureau (CA01) and its people (CA02). */
export interface Assistance {
  readonly key: string;
  readonly number: string;
  readonly assistanceClass: string;
  readonly recognisedOn: DayNumber;
  readonly people: Map<Member, { coLiving: boolean; erased: boolean }>;
  head: Member;
  validUntil: DayNumber;
  income: number | null;
  assets: number | null;
  readonly tenure: string;
  readonly floorArea: string;
  reviewedOn: DayNumber;
  status: string;
  statusDate: DayNumber;
}
