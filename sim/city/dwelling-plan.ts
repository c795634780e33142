import type { SexCode } from '../../src/kernel/resident-id.ts';
import type { Random } from '../random/random.ts';

/** Who lives together, before anyone has a name: relation to the head (GB/T 4761 group), sex, age, marriage. */
export interface PlannedMember {
  readonly relation: string;
  readonly sex: SexCode;
  readonly age: number;
  readonly maritalStatus: string;
}

const UNMARRIED = '10';
const MARRIED = '20';
const WIDOWED = '30';
const DIVORCED = '40';

export function planDwelling(random: Random, size: number): readonly PlannedMember[] {
  const plan = PLANS[Math.min(size, PLANS.length) - 1] as Plan;
  return plan(random);
}

type Plan = (random: Random) => readonly PlannedMember[];

const alone: Plan = (random) => {
  const age = random.weighted([
    [elderAge(random), 0.5],
    [random.between(30, 59), 0.34],
    [random.between(19, 29), 0.16],
  ]);
  return [
    member(
      '01',
      anySex(random),
      age,
      age >= 62 ? (random.chance(0.75) ? WIDOWED : DIVORCED) : singleStatus(random, age),
    ),
  ];
};

const two: Plan = (random) => {
  const kind = random.next();
  if (kind < 0.5) return couple(random, elderAge(random));
  if (kind < 0.76) return couple(random, random.between(25, 59));
  if (kind < 0.85) return parentAndChild(random, random.between(28, 50), 'minor');
  if (kind < 0.94) return parentAndChild(random, elderAge(random), 'adult');
  if (kind < 0.97)
    return [
      member('01', anySex(random), random.between(60, 74), WIDOWED),
      youngster(random, '40', random.between(6, 17)),
    ];
  const age = random.between(24, 58);
  return [
    member('01', anySex(random), age, UNMARRIED),
    member('70', anySex(random), age - random.between(1, 6), UNMARRIED),
  ];
};

const three: Plan = (random) => {
  const kind = random.next();
  if (kind < 0.66) return withChildren(random, random.between(29, 52), 1);
  if (kind < 0.88) {
    const age = random.between(56, 76);
    return [...couple(random, age), adultChild(random, age)];
  }
  return withParents(random, couple(random, random.between(30, 56)), 1);
};

const four: Plan = (random) =>
  random.chance(0.55)
    ? withChildren(random, random.between(31, 47), 2)
    : withParents(random, withChildren(random, random.between(30, 48), 1), 1);

const five: Plan = (random) =>
  random.chance(0.7)
    ? withParents(random, withChildren(random, random.between(29, 45), 1), 2)
    : withParents(random, withChildren(random, random.between(31, 45), 2), 1);

const six: Plan = (random) => withParents(random, withChildren(random, random.between(31, 44), 2), 2);

const PLANS: readonly Plan[] = [alone, two, three, four, five, six];

function couple(random: Random, age: number): PlannedMember[] {
  const headSex: SexCode = random.chance(0.72) ? '1' : '2';
  const gap = random.between(-2, 5);
  const spouseAge = Math.max(22, headSex === '1' ? age - gap : age + gap);
  return [
    member('01', headSex, Math.max(age, 23), MARRIED),
    member('10', headSex === '1' ? '2' : '1', spouseAge, MARRIED),
  ];
}

function parentAndChild(random: Random, age: number, child: 'minor' | 'adult'): PlannedMember[] {
  const head = member('01', random.chance(0.3) ? '1' : '2', age, age > 60 ? WIDOWED : DIVORCED);
  return [head, child === 'minor' ? minorChild(random, age) : adultChild(random, age)];
}

function withChildren(random: Random, age: number, count: number): PlannedMember[] {
  const parents = couple(random, age);
  const first = minorChild(random, Math.min(...parents.map((parent) => parent.age)));
  const second = youngster(random, null, Math.max(0, first.age - random.between(2, 7)));
  return count === 1 ? [...parents, first] : [...parents, first, second];
}

function withParents(random: Random, household: readonly PlannedMember[], count: number): PlannedMember[] {
  const headAge = household[0]?.age ?? 40;
  const age = Math.min(headAge + random.between(23, 32), 97);
  const mother = member('50', '2', age, count === 2 ? MARRIED : WIDOWED);
  return count === 1
    ? [...household, mother]
    : [...household, mother, member('50', '1', Math.min(age + random.between(0, 4), 99), MARRIED)];
}

function minorChild(random: Random, parentAge: number): PlannedMember {
  const oldest = Math.min(parentAge - 22, 24);
  return youngster(random, null, random.between(Math.max(0, Math.min(parentAge - 36, oldest)), Math.max(oldest, 0)));
}

function adultChild(random: Random, parentAge: number): PlannedMember {
  return youngster(random, null, Math.max(parentAge - random.between(24, 33), 20));
}

function youngster(random: Random, relation: string | null, age: number): PlannedMember {
  const sex = anySex(random);
  return member(relation ?? (sex === '1' ? '20' : '30'), sex, age, age >= 22 ? UNMARRIED : '');
}

function member(relation: string, sex: SexCode, age: number, maritalStatus: string): PlannedMember {
  return { relation, sex, age, maritalStatus };
}

function anySex(random: Random): SexCode {
  return random.chance(0.5) ? '1' : '2';
}

function singleStatus(random: Random, age: number): string {
  return age > 32 && random.chance(0.4) ? DIVORCED : UNMARRIED;
}

function elderAge(random: Random): number {
  return 60 + Math.floor(35 * random.next() ** 1.5);
}
