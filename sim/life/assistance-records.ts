import { formatFen } from '../../src/kernel/money.ts';
import { type DayNumber, dayText } from '../calendar/day-number.ts';
import type { Assistance } from '../circumstances/assistance.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import { keyPart } from '../numbers/agency-numbers.ts';
import { isSevere } from './disability.ts';
import type { Life } from './life.ts';

/** The recognised household as its register shows it (CA01). */
export function writeAssistedHousehold(life: Life, held: Assistance, day: DayNumber): void {
  const { place } = life;
  const counted = [...held.people.values()].filter(({ coLiving }) => coLiving).length;
  const perHead = held.income === null ? null : Math.round(held.income / 12 / Math.max(counted, 1));
  life.write(
    'CA01',
    held.key,
    {
      assistanceHouseholdNo: held.number,
      headResidentId: citizenNumber(held.head),
      headName: held.head.name,
      streetCode: place.streetCode,
      committeeCode: place.committeeCode,
      address: place.address,
      assistanceClass: held.assistanceClass,
      recognisedOn: dayText(held.recognisedOn),
      validUntil: dayText(held.validUntil),
      annualIncome: optionalMoney(held.income),
      monthlyIncomePerCapita: optionalMoney(perHead),
      assets: optionalMoney(held.assets),
      tenure: held.tenure,
      floorArea: held.floorArea,
      incomeStability: held.head.number % 3 === 0 ? '2' : '1',
      lastReviewedOn: dayText(held.reviewedOn),
      status: held.status,
      statusDate: dayText(held.statusDate),
    },
    day,
  );
}

/** One of its people (CA02). */
export function writeAssistedPerson(life: Life, held: Assistance, member: Member, day: DayNumber): void {
  const severe = isSevere(member, life.today);
  const age = life.ageOf(member);
  life.write(
    'CA02',
    assistedPersonKey(held, member),
    {
      assistanceHouseholdNo: held.number,
      residentId: member.number % 89 === 0 ? '' : member.documentNumber,
      documentType: member.documentType,
      name: member.name,
      sex: member.sex,
      birthDate: dayText(member.birth),
      relationshipToHead: member === held.head ? '01' : relationInHousehold(member),
      coLiving: held.people.get(member)?.coLiving === false ? '否' : '是',
      workCapacity: workCapacity(age, severe, member),
      selfCare: severe && member.number % 2 === 0 ? '2' : '1',
    },
    day,
  );
}

function relationInHousehold(member: Member): string {
  return member.relation === '01' ? '99' : member.relation;
}

function workCapacity(age: number, severe: boolean, member: Member): string {
  if (severe || age >= 60) return '3';
  if (age < 16) return '';
  return member.certificate === null ? '1' : '2';
}

export function assistedPersonKey(held: Assistance, member: Member): string {
  return `M${held.key.slice(1)}${keyPart(member.number % 16, 1)}`;
}

function optionalMoney(fen: number | null): string {
  return fen === null ? '' : formatFen(fen);
}
