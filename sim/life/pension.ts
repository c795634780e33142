import { formatFen } from '../../src/kernel/money.ts';
import { civilDate } from '../calendar/day-number.ts';
import { type MonthIndex, monthIndexOf, monthStart, monthText } from '../calendar/month-index.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import type { Pension } from '../circumstances/pension.ts';
import { keyPart, socialSecurityNumber } from '../numbers/agency-numbers.ts';
import type { Aspect } from './aspect.ts';
import { isAlive, type Life } from './life.ts';

const ADJUSTMENT_MONTH = 7;
const WITHOUT_PENSION = 0.03;

/** Pensions (HR03): begin with age, rise each July, stop some weeks after death. */
export const pension: Aspect = {
  begin(life) {
    for (const member of life.members) {
      const years = life.ageOf(member) - pensionAge(member);
      if (years >= 0 && !life.random.chance(WITHOUT_PENSION))
        retire(life, member, monthIndexOf(life.today) - years * 12 - life.random.between(0, 11));
    }
  },
  monthly(life, month) {
    for (const member of life.members) {
      if (!isAlive(member)) continue;
      if (member.pension !== null) planAdjustment(life, member, month);
      else if (turnsPensionAge(life, member) && !life.random.chance(WITHOUT_PENSION)) retire(life, member, month);
    }
  },
  died(life, member) {
    if (member.pension === null || member.deathUnnoticed) return;
    life.plan(life.today + life.random.between(12, 60), () => writePension(life, member, '2'));
  },
};

/** 60 for men; for women 50 or 55 by their last job. */
function pensionAge(member: Member): number {
  if (member.sex === '1') return 60;
  return member.number % 5 < 3 ? 50 : 55;
}

function turnsPensionAge(life: Life, member: Member): boolean {
  return life.ageOf(member) === pensionAge(member) && monthIndexOf(life.today) % 12 === monthIndexOf(member.birth) % 12;
}

function retire(life: Life, member: Member, from: MonthIndex): void {
  const { random } = life;
  const kind = member.work.kind === 'employed' || random.chance(0.86) ? '1' : '2';
  const yuan = kind === '1' ? Math.max(2200, 4900 + 1700 * random.normal()) : random.between(1300, 1900);
  member.pension = { kind, monthly: Math.round(yuan) * 100, from };
  member.work = { kind: 'outside' };
  writePension(
    life,
    member,
    '1',
    Math.min(life.today, Math.max(monthStart(from) + 20, life.today - random.between(0, 600))),
  );
}

function planAdjustment(life: Life, member: Member, month: MonthIndex): void {
  const begin = monthStart(month);
  if (civilDate(begin).month !== ADJUSTMENT_MONTH) return;
  life.plan(begin + life.random.between(1, 25), () => {
    if (member.pension === null || !isAlive(member)) return;
    member.pension.monthly = Math.round((member.pension.monthly * 1.02) / 100) * 100;
    writePension(life, member, '1');
  });
}

function writePension(life: Life, member: Member, status: string, day = life.today): void {
  const { kind, monthly, from } = member.pension as Pension;
  life.write(
    'HR03',
    `N${keyPart(member.number, 5)}`,
    {
      aac001: socialSecurityNumber(member.number),
      aac002: citizenNumber(member),
      aac003: member.name,
      kind,
      monthlyAmount: formatFen(monthly),
      fromMonth: monthText(from).replace('-', ''),
      status,
    },
    day,
  );
}
