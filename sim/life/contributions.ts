import { formatFen } from '../../src/kernel/money.ts';
import type { DayNumber } from '../calendar/day-number.ts';
import { type MonthIndex, monthText } from '../calendar/month-index.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import type { Work } from '../circumstances/work.ts';
import { keyPart, socialSecurityNumber } from '../numbers/agency-numbers.ts';
import { isAlive, type Life } from './life.ts';

type Employed = Extract<Work, { kind: 'employed' }>;

const PAID = '1';
const ARREARS = '2';
const IN_ARREARS_AT_FIRST = 0.008;
const ALSO_UNEMPLOYMENT_INSURANCE = 0.003;
const KEY_EPOCH = 2000 * 12;

/** One month's contribution (HR01); some are in arrears first and paid later. */
export function writeContribution(life: Life, member: Member, work: Employed, month: MonthIndex, day: DayNumber): void {
  const late = day === life.today && life.random.chance(IN_ARREARS_AT_FIRST);
  writeRow(life, { member, work, month, insurance: '110', status: late ? ARREARS : PAID, day });
  if (life.random.chance(ALSO_UNEMPLOYMENT_INSURANCE))
    writeRow(life, { member, work, month, insurance: '210', status: PAID, day });
  if (!late) return;
  life.plan(life.today + life.random.between(15, 70), () => {
    if (isAlive(member)) writeRow(life, { member, work, month, insurance: '110', status: PAID, day: life.today });
  });
}

interface Contribution {
  readonly member: Member;
  readonly work: Employed;
  readonly month: MonthIndex;
  readonly insurance: '110' | '210';
  readonly status: string;
  readonly day: DayNumber;
}

function writeRow(life: Life, { member, work, month, insurance, status, day }: Contribution): void {
  const suffix = insurance === '110' ? '' : 'S';
  life.write(
    'HR01',
    `H${keyPart(member.number, 5)}${keyPart(month - KEY_EPOCH, 2)}${suffix}`,
    {
      aac001: socialSecurityNumber(member.number),
      aac002: citizenNumber(member),
      aac003: member.name,
      employer: work.company?.name ?? '',
      uscc: work.company?.creditCode ?? '',
      aae140: insurance,
      aae002: monthText(month).replace('-', ''),
      aae180: formatFen(work.base),
      status,
    },
    day,
  );
}
