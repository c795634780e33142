/** What civil affairs' records say of a person: payments of assistance, and death. */
import type { Day } from '../../src/kernel/day.ts';
import type { Fen } from '../../src/kernel/money.ts';
import type { Month } from '../../src/kernel/month.ts';
import { personList, type RecordsOf, type Sourced } from '../sdk/person-list.ts';
import { CA03 } from './contracts/ca03.ts';
import { CA04 } from './contracts/ca04.ts';

/** CA03 */
export interface Payment extends Sourced {
  readonly programme: string;
  readonly month: Month;
  readonly amount: Fen;
  readonly paidOn: Day | null;
}

/** CA04 */
export interface Death extends Sourced {
  readonly diedOn: Day;
}

export const CIVIL_AFFAIRS_LISTS = {
  payments: personList(CA03, {
    fields: ['programme', 'month', 'amount', 'paidOn'],
    naming: { name: 'name' },
    read: ([programme, month, amount, paidOn], source): Payment => ({ programme, month, amount, paidOn, source }),
  }),
  deaths: personList(CA04, {
    fields: ['diedOn'],
    naming: { name: 'name' },
    read: ([diedOn], source): Death => ({ diedOn, source }),
  }),
};

export type CivilAffairsRecords = RecordsOf<typeof CIVIL_AFFAIRS_LISTS>;

/** Day of death known by `day`, the earliest where several are registered; null while alive. */
export function diedOn({ deaths }: Pick<CivilAffairsRecords, 'deaths'>, day: Day): Day | null {
  const days = deaths.map((death) => death.diedOn).filter((died) => died <= day);
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}

/** No death on or before the day is registered. */
export function isAlive({ deaths }: Pick<CivilAffairsRecords, 'deaths'>, day: Day): boolean {
  return deaths.every((death) => death.diedOn > day);
}
