import type { DayNumber } from '../calendar/day-number.ts';

/** A disability certificate a person holds. */
export interface Certificate {
  readonly number: string;
  readonly category: string;
  readonly level: string;
  readonly issuedOn: DayNumber;
  expiresOn: DayNumber | null;
  status: string;
  /** Gets the nursing subsidy that a severe certificate entitles to; a few never do. */
  readonly nursed: boolean;
}
