/** What health insurance's records say of a person: enrolment, settled bills, chronic diseases. */
import { addMonths, type Day } from '../../src/kernel/day.ts';
import { dayOfTime, type LocalTime } from '../../src/kernel/local-time.ts';
import { type Fen, sumOf } from '../../src/kernel/money.ts';
import { isNewer, personList, type RecordsOf, type Sourced } from '../sdk/person-list.ts';
import { HI01 } from './contracts/hi01.ts';
import { HI02 } from './contracts/hi02.ts';
import { HI03 } from './contracts/hi03.ts';

/** HI01 */
export interface InsuranceEnrolment extends Sourced {
  readonly insuranceType: string;
  readonly year: number;
  readonly status: string;
}

/** HI02, one per settlement id: the newest version. */
export interface Settlement extends Sourced {
  readonly settlementId: string;
  readonly type: string;
  readonly settledAt: LocalTime;
  readonly total: Fen;
  readonly fundPaid: Fen;
  readonly selfPaid: Fen;
  readonly refund: boolean;
  /** Of a refund: the bill it nets. */
  readonly refundOf: string | null;
}

/** HI03 */
export interface ChronicRegistration extends Sourced {
  readonly diseaseCode: string;
  readonly diseaseName: string | null;
  readonly beganOn: Day;
  readonly endedOn: Day | null;
}

/** One version of a bill per settlement id: the newest, also where two records carry the same id. */
export function newestPerSettlement(settlements: readonly Settlement[]): readonly Settlement[] {
  const newest = new Map<string, Settlement>();
  for (const bill of settlements) {
    const held = newest.get(bill.settlementId);
    if (held === undefined || isNewer(bill.source, held.source)) newest.set(bill.settlementId, bill);
  }
  return newest.size === settlements.length ? settlements : [...newest.values()];
}

export const HEALTH_INSURANCE_LISTS = {
  insurance: personList(HI01, {
    fields: ['insutype', 'year', 'status'],
    naming: { name: 'psnName' },
    read: ([insuranceType, year, status], source): InsuranceEnrolment => ({ insuranceType, year, status, source }),
  }),
  settlements: personList(HI02, {
    fields: [
      ...(['setlId', 'medType', 'setlTime', 'medfeeSumamt', 'fundPaySumamt'] as const),
      ...(['psnPartAmt', 'refdSetlFlag', 'initSetlId'] as const),
    ],
    naming: { name: 'psnName' },
    read: ([settlementId, type, settledAt, total, fundPaid, selfPaid, refund, refundOf], source): Settlement => ({
      settlementId,
      type,
      settledAt,
      total,
      fundPaid,
      selfPaid,
      refund: refund ?? false,
      refundOf,
      source,
    }),
    arrange: newestPerSettlement,
  }),
  chronic: personList(HI03, {
    fields: ['opspDiseCod', 'opspDiseName', 'begndate', 'enddate'],
    naming: { name: 'psnName' },
    read: ([diseaseCode, diseaseName, beganOn, endedOn], source): ChronicRegistration => ({
      diseaseCode,
      diseaseName,
      beganOn,
      endedOn,
      source,
    }),
  }),
};

export type HealthInsuranceRecords = RecordsOf<typeof HEALTH_INSURANCE_LISTS>;
type Bills = Pick<HealthInsuranceRecords, 'settlements'>;

/** Settlements with `day - months < settled day <= day`. */
export function settlementsWithin({ settlements }: Bills, day: Day, months: number): readonly Settlement[] {
  if (settlements.length === 0) return settlements;
  const after = addMonths(day, -months);
  return settlements.filter((bill) => {
    const settled = dayOfTime(bill.settledAt);
    return settled > after && settled <= day;
  });
}

/** What the person paid out of pocket in the twelve months that end with the day, refunds netted, in fen. */
export function outOfPocket12Months(bills: Bills, day: Day): Fen {
  return sumOf(settlementsWithin(bills, day, 12).map((bill) => bill.selfPaid));
}

/** A stay in hospital: the day its bill was settled, and what the person paid, refunds that name the bill netted. */
export interface InpatientBill {
  readonly day: Day;
  readonly selfPaid: Fen;
}

const INPATIENT = '21';

export function inpatientBills({ settlements }: Bills): readonly InpatientBill[] {
  const refunds = settlements.filter((bill) => bill.refund);
  return settlements
    .filter((bill) => bill.type === INPATIENT && !bill.refund)
    .map((bill) => ({
      day: dayOfTime(bill.settledAt),
      selfPaid: sumOf([
        bill.selfPaid,
        ...refunds.filter((refund) => refund.refundOf === bill.settlementId).map((refund) => refund.selfPaid),
      ]),
    }));
}

/** The code of a registered disease, letters and digits only, upper case: what lists of diseases are matched with. */
export function diseaseCodeOf(entry: ChronicRegistration): string {
  return entry.diseaseCode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
