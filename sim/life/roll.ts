import { dayText } from '../calendar/day-number.ts';
import type { Member } from '../circumstances/member.ts';
import { keyPart, phoneNumber, rollHouseholdNumber } from '../numbers/agency-numbers.ts';
import { drawDwellingPlace } from '../places/dwelling-place.ts';
import type { Aspect } from './aspect.ts';
import { isAlive, type Life } from './life.ts';

const MOVES_PER_YEAR = 0.03;
const MOVES_TO_ANOTHER_STREET = 0.25;
const NEW_PHONES_PER_YEAR = 0.04;

/** The community roll: who lives where (CA05). */
export const roll: Aspect = {
  begin(life) {
    for (const member of life.members) writeRollEntry(life, member, life.today - life.random.between(0, 500));
  },
  chances(_life, member) {
    const chances = [{ perYear: NEW_PHONES_PER_YEAR, happen: changePhone }];
    if (member.relation === '01') chances.push({ perYear: MOVES_PER_YEAR, happen: move });
    return chances;
  },
  born(life, member) {
    writeRollEntry(life, member);
    life.plan(life.today + life.random.between(20, 60), () => {
      member.onRollWithNumber = true;
      if (isAlive(member)) writeRollEntry(life, member);
    });
  },
  died(life, member) {
    const days = member.deathUnnoticed ? life.random.between(200, 300) : life.random.between(8, 45);
    life.plan(life.today + days, () => removeFromRoll(life, member));
  },
};

function writeRollEntry(life: Life, member: Member, day = life.today): void {
  const { place } = life;
  life.write(
    'CA05',
    rollKey(life, member),
    {
      rollHouseholdNo: rollHouseholdNumber(place.streetCode, life.household),
      residentId: member.onRollWithNumber ? member.documentNumber : '',
      documentType: member.documentType,
      name: member.name,
      sex: member.sex,
      birthDate: dayText(member.birth),
      relationshipToHead: member.relation,
      maritalStatus: member.maritalStatus,
      phone: member.phone,
      streetCode: place.streetCode,
      committeeCode: place.committeeCode,
      address: place.address,
    },
    day,
  );
}

function rollKey(life: Life, member: Member): string {
  return `R${keyPart(member.number, 5)}${life.rollGeneration === 0 ? '' : life.rollGeneration}`;
}

function removeFromRoll(life: Life, member: Member): void {
  life.erase('CA05', rollKey(life, member));
  if (member.relation !== '01') return;
  member.relation = '99';
  const heir = life
    .living()
    .sort((a, b) => Number(b.relation === '10') - Number(a.relation === '10') || a.birth - b.birth)[0];
  if (heir === undefined) return;
  heir.relation = '01';
  writeRollEntry(life, heir);
}

function changePhone(life: Life, member: Member): void {
  if (life.ageOf(member) < 12) return;
  member.phone = phoneNumber(member.number, life.random.between(1, 9));
  writeRollEntry(life, member);
}

function move(life: Life): void {
  const another = life.random.chance(MOVES_TO_ANOTHER_STREET);
  if (another) {
    for (const member of life.members) life.erase('CA05', rollKey(life, member));
    life.rollGeneration += 1;
  }
  life.place = drawDwellingPlace(life.random, another ? undefined : life.place.streetCode);
  for (const member of life.living()) writeRollEntry(life, member);
}
