import type { DayNumber } from '../calendar/day-number.ts';
import type { MonthIndex } from '../calendar/month-index.ts';
import type { Company } from '../naming/institutions.ts';

/** Where a person stands in working life. */
export type Work =
  /** A child, a student, a pensioner, someone at home or without declared work. */
  | { readonly kind: 'outside' }
  | {
      readonly kind: 'employed';
      readonly company: Company | null;
      /** Contribution base in fen a month. */
      readonly base: number;
      /** The insurance agency's list reaches back 30 months for these; for the others 8. */
      readonly longRecord: boolean;
      readonly since: MonthIndex;
    }
  | {
      readonly kind: 'jobless';
      readonly since: DayNumber;
      readonly longRecord: boolean;
      registration: Registration | null;
    };

/** A registration of unemployment (HR02). */
export interface Registration {
  readonly key: string;
  readonly registeredOn: DayNumber;
  readonly benefitFrom: DayNumber | null;
  readonly benefitTo: DayNumber | null;
  readonly hardToEmploy: boolean;
}
