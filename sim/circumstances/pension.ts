import type { MonthIndex } from '../calendar/month-index.ts';

/** A pension a person draws. */
export interface Pension {
  /** `1` employees', `2` residents'. */
  readonly kind: '1' | '2';
  monthly: number;
  readonly from: MonthIndex;
}
