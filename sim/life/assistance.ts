import { civilDate, type DayNumber } from '../calendar/day-number.ts';
import type { Assistance } from '../circumstances/assistance.ts';
import type { Member } from '../circumstances/member.ts';
import { assistanceHouseholdNumber, keyPart } from '../numbers/agency-numbers.ts';
import type { Aspect } from './aspect.ts';
import { assistedPersonKey, writeAssistedHousehold, writeAssistedPerson } from './assistance-records.ts';
import { isSevere } from './disability.ts';
import { isAlive, type Life } from './life.ts';

/** Shares of households by class: together the people in difficulty are about 5.6 % of the registered people. */
const CLASS_SHARES = [
  ['DB', 0.0042],
  ['BY', 0.0072],
  ['DS', 0.0068],
  ['GX', 0.0015],
  ['TK', 0.0004],
  ['QT', 0.031],
] as const;
/** Highest monthly income per head in a class, yuan; unlimited classes have what comes. */
const INCOME_LINES: Readonly<Record<string, number>> = { TK: 900, DB: 1500, BY: 3100, DS: 3900, GX: 6900, QT: 7500 };
const REGISTERED_CLASSES = new Set(['TK', 'DB', 'BY', 'GX', 'DS']);
const NEW_CLASSES = [
  ['DB', 20],
  ['BY', 25],
  ['DS', 20],
  ['QT', 35],
] as const;
const NEW_PER_YEAR = 0.004;
const YEAR = 365;

/** Whether the household has a class with entitlements today (a class past its date has none). */
export function isRegistered(life: Life): boolean {
  const { assistance } = life;
  return (
    assistance?.status === '1' &&
    assistance.validUntil >= life.today &&
    REGISTERED_CLASSES.has(assistance.assistanceClass)
  );
}

/** Recognised households: granted, reviewed every year, ended. */
export const assistance: Aspect = {
  begin(life) {
    const granted = grantedAtBeginning(life);
    if (granted !== null) recognise(life, granted, life.today - life.random.between(20, 1400));
  },
  chances(life, member) {
    if (member.relation !== '01' || life.assistance !== null) return [];
    return [{ perYear: NEW_PER_YEAR, happen: applyForClass }];
  },
  died(life, member) {
    if (member.deathUnnoticed) return;
    life.plan(life.today + life.random.between(10, 80), () => removeMember(life, member));
  },
};

function applyForClass(life: Life): void {
  recognise(life, { assistanceClass: life.random.weighted(NEW_CLASSES) }, life.today);
}

/** A family with heavy bills applies some months later; a part of them is found nowhere but in their bills. */
export function applyAfterIllness(life: Life, day: DayNumber): void {
  if (life.assistance !== null || !life.random.chance(0.35)) return;
  life.plan(day, () => {
    if (life.assistance === null && life.living().length > 0) recognise(life, { assistanceClass: 'GX' }, life.today);
  });
}

/** A class for the whole household, or for one severely disabled member alone (单人户). */
interface Grant {
  readonly assistanceClass: string;
  readonly alone?: Member;
}

function grantedAtBeginning(life: Life): Grant | null {
  const { random, members } = life;
  const severe = members.filter((member) => isSevere(member, life.today));
  const jobless = severe.find((member) => needsLivelihood(life, member));
  if (jobless !== undefined && random.chance(0.8)) {
    return random.chance(0.7) ? { assistanceClass: 'DB', alone: jobless } : { assistanceClass: 'DB' };
  }
  if (severe.length > 0 && random.chance(0.2)) return { assistanceClass: random.chance(0.5) ? 'BY' : 'QT' };
  const smallFactor = members.length <= 2 ? 1 : 0.8;
  let place = random.next();
  for (const [assistanceClass, share] of CLASS_SHARES) {
    place -= share * smallFactor;
    if (place < 0) return { assistanceClass };
  }
  return null;
}

function needsLivelihood(life: Life, member: Member): boolean {
  return life.ageOf(member) >= 18 && member.work.kind === 'outside' && member.pension === null;
}

function recognise(life: Life, { assistanceClass, alone }: Grant, recognisedOn: DayNumber): void {
  const { random } = life;
  const living = alone === undefined ? life.living() : [alone];
  const head = living.find((member) => member.relation === '01') ?? (living[0] as Member);
  const years = Math.floor((life.today - recognisedOn) / YEAR);
  const anniversary = recognisedOn + years * YEAR;
  const created: Assistance = {
    key: `A${keyPart(life.household, 4)}${keyPart(recognisedOn, 4)}`,
    number: assistanceHouseholdNumber(life.household, civilDate(recognisedOn).year),
    assistanceClass,
    recognisedOn,
    people: peopleOf(life, living),
    head,
    validUntil: anniversary + YEAR - 1,
    income: random.chance(0.92) ? drawIncome(life, assistanceClass, living.length) : null,
    assets: random.chance(0.8) ? random.between(0, 60) * 100_000 : null,
    tenure: random.weighted([
      ['1', 70],
      ['2', 25],
      ['3', 4],
      ['4', 1],
    ]),
    floorArea: (15 + 65 * random.next()).toFixed(1),
    reviewedOn: anniversary,
    status: '1',
    statusDate: recognisedOn,
  };
  life.assistance = created;
  writeAssistedHousehold(life, created, Math.max(anniversary, recognisedOn));
  for (const member of created.people.keys()) writeAssistedPerson(life, created, member, recognisedOn);
  planReview(life, created);
}

/** Grown children who earn, and some students away, are listed but do not count. */
function peopleOf(life: Life, living: readonly Member[]): Assistance['people'] {
  const people: Assistance['people'] = new Map();
  for (const member of living) {
    const grownChild = (member.relation === '20' || member.relation === '30') && member.work.kind === 'employed';
    people.set(member, { coLiving: !(grownChild && life.random.chance(0.5)), erased: false });
  }
  return people;
}

function drawIncome(life: Life, assistanceClass: string, people: number): number {
  const line = INCOME_LINES[assistanceClass] ?? 7500;
  return Math.round(line * (0.25 + 0.75 * life.random.next())) * 12 * people * 100;
}

function planReview(life: Life, held: Assistance): void {
  const late = life.random.chance(0.05) ? life.random.between(40, 220) : -life.random.between(0, 30);
  life.plan(held.validUntil + late, () => review(life, held));
}

function review(life: Life, held: Assistance): void {
  if (held.status !== '1' || life.assistance !== held) return;
  if (life.living().length === 0 || life.random.chance(0.1)) {
    end(life, held);
    return;
  }
  held.validUntil += YEAR;
  held.reviewedOn = life.today;
  if (held.income !== null) held.income = drawIncome(life, held.assistanceClass, held.people.size);
  writeAssistedHousehold(life, held, life.today);
  planReview(life, held);
}

function end(life: Life, held: Assistance): void {
  held.status = '3';
  held.statusDate = life.today;
  writeAssistedHousehold(life, held, life.today);
  life.assistance = null;
}

function removeMember(life: Life, member: Member): void {
  const held = life.assistance;
  const entry = held?.people.get(member);
  if (held === null || entry === undefined || entry.erased) return;
  entry.erased = true;
  life.erase('CA02', assistedPersonKey(held, member));
  const left = [...held.people.keys()].filter(isAlive);
  const [heir] = left;
  if (heir === undefined) end(life, held);
  else if (held.head === member) {
    held.head = heir;
    writeAssistedHousehold(life, held, life.today);
    writeAssistedPerson(life, held, heir, life.today);
  }
}
