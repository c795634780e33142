import { civilDate, type DayNumber, dayOf, dayText } from '../calendar/day-number.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import type { Study } from '../circumstances/study.ts';
import { drawSchool } from '../naming/institutions.ts';
import { keyPart, studentNumber } from '../numbers/agency-numbers.ts';
import { fraction, mix } from '../random/hash.ts';
import type { Aspect, Chance } from './aspect.ts';
import { isSevere } from './disability.ts';
import { isAlive, type Life } from './life.ts';

interface Stage {
  readonly code: string;
  readonly firstAge: number;
  readonly grades: readonly string[];
  readonly share: number;
}

const STAGES: readonly Stage[] = [
  { code: '10', firstAge: 3, grades: ['小班', '中班', '大班'], share: 0.85 },
  { code: '21', firstAge: 6, grades: ['一年级', '二年级', '三年级', '四年级', '五年级'], share: 1 },
  { code: '31', firstAge: 11, grades: ['六年级', '七年级', '八年级', '九年级'], share: 1 },
  { code: '34', firstAge: 15, grades: ['高一', '高二', '高三'], share: 0.97 },
  { code: '41', firstAge: 18, grades: ['大一', '大二', '大三', '大四'], share: 0.42 },
];
const VOCATIONAL_SHARE = 0.36;
/** Children of school age whom no school knows. */
const NEVER_ENROLLED = 0.007;
const ENROLLED = '1';

/** School enrolment (ED01): entered in September, moved up every year, sometimes broken off. */
export const schooling: Aspect = {
  begin(life) {
    for (const member of life.members) placeInSchool(life, member, life.today - life.random.between(0, 300));
  },
  monthly(life, month) {
    if (month % 12 !== 8) return;
    for (const member of life.members)
      life.plan(life.today + life.random.between(0, 9), () => startSchoolYear(life, member));
  },
  chances(_life, member) {
    return member.study?.status === ENROLLED ? breakingOff(member.study) : [];
  },
  died(life, member) {
    if (member.study?.status !== ENROLLED) return;
    life.plan(life.today + life.random.between(5, 40), () => changeStatus(life, member, '4'));
  },
};

function breakingOff(study: Study): readonly Chance[] {
  if (study.stage === '10') return [];
  const leaves = study.stage >= '34' ? 0.012 : 0.003;
  return [
    { perYear: leaves, happen: leave },
    { perYear: 0.005, happen: suspend },
  ];
}

function leave(life: Life, member: Member): void {
  changeStatus(life, member, '4');
}

function suspend(life: Life, member: Member): void {
  changeStatus(life, member, '2');
  if (!life.random.chance(0.7)) return;
  life.plan(life.today + life.random.between(60, 300), () => {
    if (isAlive(member) && member.study?.status === '2') changeStatus(life, member, ENROLLED);
  });
}

function startSchoolYear(life: Life, member: Member): void {
  if (!isAlive(member)) return;
  const { study } = member;
  if (study !== null && study.status !== ENROLLED) return;
  placeInSchool(life, member, life.today);
}

/** Puts a person where the school year finds them: into a grade, out of school, or nowhere. */
function placeInSchool(life: Life, member: Member, day: DayNumber): void {
  const age = ageAtSchoolYear(life, member);
  const stage = STAGES.find(({ firstAge, grades }) => age >= firstAge && age < firstAge + grades.length);
  const attends = stage !== undefined && attendsStage(life, member, stage);
  if (attends) enrol(life, member, stage, age, day);
  else if (member.study !== null) changeStatus(life, member, '3');
}

/** A student who leaves school stays known with the last status; everything else about the study is as of now. */
function enrol(life: Life, member: Member, stage: Stage, age: number, day: DayNumber): void {
  const { seed } = life.settings;
  const code = stage.code === '34' && fraction(mix(seed, member.number, 43)) < VOCATIONAL_SHARE ? '36' : stage.code;
  const before = member.study;
  member.study = {
    stage: code,
    grade: stage.grades[age - stage.firstAge] ?? '',
    school: before?.stage === code ? before.school : drawSchool(life.random, code),
    status: ENROLLED,
    changedOn: null,
    homeTaught: code <= '31' && isSevere(member, life.today) && fraction(mix(seed, member.number, 44)) < 0.4,
    aided: before?.aided ?? life.random.chance(0.7),
  };
  member.work = { kind: 'outside' };
  writeStudy(life, member, day);
}

function attendsStage(life: Life, member: Member, stage: Stage): boolean {
  if (member.work.kind === 'employed') return false;
  const { seed } = life.settings;
  if (fraction(mix(seed, member.number, 45)) < NEVER_ENROLLED) return false;
  return fraction(mix(seed, member.number, 46, Number(stage.code))) < stage.share;
}

/** Completed years on 1 September of the school year, which decides the grade. */
function ageAtSchoolYear(life: Life, member: Member): number {
  const first = dayOf(schoolYearOf(life.today), 9, 1);
  const born = civilDate(member.birth);
  return civilDate(first).year - born.year - (born.month >= 9 ? 1 : 0);
}

function changeStatus(life: Life, member: Member, status: string): void {
  const study = member.study;
  if (study === null || study.status === status) return;
  study.status = status;
  study.changedOn = life.today;
  writeStudy(life, member, life.today);
}

function writeStudy(life: Life, member: Member, day: DayNumber): void {
  const study = member.study as Study;
  const guardian = guardianOf(life, member);
  life.write(
    'ED01',
    `E${keyPart(member.number, 5)}`,
    {
      studentNo: studentNumber(member.number),
      residentId: member.number % 211 === 0 ? '' : citizenNumber(member),
      name: member.name,
      sex: member.sex,
      birthDate: dayText(member.birth),
      school: study.school,
      stage: study.stage,
      grade: study.grade,
      status: study.status,
      statusDate: study.changedOn === null || member.number % 37 === 0 ? '' : dayText(study.changedOn),
      homeTaught: study.homeTaught ? '是' : '',
      guardianName: guardian?.name ?? '',
      guardianResidentId: guardian === undefined || member.number % 13 === 0 ? '' : citizenNumber(guardian),
    },
    day,
  );
}

function guardianOf(life: Life, member: Member): Member | undefined {
  if (life.ageOf(member) >= 18) return undefined;
  const adults = life.living().filter((other) => other.birth < member.birth - 17 * 365);
  return adults.sort((a, b) => b.birth - a.birth)[0];
}
