import { addMonths, asDay, completedYears, type Day } from '../../src/kernel/day.ts';
import { addToMonth, monthOf } from '../../src/kernel/month.ts';
import type { RecordVersion } from '../records/record-version.ts';
import { type NamedRecord, recordsOf } from './records-by-type.ts';

/**
 * The nine discovery rules, roughly, over the clean records of one simulated household: tells whether the city holds
 * cases at all. Not a second implementation of the hub's rules.
 */
export function firingRules(versions: readonly RecordVersion[], today: Day): Set<string> {
  const of = (type: Parameters<typeof recordsOf>[1]): NamedRecord[] => recordsOf(versions, type);
  const assisted = of('CA01').find(({ status }) => status === '1');
  const listed = of('CA02').filter((row) => assisted !== undefined && row.coLiving === '是');
  const dead = new Map(of('CA04').map((row) => [row.residentId, row.diedOn ?? '']));
  const roll = of('CA05').filter(({ residentId }) => !dead.has(residentId));
  const households =
    assisted === undefined
      ? [roll]
      : [listed, roll.filter((row) => !listed.some(({ residentId }) => residentId === row.residentId))];
  const fired = new Set<string>();
  households.forEach((members, place) => {
    const registered =
      place === 0 && assisted !== undefined && (assisted.validUntil ?? '') >= today
        ? (assisted.assistanceClass ?? '')
        : '';
    const alive = members.filter(({ residentId }) => !dead.has(residentId));
    for (const rule of rulesOf({ of, members: alive, registered, income: assisted?.annualIncome ?? '', today }))
      fired.add(rule);
  });
  for (const payment of of('CA03')) {
    const died = dead.get(payment.residentId);
    if (died !== undefined && (payment.month ?? '') > died.slice(0, 7)) fired.add('R08');
  }
  return fired;
}

interface Case {
  readonly of: (type: Parameters<typeof recordsOf>[1]) => NamedRecord[];
  readonly members: readonly NamedRecord[];
  readonly registered: string;
  readonly income: string;
  readonly today: Day;
}

const REGISTERED = new Set(['TK', 'DB', 'BY', 'GX', 'DS']);

function* rulesOf(of: Case): Iterable<string> {
  yield* householdRules(of);
  for (const member of of.members) yield* memberRules(of, member);
}

function* householdRules({ of, members, registered, income, today }: Case): Iterable<string> {
  const ids = new Set(members.map(({ residentId }) => residentId));
  const since = addMonths(today, -12);
  const bills = of('HI02').filter(({ certno, setlTime = '' }) => ids.has(certno) && setlTime.slice(0, 10) > since);
  const outOfPocket = bills.reduce((sum, { psnPartAmt }) => sum + Number(psnPartAmt), 0);
  const yearly = income === '' ? yearlyIncome(of, ids, today) : Number(income);
  const limit = yearly > 0 ? Math.max(20_000, 0.4 * yearly) : 42_417 * members.length;
  if (members.length > 0 && !REGISTERED.has(registered) && outOfPocket >= limit) yield 'R01';
  const able = members.filter((member) => isOfWorkingAge(of, member, today) && !isSevere(of, member));
  const jobless = new Set(
    of('HR02')
      .filter(({ status }) => status === '1')
      .map(({ aac002 }) => aac002),
  );
  if (able.length > 0 && able.every(({ residentId }) => jobless.has(residentId))) yield 'R12';
}

function yearlyIncome(of: Case['of'], ids: ReadonlySet<string | undefined>, today: Day): number {
  const bases = new Map(paidContributions(of, today, 6).map((row) => [row.aac002, Number(row.aae180)]));
  const earned = [...bases].filter(([id]) => ids.has(id)).reduce((sum, [, base]) => sum + base, 0);
  const drawn = of('HR03').filter(({ aac002, status }) => ids.has(aac002) && status === '1');
  return 12 * (earned + drawn.reduce((sum, { monthlyAmount }) => sum + Number(monthlyAmount), 0));
}

/** Contributions paid for one of the last so many months. */
function paidContributions(of: Case['of'], today: Day, months: number): NamedRecord[] {
  const first = addToMonth(monthOf(today), 1 - months).replace('-', '');
  return of('HR01').filter(({ status, aae002 = '' }) => status === '1' && aae002 >= first);
}

function* memberRules({ of, registered, today }: Case, member: NamedRecord): Iterable<string> {
  const id = member.residentId ?? '';
  const age = completedYears(asDay(member.birthDate ?? ''), today);
  const worksNow = paidContributions(of, today, 3).some(({ aac002 }) => aac002 === id);
  if (isSevere(of, member)) {
    if (!isNursed(of, id, today)) yield 'R04';
    const pensioned = of('HR03').some(({ aac002 }) => aac002 === id);
    if (age >= 18 && !worksNow && !pensioned && registered !== 'DB' && registered !== 'TK') yield 'R05';
  }
  const insured = of('HI01').some(
    ({ certno, year, status }) => certno === id && year === today.slice(0, 4) && status === '1',
  );
  if (['TK', 'DB', 'BY'].includes(registered) && !insured) yield 'R13';
  const student = of('ED01').find(({ residentId, status }) => residentId === id && status === '1');
  if (REGISTERED.has(registered) && student !== undefined && student.stage !== '10') {
    if (!of('ED03').some(({ studentNo, term }) => studentNo === student.studentNo && term === termOf(today)))
      yield 'R14';
  }
  if (age >= 6 && age <= 15 && student === undefined) yield 'R15b';
  if (isOfWorkingAge(of, member, today) && !worksNow && stoppedPaying(of, id, today)) yield 'R11';
}

function stoppedPaying(of: Case['of'], id: string, today: Day): boolean {
  const months = new Set(
    paidContributions(of, today, 30)
      .filter(({ aac002 }) => aac002 === id)
      .map(({ aae002 }) => aae002),
  );
  const benefit = of('HR02').some(
    ({ aac002, benefitFrom, benefitTo = '' }) => aac002 === id && benefitFrom !== '' && benefitTo >= today,
  );
  return months.size >= 24 && !benefit;
}

function isNursed(of: Case['of'], id: string, today: Day): boolean {
  const first = addToMonth(monthOf(today), -1);
  return of('CA03').some(
    ({ residentId, programme, month = '' }) => residentId === id && programme === 'CJH' && month >= first,
  );
}

function isOfWorkingAge(of: Case['of'], { residentId, birthDate = '' }: NamedRecord, today: Day): boolean {
  const age = completedYears(asDay(birthDate), today);
  return age >= 16 && age <= 59 && !of('ED01').some((row) => row.residentId === residentId && row.status === '1');
}

function isSevere(of: Case['of'], { residentId = '' }: NamedRecord): boolean {
  const certificate = of('DF01').find(
    ({ certificateNo = '', status }) => status === '1' && certificateNo.slice(0, 18) === residentId,
  );
  if (certificate === undefined) return false;
  const { level = '', category = '' } = certificate;
  return level <= '2' || (level === '3' && (category === '5' || category === '6'));
}

function termOf(today: Day): string {
  const year = Number(today.slice(0, 4));
  return `${year}-${year + 1}-1`;
}
