import type { DayNumber } from '../calendar/day-number.ts';

/** A person's enrolment in health insurance for a year. */
export interface HealthCover {
  /** `310` employees, `390` residents. */
  readonly insurance: '310' | '390';
  readonly year: number;
  readonly startOn: DayNumber;
}
