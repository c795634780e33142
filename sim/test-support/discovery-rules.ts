import { addMonths, asDay, completedYears, type Day, daysBetween } from '../../src/kernel/day.ts';
import { addToMonth, asMonth, monthOf } from '../../src/kernel/month.ts';
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

function* rulesOf({ of, members, registered, income, today }: Case): Iterable<string> {
  const ids = new Set(members.map(({ residentId }) => residentId));
  const rowsOf = (type: Parameters<typeof recordsOf>[1], key: string): NamedRecord[] =>
    of(type).filter((row) => ids.has(row[key] ?? ''));
  const month = monthOf(today);
  const recent = (row: NamedRecord, back: number): boolean =>
    (row.aae002 ?? '') > addToMonth(month, -back).replace('-', '');
  const inClass = new Set(['TK', 'DB', 'BY', 'GX', 'DS']).has(registered);
  const enrolled = new Set(
    rowsOf('ED01', 'residentId')
      .filter(({ status }) => status === '1')
      .map(({ residentId }) => residentId),
  );
  const contributions = rowsOf('HR01', 'aac002').filter(({ status }) => status === '1');
  const pensions = new Set(rowsOf('HR03', 'aac002').map(({ aac002 }) => aac002));
  const unemployed = new Set(
    rowsOf('HR02', 'aac002')
      .filter(({ status }) => status === '1')
      .map(({ aac002 }) => aac002),
  );
  const severe = new Set(
    of('DF01')
      .filter((row) => row.status === '1' && isSevere(row))
      .map(({ certificateNo }) => certificateNo?.slice(0, 18)),
  );
  const ageOf = (member: NamedRecord): number => completedYears(asDay(member.birthDate ?? ''), today);
  const working = members.filter(
    (member) => ageOf(member) >= 16 && ageOf(member) <= 59 && !enrolled.has(member.residentId),
  );

  const since = addMonths(today, -12);
  const outOfPocket = rowsOf('HI02', 'certno')
    .filter(({ setlTime = '' }) => setlTime.slice(0, 10) > since)
    .reduce((sum, row) => sum + Number(row.psnPartAmt), 0);
  const earned =
    12 *
    [
      ...new Map(contributions.filter((row) => recent(row, 6)).map((row) => [row.aac002, Number(row.aae180)])).values(),
    ].reduce((a, b) => a + b, 0);
  const pensioned =
    12 *
    rowsOf('HR03', 'aac002')
      .filter(({ status }) => status === '1')
      .reduce((sum, row) => sum + Number(row.monthlyAmount), 0);
  const yearly = income === '' ? earned + pensioned : Number(income);
  if (
    members.length > 0 &&
    !inClass &&
    outOfPocket >= (yearly > 0 ? Math.max(20_000, 0.4 * yearly) : 42_417 * members.length)
  )
    yield 'R01';
  for (const member of members) {
    const id = member.residentId ?? '';
    if (severe.has(id)) {
      const nursed = of('CA03').some(
        (row) => row.residentId === id && row.programme === 'CJH' && (row.month ?? '') >= addToMonth(month, -1),
      );
      if (!nursed) yield 'R04';
      const works = contributions.some((row) => row.aac002 === id && recent(row, 3));
      if (ageOf(member) >= 18 && !works && !pensions.has(id) && registered !== 'DB' && registered !== 'TK') yield 'R05';
    }
    const insured = of('HI01').some((row) => row.certno === id && row.year === today.slice(0, 4) && row.status === '1');
    if (['TK', 'DB', 'BY'].includes(registered) && !insured) yield 'R13';
    const student = of('ED01').find((row) => row.residentId === id);
    if (inClass && student?.status === '1' && student.stage !== '10') {
      const aided = of('ED03').some((row) => row.studentNo === student.studentNo && row.term === termOf(today));
      if (!aided && daysBetween(asDay(`${today.slice(0, 4)}-09-01`), today) >= 60) yield 'R14';
    }
    if (ageOf(member) >= 6 && ageOf(member) <= 15 && !enrolled.has(id)) yield 'R15b';
  }
  for (const member of working) {
    const paid = contributions.filter((row) => row.aac002 === member.residentId);
    const before = paid.filter((row) => !recent(row, 3) && recent(row, 30));
    const benefit = rowsOf('HR02', 'aac002').some(
      (row) => row.aac002 === member.residentId && row.benefitFrom !== '' && (row.benefitTo ?? '') >= today,
    );
    if (new Set(before.map(({ aae002 }) => aae002)).size >= 24 && !paid.some((row) => recent(row, 3)) && !benefit)
      yield 'R11';
  }
  const able = working.filter(({ residentId }) => !severe.has(residentId ?? ''));
  if (able.length > 0 && able.every(({ residentId }) => unemployed.has(residentId))) yield 'R12';
}

function isSevere({ level = '', category = '' }: NamedRecord): boolean {
  return level <= '2' || (level === '3' && (category === '5' || category === '6'));
}

function termOf(today: Day): string {
  const year = Number(today.slice(0, 4));
  return `${year}-${year + 1}-1`;
}

/** The month a text holds, for tests that compare months. */
export function monthText(text: string): string {
  return asMonth(`${text.slice(0, 4)}-${text.slice(-2)}`);
}
