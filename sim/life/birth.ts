import type { SexCode } from '../../src/kernel/resident-id.ts';
import { ageOn } from '../calendar/day-number.ts';
import type { Member } from '../circumstances/member.ts';
import { NUMBERS_PER_HOUSEHOLD, newMember } from '../city/people.ts';
import { drawSurname } from '../naming/person-name.ts';
import { DAYS_PER_BIRTH_CHANCE, isBirthDay, newbornSequence } from '../numbers/birth-slot.ts';
import type { Life } from './life.ts';

const FIRST_NEWBORN_SLOT = 8;
const MARRIED = '20';
/** Births per year of a married woman of 22 to 40: gives about 5 ‰ of the people. */
const BIRTHS_PER_YEAR = 0.09;

/** The child a household has today, if it has one; its number can be nobody else's. */
export function bearChild(life: Life): Member | null {
  if (!isBirthDay(life.birthTurn, life.today)) return null;
  const mother = life.living().find((member) => isFertile(life, member));
  if (mother === undefined || !life.random.chance((BIRTHS_PER_YEAR * DAYS_PER_BIRTH_CHANCE) / 365)) return null;
  const sex: SexCode = life.random.chance(0.515) ? '1' : '2';
  const father = life.living().find((member) => member.sex === '1' && member.maritalStatus === MARRIED);
  const child = newMember(
    {
      number: life.household * NUMBERS_PER_HOUSEHOLD + nextSlot(life),
      sex,
      birth: life.today,
      sequence: newbornSequence(life.household, sex),
      familyName: familyNameOf(father ?? mother) ?? drawSurname(life.random),
      relation: sex === '1' ? '20' : '30',
      maritalStatus: '',
    },
    life.random,
  );
  child.onRollWithNumber = false;
  life.members.push(child);
  return child;
}

function isFertile(life: Life, member: Member): boolean {
  const age = ageOn(member.birth, life.today);
  const isHeadOrSpouse = member.relation === '01' || member.relation === '10';
  return member.sex === '2' && isHeadOrSpouse && member.maritalStatus === MARRIED && age >= 22 && age <= 40;
}

function nextSlot(life: Life): number {
  const last = Math.max(...life.members.map((member) => member.number % NUMBERS_PER_HOUSEHOLD));
  return Math.max(FIRST_NEWBORN_SLOT, last + 1);
}

function familyNameOf(parent: Member): string | null {
  if (parent.documentType !== '111' || parent.name.includes('·')) return null;
  return parent.name.length === 4 ? parent.name.slice(0, 2) : parent.name.slice(0, 1);
}
