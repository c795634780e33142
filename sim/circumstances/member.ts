import type { SexCode } from '../../src/kernel/resident-id.ts';
import type { DayNumber } from '../calendar/day-number.ts';
import type { Certificate } from './certificate.ts';
import type { HealthCover } from './health-cover.ts';
import type { Pension } from './pension.ts';
import type { Study } from './study.ts';
import type { Work } from './work.ts';

/** Which agencies' papers a person has: `111` citizen, `553` residence permit, `990` other. */
export type DocumentType = '111' | '553' | '990';

/** A person of a household, with what the agencies know of it at the moment. */
export interface Member {
  /** Unique in the city. */
  readonly number: number;
  readonly name: string;
  readonly sex: SexCode;
  readonly birth: DayNumber;
  readonly documentType: DocumentType;
  /** The number in the person's papers; blank where there are none. */
  readonly documentNumber: string;
  relation: string;
  maritalStatus: string;
  phone: string;
  /** The roll shows the number; some clerks left it blank, a newborn's comes later. */
  onRollWithNumber: boolean;
  diedOn: DayNumber | null;
  /** Some agencies never heard of the death. */
  deathUnnoticed: boolean;
  work: Work;
  study: Study | null;
  cover: HealthCover | null;
  pension: Pension | null;
  certificate: Certificate | null;
  bills: number;
}

/** The number as agencies keep it that know citizen numbers only. */
export function citizenNumber(member: Member): string {
  return member.documentType === '111' ? member.documentNumber : '';
}
