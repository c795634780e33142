import { CONNECTORS } from '../../connectors/index.ts';
import type { SimulatedHome, SimulatedPerson, Simulator } from '../../connectors/sdk/simulator.ts';
import type { RecordType } from '../../src/kernel/agency.ts';
import { dayText } from '../calendar/day-number.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import { fraction, hashText, mix } from '../random/hash.ts';
import type { RecordValues } from '../records/record-layout.ts';
import type { Aspect } from './aspect.ts';
import type { Life } from './life.ts';

const STREAM = 97;

/** Keeps what agencies write of their own accord apart from the random numbers and the clock of everything else. */
function momentOf(life: Life, sourceKey: string): { readonly day: number; readonly second: number } {
  return { day: life.today, second: mix(life.household, life.today, hashText(sourceKey), STREAM) % 85_000 };
}

function personOf(life: Life, member: Member): SimulatedPerson {
  return {
    number: member.number,
    name: member.name,
    sex: member.sex,
    birthDate: dayText(member.birth),
    residentId: citizenNumber(member),
    age: life.ageOf(member),
  };
}

function homeOf(life: Life): SimulatedHome {
  const { settings, household, today, place, ledger } = life;
  const people = life.living();
  const heads = people.filter(({ relation }) => relation === '01');
  const others = people.filter(({ relation }) => relation !== '01');
  return {
    number: household,
    today: dayText(today),
    address: place.address,
    streetCode: place.streetCode,
    people: [...heads, ...others].map((member) => personOf(life, member)),
    chance: (...words) => fraction(mix(settings.seed, household, hashText(words.join(' ')), STREAM)),
    daysAgo: (days) => dayText(today - days),
    write: (recordType, sourceKey, values) =>
      ledger.write(recordType, sourceKey, momentOf(life, sourceKey), values as RecordValues<RecordType>),
    erase: (recordType, sourceKey) => ledger.erase(recordType, sourceKey, momentOf(life, sourceKey)),
  };
}

const SIMULATORS: readonly Simulator[] = CONNECTORS.map(({ simulator }) => simulator);

/** What agencies write of which the city's own life knows nothing. */
export const ownRecords: Aspect = {
  begin(life) {
    for (const { begin } of SIMULATORS) begin?.(homeOf(life));
  },
  monthly(life) {
    for (const { monthly } of SIMULATORS) monthly?.(homeOf(life));
  },
};
