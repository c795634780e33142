import type { DayNumber } from '../calendar/day-number.ts';

/** What schools know of a person. */
export interface Study {
  stage: string;
  grade: string;
  school: string;
  /** `1` enrolled, `2` suspended, `3` graduated, `4` left. */
  status: string;
  changedOn: DayNumber | null;
  homeTaught: boolean;
  /** Whether schools' aid reaches the student when the family is registered. */
  readonly aided: boolean;
}
