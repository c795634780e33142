import type { MonthIndex } from '../calendar/month-index.ts';
import type { Member } from '../circumstances/member.ts';
import type { Life } from './life.ts';

/** Something that can happen to a person on any day. */
export interface Chance {
  /** Expected times a year. */
  readonly perYear: number;
  readonly happen: (life: Life, member: Member) => void;
}

/** One side of life (work, school, health …): how it begins, what each month brings, what may happen. */
export interface Aspect {
  /** State and records on the day life begins. */
  begin?(life: Life): void;
  /** On the first day of each month. */
  monthly?(life: Life, month: MonthIndex): void;
  /** What may happen to a living member now. */
  chances?(life: Life, member: Member): readonly Chance[];
  /** A member joins the household by birth. */
  born?(life: Life, member: Member): void;
  /** A member has died today. */
  died?(life: Life, member: Member): void;
}
