/** What human resources' records say of a person: contributions, unemployment, pensions. */
import type { Day } from '../../src/kernel/day.ts';
import type { Fen } from '../../src/kernel/money.ts';
import { type Month, monthIndex, monthIndexOf, monthOf } from '../../src/kernel/month.ts';
import { personList, type RecordsOf, type Sourced } from '../sdk/person-list.ts';
import { HR01 } from './contracts/hr01.ts';
import { HR02 } from './contracts/hr02.ts';
import { HR03 } from './contracts/hr03.ts';

/** HR01 */
export interface Contribution extends Sourced {
  readonly month: Month;
  readonly insuranceType: string;
  readonly employer: string | null;
  readonly base: Fen | null;
  readonly status: string;
}

/** HR02 */
export interface Unemployment extends Sourced {
  readonly registeredOn: Day;
  readonly unemployedOn: Day | null;
  readonly benefitFrom: Day | null;
  readonly benefitTo: Day | null;
  readonly benefitMonthly: Fen | null;
  readonly hardToEmploy: boolean | null;
  readonly status: string;
}

/** HR03 */
export interface Pension extends Sourced {
  readonly kind: string;
  readonly monthlyAmount: Fen;
  readonly fromMonth: Month | null;
  readonly status: string;
}

export const HUMAN_RESOURCES_LISTS = {
  contributions: personList(HR01, {
    fields: ['aae002', 'aae140', 'employer', 'aae180', 'status'],
    naming: { name: 'aac003' },
    read: ([month, insuranceType, employer, base, status], source): Contribution => ({
      month,
      insuranceType,
      employer,
      base,
      status,
      source,
    }),
  }),
  unemployment: personList(HR02, {
    fields: [
      ...(['registeredOn', 'unemployedOn', 'benefitFrom', 'benefitTo'] as const),
      ...(['benefitMonthly', 'hardToEmploy', 'status'] as const),
    ],
    naming: { name: 'aac003' },
    read: (
      [registeredOn, unemployedOn, benefitFrom, benefitTo, benefitMonthly, hardToEmploy, status],
      source,
    ): Unemployment => ({
      registeredOn,
      unemployedOn,
      benefitFrom,
      benefitTo,
      benefitMonthly,
      hardToEmploy,
      status,
      source,
    }),
  }),
  pensions: personList(HR03, {
    fields: ['kind', 'monthlyAmount', 'fromMonth', 'status'],
    naming: { name: 'aac003' },
    read: ([kind, monthlyAmount, fromMonth, status], source): Pension => ({
      kind,
      monthlyAmount,
      fromMonth,
      status,
      source,
    }),
  }),
};

export type HumanResourcesRecords = RecordsOf<typeof HUMAN_RESOURCES_LISTS>;
type Paid = Pick<HumanResourcesRecords, 'contributions'>;

const PAID = '1';
const UNEMPLOYED = '1';

/** Contributions paid for months up to the day's. */
export function paidContributions({ contributions }: Paid, day: Day): readonly Contribution[] {
  const last = monthOf(day);
  return contributions.filter(({ month, status }) => status === PAID && month <= last);
}

/** Newest month with a paid contribution; null where there is none. */
export function lastContributionMonth(paid: Paid, day: Day): Month | null {
  let newest: Month | null = null;
  for (const { month } of paidContributions(paid, day)) if (newest === null || month > newest) newest = month;
  return newest;
}

/** Whole months from the newest paid contribution to the day's month; null where there is none. */
export function contributionGapMonths(paid: Paid, day: Day): number | null {
  const last = lastContributionMonth(paid, day);
  return last === null ? null : monthIndexOf(day) - monthIndex(last);
}

/** An unemployment registration with status 1 that began by the day. */
export function isRegisteredUnemployed(
  { unemployment }: Pick<HumanResourcesRecords, 'unemployment'>,
  day: Day,
): boolean {
  return unemployment.some((entry) => entry.status === UNEMPLOYED && entry.registeredOn <= day);
}

/** Unemployment benefit is being paid on the day (a blank end is open). */
export function isBenefitPaid(entry: Unemployment, day: Day): boolean {
  return entry.benefitFrom !== null && entry.benefitFrom <= day && (entry.benefitTo === null || entry.benefitTo >= day);
}
