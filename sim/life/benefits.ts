import { formatFen } from '../../src/kernel/money.ts';
import { dayText } from '../calendar/day-number.ts';
import { type MonthIndex, monthIndexOf, monthStart, monthText } from '../calendar/month-index.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import { keyPart } from '../numbers/agency-numbers.ts';
import type { Aspect } from './aspect.ts';
import { isRegistered } from './assistance.ts';
import { isSevere } from './disability.ts';
import { isAlive, type Life } from './life.ts';

/** Months of payments before the city's start that the bureau's list reaches back. */
const LISTED_MONTHS = 5;
/** How many months after an unnoticed death money still goes out, at most. */
const MONTHS_PAID_AFTER_DEATH = 3;
const WRONG_PAYMENT_TAKEN_BACK = 0.3;
const DAYS_TO_FIRST_NURSING_SUBSIDY = 75;
const PROGRAMME_KEYS: Readonly<Record<string, string>> = { DBJ: 'a', TKJ: 'b', CJS: 'c', CJH: 'd', LSJ: 'e', YLJ: 'f' };

interface Payment {
  readonly programme: string;
  readonly amount: number;
}

/** Whether somebody pays for this person every month. */
export function receivesBenefits(life: Life, member: Member): boolean {
  return monthlyPayments(life, member).length > 0;
}

/** Monthly payments (CA03) and single ones after a bad month. */
export const benefits: Aspect = {
  begin(life) {
    if (monthIndexOf(life.today) >= life.settings.startMonth - LISTED_MONTHS) payAll(life, monthIndexOf(life.today));
  },
  monthly(life, month) {
    if (month < life.settings.startMonth - LISTED_MONTHS) return;
    life.plan(monthStart(month) + 8 + (life.household % 11), () => payAll(life, month));
  },
  chances(life) {
    if (!isRegistered(life)) return [];
    return [
      { perYear: 0.05, happen: payTemporaryAssistance },
      { perYear: 0.04, happen: payMedicalAssistance },
    ];
  },
};

function payTemporaryAssistance(life: Life, member: Member): void {
  pay(life, member, monthIndexOf(life.today), { programme: 'LSJ', amount: 319_000 });
}

function payMedicalAssistance(life: Life, member: Member): void {
  pay(life, member, monthIndexOf(life.today), { programme: 'YLJ', amount: 150_000 });
}

function payAll(life: Life, month: MonthIndex): void {
  for (const member of life.members) {
    if (!isAlive(member) && !isStillPaid(member, month)) continue;
    for (const payment of monthlyPayments(life, member)) {
      pay(life, member, month, payment);
      if (!isAlive(member)) planTakingBack(life, member, month, payment);
    }
  }
}

/** Nobody told the paying side: the planted error that a rule about the dead must find. */
function isStillPaid(member: Member, month: MonthIndex): boolean {
  return (
    member.deathUnnoticed && member.diedOn !== null && month - monthIndexOf(member.diedOn) <= MONTHS_PAID_AFTER_DEATH
  );
}

function planTakingBack(life: Life, member: Member, month: MonthIndex, payment: Payment): void {
  if (!life.random.chance(WRONG_PAYMENT_TAKEN_BACK)) return;
  life.plan(life.today + life.random.between(60, 200), () =>
    life.erase('CA03', paymentKey(member, month, payment.programme)),
  );
}

function monthlyPayments(life: Life, member: Member): readonly Payment[] {
  const payments: Payment[] = [];
  const { assistance } = life;
  const listed = assistance !== null && assistance.people.get(member)?.coLiving === true && isRegistered(life);
  const assistanceClass = listed ? assistance.assistanceClass : '';
  if (assistanceClass === 'TK') payments.push({ programme: 'TKJ', amount: 207_500 });
  if (assistanceClass === 'DB' && member === assistance?.head)
    payments.push({ programme: 'DBJ', amount: differencePaid(life) });
  if (assistanceClass === 'DB' && member.certificate?.status === '1')
    payments.push({ programme: 'CJS', amount: 41_000 });
  if (isNursed(life, member))
    payments.push({ programme: 'CJH', amount: member.certificate?.level === '1' ? 30_000 : 15_000 });
  return payments;
}

function isNursed(life: Life, member: Member): boolean {
  const { certificate } = member;
  if (certificate === null || !certificate.nursed || !isSevere(member, life.today)) return false;
  return life.today - certificate.issuedOn > DAYS_TO_FIRST_NURSING_SUBSIDY;
}

/** The standard times the heads, less the income, at least 100 yuan. */
function differencePaid(life: Life): number {
  const held = life.assistance;
  const people = [...(held?.people ?? [])].filter(([member, entry]) => entry.coLiving && isAlive(member)).length;
  const income = Math.round((held?.income ?? 0) / 1200);
  return Math.max(159_500 * Math.max(people, 1) - income * 100, 10_000);
}

function pay(life: Life, member: Member, month: MonthIndex, { programme, amount }: Payment): void {
  const key = paymentKey(member, month, programme);
  life.write('CA03', key, {
    paymentNo: `FF${key.slice(1).toUpperCase()}`,
    residentId: citizenNumber(member),
    name: member.name,
    programme,
    month: monthText(month),
    amount: formatFen(amount),
    paidOn: dayText(life.today),
  });
}

function paymentKey(member: Member, month: MonthIndex, programme: string): string {
  return `P${keyPart(member.number, 5)}${PROGRAMME_KEYS[programme] ?? 'z'}${keyPart(month - 2000 * 12, 2)}`;
}
