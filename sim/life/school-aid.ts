import { formatFen } from '../../src/kernel/money.ts';
import { civilDate, dayText } from '../calendar/day-number.ts';
import { schoolYearOf, schoolYearText } from '../calendar/school-year.ts';
import type { Member } from '../circumstances/member.ts';
import { keyPart, studentNumber } from '../numbers/agency-numbers.ts';
import { fraction, mix } from '../random/hash.ts';
import type { Aspect } from './aspect.ts';
import { isRegistered } from './assistance.ts';
import { isAlive, type Life } from './life.ts';

const SEPTEMBER = 9;
const MARCH = 3;
/** Families that a school finds in difficulty though no register has them. */
const KNOWN_TO_SCHOOL_ONLY = 0.035;

/** Schools' own recognition of poor students (ED02) and the aid of a term (ED03). */
export const schoolAid: Aspect = {
  monthly(life) {
    const { month } = civilDate(life.today);
    if (month !== SEPTEMBER && month !== MARCH) return;
    for (const member of life.members) {
      const aidDay = life.today + life.random.between(18, 56);
      if (month === SEPTEMBER) life.plan(life.today + life.random.between(12, 50), () => assessHardship(life, member));
      life.plan(aidDay, () => giveAid(life, member, month === SEPTEMBER ? 1 : 2));
    }
  },
};

function isEnrolled(member: Member): boolean {
  return isAlive(member) && member.study?.status === '1' && member.study.stage !== '10';
}

function isKnownToSchool(life: Life, member: Member): boolean {
  return isRegistered(life) || fraction(mix(life.settings.seed, member.number, 47)) < KNOWN_TO_SCHOOL_ONLY;
}

function assessHardship(life: Life, member: Member): void {
  if (!isEnrolled(member) || !isKnownToSchool(life, member)) return;
  const year = schoolYearOf(life.today);
  life.write('ED02', `F${keyPart(member.number, 5)}${keyPart(year - 2000, 2)}`, {
    studentNo: studentNumber(member.number),
    name: member.name,
    schoolYear: schoolYearText(year),
    hardshipLevel: life.random.weighted([
      ['1', 25],
      ['2', 40],
      ['3', 25],
      ['0', 10],
    ]),
  });
}

function giveAid(life: Life, member: Member, term: 1 | 2): void {
  if (!isEnrolled(member) || member.study?.aided !== true || !isKnownToSchool(life, member)) return;
  const year = schoolYearOf(life.today);
  life.write('ED03', `G${keyPart(member.number, 5)}${keyPart(year - 2000, 2)}${term}`, {
    studentNo: studentNumber(member.number),
    name: member.name,
    term: `${schoolYearText(year)}-${term}`,
    aidItem: life.random.weighted([
      ['1', 30],
      ['2', 40],
      ['3', 20],
      ['5', 10],
    ]),
    amount: formatFen(life.random.between(5, 30) * 10_000),
    paidOn: dayText(life.today),
  });
}
