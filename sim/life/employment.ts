import { type MonthIndex, monthIndexOf, monthStart } from '../calendar/month-index.ts';
import type { Member } from '../circumstances/member.ts';
import { drawCompany } from '../naming/institutions.ts';
import type { Aspect } from './aspect.ts';
import { writeContribution } from './contributions.ts';
import { isSevere } from './disability.ts';
import { isAlive, type Life } from './life.ts';
import { closeRegistration, pastRegistration, register } from './unemployment.ts';

const FIRST_WORKING_AGE = 18;
const EMPLOYED = 0.73;
const EMPLOYED_SEVERE = 0.12;
const REGISTERED_JOBLESS = 0.024;
const LONG_RECORD = 0.27;
const JOB_LOSSES_PER_YEAR = 0.06;
const NEW_JOBS_PER_YEAR = 0.9;
const FIRST_JOBS_PER_YEAR = 0.12;
const REGISTERS_WHEN_JOBLESS = 0.5;
/** Months before the city's start that a long contribution record reaches back, and a short one. */
const LONG_MONTHS = 29;
const SHORT_MONTHS = 7;

/** Jobs: contributions while they last (HR01), registration of the jobless (HR02). */
export const employment: Aspect = {
  begin(life) {
    for (const member of life.members) beginWork(life, member);
  },
  monthly(life, month) {
    const postingDay = monthStart(month) + 11 + (life.household % 14);
    life.plan(postingDay, () => {
      for (const member of life.members) if (isAlive(member)) contribute(life, member, month);
    });
  },
  chances(life, member) {
    const { work } = member;
    if (work.kind === 'employed') return [{ perYear: JOB_LOSSES_PER_YEAR, happen: loseJob }];
    if (work.kind === 'jobless') return [{ perYear: NEW_JOBS_PER_YEAR, happen: findJob }];
    const maySeek =
      isOfWorkingAge(life, member) && member.study === null && member.pension === null && !isSevere(member, life.today);
    return maySeek ? [{ perYear: FIRST_JOBS_PER_YEAR, happen: findJob }] : [];
  },
  died(life, member) {
    if (member.work.kind === 'jobless') closeRegistration(life, member, member.work, '3');
    member.work = { kind: 'outside' };
  },
};

function beginWork(life: Life, member: Member): void {
  const { random } = life;
  if (!isOfWorkingAge(life, member) || member.study !== null || member.pension !== null) return;
  const severe = isSevere(member, life.today);
  const place = random.next();
  if (place < (severe ? EMPLOYED_SEVERE : EMPLOYED)) {
    takeJob(life, member, random.chance(LONG_RECORD));
    backfill(life, member);
    if (random.chance(0.01)) pastRegistration(life, member);
  } else if (!severe && place < EMPLOYED + REGISTERED_JOBLESS) {
    member.work = {
      kind: 'jobless',
      since: life.today - random.between(20, 300),
      longRecord: false,
      registration: null,
    };
    register(life, member, member.work, Math.min(life.today, member.work.since + random.between(3, 40)));
  }
}

function isOfWorkingAge(life: Life, member: Member): boolean {
  const age = life.ageOf(member);
  return age >= FIRST_WORKING_AGE && age < 60;
}

function findJob(life: Life, member: Member): void {
  const { work } = member;
  if (work.kind === 'jobless') closeRegistration(life, member, work, '2');
  takeJob(life, member, work.kind === 'jobless' && work.longRecord);
}

function takeJob(life: Life, member: Member, longRecord: boolean): void {
  const { random } = life;
  member.work = {
    kind: 'employed',
    company: random.chance(0.75) ? drawCompany(random) : null,
    base: drawBase(life),
    longRecord,
    since: monthIndexOf(life.today),
  };
}

/** Contribution bases lie between 60 % and 300 % of the average wage; most are low. */
function drawBase(life: Life): number {
  const yuan = Math.exp(9.35 + 0.5 * life.random.normal());
  return Math.round(Math.min(Math.max(yuan, 7384), 36_921) / 10) * 1000;
}

function backfill(life: Life, member: Member): void {
  if (member.work.kind !== 'employed') return;
  const { startMonth } = life.settings;
  const first = startMonth - (member.work.longRecord ? LONG_MONTHS : SHORT_MONTHS);
  for (let month = first; month <= monthIndexOf(life.today); month += 1) {
    writeContribution(life, member, member.work, month, monthStart(month) + 20);
  }
}

function contribute(life: Life, member: Member, month: MonthIndex): void {
  const { work } = member;
  if (work.kind !== 'employed' || month <= work.since) return;
  const kept = month >= life.settings.startMonth - (work.longRecord ? LONG_MONTHS : SHORT_MONTHS);
  if (kept) writeContribution(life, member, work, month, life.today);
}

function loseJob(life: Life, member: Member): void {
  if (member.work.kind !== 'employed') return;
  const jobless = {
    kind: 'jobless' as const,
    since: life.today,
    longRecord: member.work.longRecord,
    registration: null,
  };
  member.work = jobless;
  if (!life.random.chance(REGISTERS_WHEN_JOBLESS)) return;
  life.plan(life.today + life.random.between(3, 35), () => {
    if (isAlive(member) && member.work === jobless) register(life, member, jobless, life.today);
  });
}
