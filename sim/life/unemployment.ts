import { formatFen } from '../../src/kernel/money.ts';
import { type DayNumber, dayText } from '../calendar/day-number.ts';
import { monthIndexOf, monthStart } from '../calendar/month-index.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import type { Registration, Work } from '../circumstances/work.ts';
import { keyPart } from '../numbers/agency-numbers.ts';
import type { Life } from './life.ts';

type Jobless = Extract<Work, { kind: 'jobless' }>;

const MONTHLY_BENEFIT = 217_500;
const UNEMPLOYED = '1';
const EMPLOYED = '2';

/** Registers a jobless person (HR02), two out of three with an unemployment benefit. */
export function register(life: Life, member: Member, jobless: Jobless, registeredOn: DayNumber): void {
  const { random } = life;
  const benefitMonth = monthIndexOf(registeredOn) + 1;
  const withBenefit = random.chance(0.66);
  jobless.registration = {
    key: registrationKey(member, registeredOn),
    registeredOn,
    benefitFrom: withBenefit ? monthStart(benefitMonth) : null,
    benefitTo: withBenefit ? monthStart(benefitMonth + random.between(4, 24)) - 1 : null,
    hardToEmploy: random.chance(0.3),
  };
  writeRegistration(life, {
    member,
    registration: jobless.registration,
    since: jobless.since,
    status: UNEMPLOYED,
    changedOn: null,
  });
}

/** Ends a registration: `2` found work, `3` struck off. */
export function closeRegistration(life: Life, member: Member, jobless: Jobless, status: string): void {
  const { registration } = jobless;
  if (registration === null) return;
  writeRegistration(life, { member, registration, since: jobless.since, status, changedOn: life.today });
}

/** A registration that ended before life begins. */
export function pastRegistration(life: Life, member: Member): void {
  const registeredOn = life.today - life.random.between(200, 500);
  const registration = {
    key: registrationKey(member, registeredOn),
    registeredOn,
    benefitFrom: null,
    benefitTo: null,
    hardToEmploy: false,
  };
  const changedOn = registeredOn + life.random.between(30, 180);
  writeRegistration(life, { member, registration, since: registeredOn - 20, status: EMPLOYED, changedOn });
}

function registrationKey(member: Member, registeredOn: DayNumber): string {
  return `${keyPart(member.number, 5)}${keyPart(registeredOn, 4)}`;
}

interface RegistrationState {
  readonly member: Member;
  readonly registration: Registration;
  readonly since: DayNumber;
  readonly status: string;
  readonly changedOn: DayNumber | null;
}

function writeRegistration(life: Life, { member, registration, since, status, changedOn }: RegistrationState): void {
  life.write(
    'HR02',
    `U${registration.key}`,
    {
      regNo: `SY${registration.key.toUpperCase()}`,
      aac002: citizenNumber(member),
      aac003: member.name,
      registeredOn: dayText(registration.registeredOn),
      unemployedOn: dayText(since),
      benefitFrom: optionalDay(registration.benefitFrom),
      benefitTo: optionalDay(registration.benefitTo),
      benefitMonthly: registration.benefitFrom === null ? '' : formatFen(MONTHLY_BENEFIT),
      hardToEmploy: registration.hardToEmploy ? '是' : '否',
      status,
      statusDate: optionalDay(changedOn),
    },
    changedOn ?? registration.registeredOn,
  );
}

function optionalDay(day: DayNumber | null): string {
  return day === null ? '' : dayText(day);
}
