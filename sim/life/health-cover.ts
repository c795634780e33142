import { civilDate, type DayNumber, dayOf, dayText } from '../calendar/day-number.ts';
import type { HealthCover } from '../circumstances/health-cover.ts';
import type { Member } from '../circumstances/member.ts';
import { healthPersonNumber, keyPart } from '../numbers/agency-numbers.ts';
import { fraction, mix } from '../random/hash.ts';
import type { Aspect } from './aspect.ts';
import { isAlive, type Life } from './life.ts';

const UNINSURED = 0.02;
const UNINSURED_RECIPIENT = 0.06;
/** Rows of years before the city's start that the agency still lists. */
const OLD_YEAR_LISTED = 0.08;

/** Yearly enrolment in health insurance (HI01). */
export const healthCover: Aspect = {
  begin(life) {
    for (const member of life.members) enrol(life, member, life.today);
  },
  monthly(life, month) {
    if (month % 12 !== 0) return;
    for (const member of life.members) {
      if (!isAlive(member)) continue;
      life.plan(life.today + life.random.between(1, 28), () => {
        if (isAlive(member)) enrol(life, member, life.today);
      });
    }
  },
  born(life, member) {
    life.plan(life.today + life.random.between(25, 120), () => {
      if (isAlive(member)) enrol(life, member, life.today);
    });
  },
  died(life, member) {
    if (member.cover === null) return;
    life.plan(life.today + life.random.between(5, 60), () => writeCover(life, member, '3', life.today));
  },
};

function enrol(life: Life, member: Member, day: DayNumber): void {
  const { year } = civilDate(day);
  if (isUninsured(life, member)) return;
  const begins = civilDate(life.settings.startDay).year;
  member.cover = { insurance: insuranceOf(member), year, startOn: Math.max(dayOf(year, 1, 1), member.birth) };
  if (year < begins && !life.random.chance(OLD_YEAR_LISTED)) {
    member.cover = null;
    return;
  }
  writeCover(life, member, '1', day);
}

/** Who goes without does so every year. */
function isUninsured(life: Life, member: Member): boolean {
  const share = life.assistance === null ? UNINSURED : UNINSURED_RECIPIENT;
  return fraction(mix(life.settings.seed, member.number, 41)) < share;
}

function insuranceOf(member: Member): '310' | '390' {
  return member.work.kind === 'employed' || member.pension?.kind === '1' ? '310' : '390';
}

function writeCover(life: Life, member: Member, status: string, day: DayNumber): void {
  const { insurance, year, startOn } = member.cover as HealthCover;
  life.write(
    'HI01',
    `I${keyPart(member.number, 5)}${keyPart(year - 2000, 2)}`,
    {
      psnNo: healthPersonNumber(member.number),
      certno: member.documentNumber,
      psnCertType: member.documentType === '111' ? '' : member.documentType,
      psnName: member.name,
      insutype: insurance,
      year: String(year),
      status,
      startOn: dayText(startOn),
      endOn: status === '3' ? dayText(member.diedOn ?? day) : '',
    },
    day,
  );
}
