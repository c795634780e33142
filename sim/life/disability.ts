import { formatFen } from '../../src/kernel/money.ts';
import type { DayNumber } from '../calendar/day-number.ts';
import { dayText } from '../calendar/day-number.ts';
import type { Certificate } from '../circumstances/certificate.ts';
import type { Member } from '../circumstances/member.ts';
import { keyPart } from '../numbers/agency-numbers.ts';
import type { Random } from '../random/random.ts';
import type { Aspect } from './aspect.ts';
import { isAlive, type Life } from './life.ts';

/** Holders per thousand people by age: together about 4 % of the registered people. */
const HOLDERS: readonly (readonly [upToAge: number, share: number])[] = [
  [6, 0.004],
  [18, 0.011],
  [45, 0.018],
  [60, 0.04],
  [75, 0.068],
  [130, 0.088],
];
const CATEGORIES = [
  ['4', 50],
  ['1', 12],
  ['2', 12],
  ['5', 8],
  ['6', 10],
  ['3', 2],
  ['7', 6],
] as const;
const LEVELS = [
  ['1', 14],
  ['2', 21],
  ['3', 31],
  ['4', 34],
] as const;
const WITHOUT_NURSING_SUBSIDY = 0.12;
const REISSUED = 0.12;
const NEW_PER_YEAR = 0.0015;
const TEN_YEARS = 3652;

/** Severe in the sense of the subsidies: level 1–2, or level 3 intellectual or mental. */
export function isSevere(member: Member, today: DayNumber): boolean {
  const certificate = member.certificate;
  if (certificate === null || certificate.status !== '1') return false;
  if (certificate.expiresOn !== null && certificate.expiresOn < today) return false;
  return (
    certificate.level <= '2' ||
    (certificate.level === '3' && (certificate.category === '5' || certificate.category === '6'))
  );
}

/** Disability certificates (DF01) and services of the federation (DF02). */
export const disability: Aspect = {
  begin(life) {
    for (const member of life.members) {
      const share = HOLDERS.find(([upTo]) => life.ageOf(member) < upTo)?.[1] ?? 0;
      if (canHold(member) && life.random.chance(share))
        certify(life, member, life.today - life.random.between(30, 3600));
    }
  },
  chances(life, member) {
    if (member.certificate !== null) return [{ perYear: 0.28, happen: serve }];
    const factor = life.ageOf(member) >= 50 ? 2 : 0.6;
    return canHold(member) ? [{ perYear: NEW_PER_YEAR * factor, happen: certify }] : [];
  },
  died(life, member) {
    if (member.certificate === null || life.random.chance(0.15)) return;
    life.plan(life.today + life.random.between(10, 60), () => changeCertificate(life, member, { status: '2' }));
  },
};

function canHold(member: Member): boolean {
  return member.documentType === '111';
}

function certify(life: Life, member: Member, issuedOn = life.today): void {
  const { random } = life;
  const category = random.weighted(CATEGORIES);
  const level = random.weighted(LEVELS);
  const suffix = random.chance(REISSUED) ? 'B1' : '';
  member.certificate = {
    number: member.documentNumber + category + level + suffix,
    category,
    level,
    issuedOn,
    expiresOn: random.chance(0.7) ? issuedOn + TEN_YEARS : null,
    status: random.chance(0.01) ? '3' : '1',
    nursed: !random.chance(WITHOUT_NURSING_SUBSIDY),
  };
  writeCertificate(life, member, issuedOn + random.between(0, 6));
  planRenewal(life, member);
}

/** Most holders renew in the month before the end, some late, a few never. */
function planRenewal(life: Life, member: Member): void {
  const expiresOn = member.certificate?.expiresOn ?? null;
  if (expiresOn === null) return;
  const place = life.random.next();
  if (place > 0.95) return;
  const day = place < 0.85 ? expiresOn - life.random.between(1, 30) : expiresOn + life.random.between(10, 120);
  life.plan(day, () => changeCertificate(life, member, { expiresOn: expiresOn + TEN_YEARS }));
}

function changeCertificate(life: Life, member: Member, change: { status?: string; expiresOn?: DayNumber }): void {
  const certificate = member.certificate;
  if (certificate === null || (change.expiresOn !== undefined && !isAlive(member))) return;
  Object.assign(certificate, change);
  writeCertificate(life, member, life.today);
}

function writeCertificate(life: Life, member: Member, day: DayNumber): void {
  const certificate = member.certificate as Certificate;
  life.write(
    'DF01',
    `Z${keyPart(member.number, 5)}`,
    {
      certificateNo: certificate.number,
      name: member.name,
      sex: member.sex,
      birthDate: dayText(member.birth),
      category: certificate.category,
      level: certificate.level,
      issuedOn: dayText(certificate.issuedOn),
      expiresOn: certificate.expiresOn === null ? '' : dayText(certificate.expiresOn),
      phone: member.phone,
      address: life.place.address,
      status: certificate.status,
    },
    day,
  );
}

function serve(life: Life, member: Member): void {
  const { random, today } = life;
  const certificate = member.certificate as Certificate;
  const number = `${keyPart(member.number, 5)}${keyPart(today, 4)}`;
  const servedOn = dayText(today);
  life.write('DF02', `W${number}`, {
    serviceNo: `FW${number.toUpperCase()}`,
    certificateNo: certificate.number,
    name: member.name,
    item: serviceItem(random),
    servedOn,
    amount: random.chance(0.8) ? formatFen(random.between(5, 80) * 10_000) : '',
  });
}

function serviceItem(random: Random): string {
  return random.weighted([
    ['1', 30],
    ['2', 30],
    ['3', 8],
    ['4', 20],
    ['5', 12],
  ]);
}
