import { checkCharacter, type SexCode } from '../../src/kernel/resident-id.ts';
import { civilDate, type DayNumber } from '../calendar/day-number.ts';
import type { DocumentType, Member } from '../circumstances/member.ts';
import { drawDottedName, drawLatinName } from '../naming/minority-names.ts';
import { drawGivenName, drawSurname } from '../naming/person-name.ts';
import { phoneNumber } from '../numbers/agency-numbers.ts';
import { birthSlotOf, HOUSEHOLDS_PER_BIRTH_YEAR } from '../numbers/birth-slot.ts';
import { residentIdOf } from '../numbers/resident-id.ts';
import type { Random } from '../random/random.ts';
import type { CitySettings } from './city-settings.ts';
import type { PlannedMember } from './dwelling-plan.ts';

/** Numbers of one household's people: so many that a child born later finds a place. */
export const NUMBERS_PER_HOUSEHOLD = 16;

const WITHOUT_CITIZEN_NUMBER = 0.002;
const ROLL_NUMBER_BLANK = 0.0015;
const DOTTED_NAME = 0.0015;

/** Turns a plan into people with names, birth dates and numbers that nobody else in the city has. */
export function settle(
  settings: CitySettings,
  household: number,
  plan: readonly PlannedMember[],
  random: Random,
): Member[] {
  const surname = drawSurname(random);
  const taken = new Set<string>();
  return plan.map((planned, slot) => {
    const { birth, sequence } = bornAs(settings, household, planned, taken);
    const keepsFamilyName = planned.relation === '01' || planned.relation === '20' || planned.relation === '30';
    const familyName = keepsFamilyName || planned.relation === '70' ? surname : drawSurname(random);
    return newMember(
      {
        number: household * NUMBERS_PER_HOUSEHOLD + slot,
        sex: planned.sex,
        birth,
        sequence,
        familyName,
        relation: planned.relation,
        maritalStatus: planned.maritalStatus,
      },
      random,
    );
  });
}

export interface Newcomer {
  readonly number: number;
  readonly sex: SexCode;
  readonly birth: DayNumber;
  readonly sequence: number;
  readonly familyName: string;
  readonly relation: string;
  readonly maritalStatus: string;
}

export function newMember(who: Newcomer, random: Random): Member {
  const birthYear = civilDate(who.birth).year;
  const documentType = drawDocumentType(random, birthYear);
  return {
    number: who.number,
    name: drawName(random, who, documentType, birthYear),
    sex: who.sex,
    birth: who.birth,
    documentType,
    documentNumber: documentNumber(documentType, who),
    relation: who.relation,
    maritalStatus: who.maritalStatus,
    phone: birthYear < 2012 && random.chance(0.8) ? phoneNumber(who.number, 0) : '',
    onRollWithNumber: !random.chance(ROLL_NUMBER_BLANK),
    diedOn: null,
    deathUnnoticed: false,
    work: { kind: 'outside' },
    study: null,
    cover: null,
    pension: null,
    certificate: null,
    bills: 0,
  };
}

function bornAs(
  settings: CitySettings,
  household: number,
  planned: PlannedMember,
  taken: Set<string>,
): { birth: DayNumber; sequence: number } {
  const classes = settings.birthYearClasses;
  const birthClass = Math.floor(household / HOUSEHOLDS_PER_BIRTH_YEAR);
  let year = civilDate(settings.originDay).year - planned.age;
  year -= (year - birthClass) % classes;
  for (;;) {
    const slot = birthSlotOf(settings.seed, household, year, planned.sex);
    const key = `${year}${planned.sex}`;
    if (slot.birth <= settings.originDay && !taken.has(key)) {
      taken.add(key);
      return slot;
    }
    year -= classes;
  }
}

function drawDocumentType(random: Random, birthYear: number): DocumentType {
  if (birthYear >= 2020 || !random.chance(WITHOUT_CITIZEN_NUMBER)) return '111';
  return random.chance(0.6) ? '553' : '990';
}

function drawName(random: Random, who: Newcomer, documentType: DocumentType, birthYear: number): string {
  if (documentType !== '111') return drawLatinName(random);
  if (random.chance(DOTTED_NAME)) return drawDottedName(random, who.sex);
  return who.familyName + drawGivenName(random, who.sex, birthYear);
}

/** Permits carry real prefixes, so that a synthetic permit holder has no number at all. */
function documentNumber(documentType: DocumentType, who: Newcomer): string {
  if (documentType === '111') return residentIdOf(who.birth, who.sequence);
  return documentType === '990' ? `PASS${who.number}${checkCharacter(String(who.number).padStart(17, '0'))}` : '';
}
