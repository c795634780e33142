import { formatFen } from '../../src/kernel/money.ts';
import type { DayNumber } from '../calendar/day-number.ts';
import { wallTime } from '../calendar/wall-time.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import { healthPersonNumber, keyPart } from '../numbers/agency-numbers.ts';
import type { Life } from './life.ts';

export interface Treatment {
  /** `11` outpatient, `14` chronic outpatient, `21` inpatient. */
  readonly kind: '11' | '14' | '21';
  readonly total: number;
  /** Share of the total outside what the insurance covers. */
  readonly outside: number;
  /** Share of the covered part that the fund pays. */
  readonly fundShare: number;
  /** Share of the rest of the covered part that medical assistance pays. */
  readonly assistanceShare: number;
}

interface Amounts {
  readonly total: number;
  readonly ownPay: number;
  readonly prePay: number;
  readonly covered: number;
  readonly pooled: number;
  readonly assistance: number;
  readonly account: number;
}

/** One settled bill (HI02), and now and then its refund some days later. */
export function settleBill(life: Life, member: Member, treatment: Treatment): void {
  const amounts = splitAmounts(life, treatment);
  const id = billId(member);
  writeBill(life, member, { id, day: life.today, kind: treatment.kind, amounts, refundOf: null });
  if (!life.random.chance(0.014)) return;
  life.plan(life.today + life.random.between(1, 20), () => {
    writeBill(life, member, {
      id: billId(member),
      day: life.today,
      kind: treatment.kind,
      amounts: negated(amounts),
      refundOf: id,
    });
  });
}

/** `medfee = own pay + pre-pay + covered`, `fund = pooled + assistance`, `cash = person's part − account`. */
function splitAmounts(life: Life, treatment: Treatment): Amounts {
  const { random } = life;
  const outside = Math.round(treatment.total * treatment.outside);
  const prePay = Math.round(outside * 0.25 * random.next());
  const covered = treatment.total - outside;
  const pooled = Math.round(covered * treatment.fundShare);
  const assistance = Math.round((covered - pooled) * treatment.assistanceShare);
  const part = treatment.total - pooled - assistance;
  const account = random.chance(0.4) ? Math.round(part * 0.4 * random.next()) : 0;
  return { total: treatment.total, ownPay: outside - prePay, prePay, covered, pooled, assistance, account };
}

function negated(amounts: Amounts): Amounts {
  return Object.fromEntries(
    Object.entries(amounts).map(([name, value]) => [name, value === 0 ? 0 : -value]),
  ) as unknown as Amounts;
}

function billId(member: Member): string {
  member.bills += 1;
  return `${keyPart(member.number, 5)}${keyPart(member.bills, 2)}`;
}

interface Bill {
  readonly id: string;
  readonly day: DayNumber;
  readonly kind: string;
  readonly amounts: Amounts;
  readonly refundOf: string | null;
}

function writeBill(life: Life, member: Member, { id, day, kind, amounts, refundOf }: Bill): void {
  const fund = amounts.pooled + amounts.assistance;
  const part = amounts.total - fund;
  life.write(
    'HI02',
    `B${id}`,
    {
      setlId: `S${id.toUpperCase()}`,
      psnNo: healthPersonNumber(member.number),
      certno: citizenNumber(member),
      psnName: member.name,
      medType: kind,
      setlTime: wallTime(day, 27_000 + life.random.between(0, 36_000)),
      medfeeSumamt: formatFen(amounts.total),
      fulamtOwnpayAmt: formatFen(amounts.ownPay),
      preselfpayAmt: formatFen(amounts.prePay),
      inscpScpAmt: formatFen(amounts.covered),
      hifpPay: formatFen(amounts.pooled),
      mafPay: amounts.assistance === 0 ? '' : formatFen(amounts.assistance),
      fundPaySumamt: formatFen(fund),
      psnPartAmt: formatFen(part),
      acctPay: formatFen(amounts.account),
      psnCashPay: formatFen(part - amounts.account),
      refdSetlFlag: refundOf === null ? '' : '1',
      initSetlId: refundOf === null ? '' : `S${refundOf.toUpperCase()}`,
    },
    day + life.random.between(0, 4),
  );
}
