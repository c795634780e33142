import type { Member } from '../circumstances/member.ts';
import type { Aspect } from './aspect.ts';
import { applyAfterIllness, isRegistered } from './assistance.ts';
import { settleBill, type Treatment } from './bill.ts';
import { isAlive, type Life } from './life.ts';

const CHRONIC_SHARE_FROM_60 = 0.12;
const MEDICAL_ASSISTANCE_SHARE = 0.8;

/** Visits, hospital stays and serious illnesses, each settled as bills. */
export const treatment: Aspect = {
  chances(life, member) {
    const age = life.ageOf(member);
    return [
      { perYear: visitsPerYear(age), happen: visit },
      { perYear: staysPerYear(age), happen: stay },
      { perYear: seriousIllnessesPerYear(age), happen: fallSeriouslyIll },
    ];
  },
};

function visitsPerYear(age: number): number {
  if (age < 7) return 1.1;
  if (age < 45) return 0.45;
  return age < 65 ? 0.9 : 1.6;
}

function staysPerYear(age: number): number {
  if (age < 45) return 0.025;
  return age < 65 ? 0.06 : 0.15;
}

/** Cancer, heart, kidney, accident: about 5 in 1,000 people a year. */
function seriousIllnessesPerYear(age: number): number {
  if (age < 40) return 0.0015;
  return age < 65 ? 0.006 : 0.01;
}

function visit(life: Life, member: Member): void {
  const { random } = life;
  const chronic = life.ageOf(member) >= 60 && random.chance(CHRONIC_SHARE_FROM_60);
  const yuan = chronic ? random.between(200, 1900) : Math.exp(5 + 0.9 * random.normal());
  settleBill(
    life,
    member,
    bill(life, chronic ? '14' : '11', Math.round(yuan * 100), random.chance(0.3) ? 0.2 * random.next() : 0),
  );
}

function stay(life: Life, member: Member): void {
  const yuan = 3000 + 17_000 * life.random.next() ** 2;
  settleBill(life, member, bill(life, '21', Math.round(yuan * 100), 0.02 + 0.15 * life.random.next()));
}

/** A series of hospital bills over some months; then some families apply for a class. */
function fallSeriouslyIll(life: Life, member: Member): void {
  const { random } = life;
  const courses = random.between(2, 7);
  for (let course = 0; course < courses; course += 1) {
    life.plan(life.today + 1 + course * 21 + random.between(0, 9), () => {
      if (!isAlive(member)) return;
      const yuan = 15_000 + 65_000 * life.random.next() ** 2;
      settleBill(life, member, bill(life, '21', Math.round(yuan * 100), 0.08 + 0.3 * life.random.next()));
    });
  }
  applyAfterIllness(life, life.today + courses * 21 + random.between(30, 120));
}

function bill(life: Life, kind: Treatment['kind'], total: number, outside: number): Treatment {
  const { random } = life;
  const fundShare = kind === '21' ? 0.68 + 0.2 * random.next() : 0.45 + 0.15 * random.next();
  const assistanceShare = kind !== '11' && isRegistered(life) ? MEDICAL_ASSISTANCE_SHARE : 0;
  return { kind, total, outside, fundShare, assistanceShare };
}
