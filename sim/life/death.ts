import { dayText } from '../calendar/day-number.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import { keyPart } from '../numbers/agency-numbers.ts';
import type { Aspect } from './aspect.ts';
import { receivesBenefits } from './benefits.ts';
import type { Life } from './life.ts';

/** Deaths per year at an age, rising by a factor of three every ten years: about 11 ‰ of the registered people. */
function mortality(age: number): number {
  return Math.exp(-11.82 + 0.108 * age);
}

/** People on assistance or with a certificate die earlier. */
const MORTALITY_FACTOR_OF_RECIPIENTS = 2.5;
/** Share of recipients whose death the paying side learns of only after months. */
const UNNOTICED = 0.6;

/** How likely a member dies within the year. */
export function deathsPerYear(life: Life, member: Member): number {
  const factor = receivesBenefits(life, member) ? MORTALITY_FACTOR_OF_RECIPIENTS : 1;
  return mortality(life.ageOf(member)) * factor;
}

/** Deaths as the funeral service reports them (CA04). */
export const deathRegister: Aspect = {
  died(life, member) {
    const diedOn = dayText(life.today);
    life.plan(life.today + life.random.between(1, 6), () => {
      life.write('CA04', `D${keyPart(member.number, 5)}`, {
        residentId: citizenNumber(member),
        name: member.name,
        diedOn,
      });
    });
  },
};

/** Marks the death; the aspects then write what follows from it. */
export function markDeath(life: Life, member: Member): void {
  member.diedOn = life.today;
  member.deathUnnoticed = receivesBenefits(life, member) && life.random.chance(UNNOTICED);
}
